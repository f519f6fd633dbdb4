import { ApiClient } from "../../api/api-client.ts";
import { getUsageLastNDays } from "../../api/endpoints/get-usage-last-n-days.ts";
import { countOf } from "../../util/count-of.ts";
import { API_OPTIONS } from "../api-options.ts";
import { clientOptions } from "../client-options.ts";
import { type Command, command } from "../command.ts";
import { DAYS_OPTION, parseDays } from "../days-option.ts";
import { EXIT } from "../exit-status.ts";
import { OUTPUT_OPTIONS } from "../output-options.ts";
import { printList } from "../print-list.ts";
import { ProgressLine } from "../progress-line.ts";

/** `infinity-frames usage`: what was used of each generator. */
export const usage: Command = command(
  {
    name: "usage",
    about: "Count what your token used of each generator in the last days.",
    options: { ...DAYS_OPTION, ...API_OPTIONS, ...OUTPUT_OPTIONS },
  },
  async ({ values, signal }) => {
    const days = parseDays(values.days);
    const client = new ApiClient(
      await clientOptions("usage", values, { progress: new ProgressLine(values), signal }),
    );
    const { counts_by_generator } = await getUsageLastNDays(client, days, { signal });
    const counts = counts_by_generator.map(({ name = "", count = 0 }) => ({ generator: name, count }));
    printList(counts, {
      ...values,
      empty: `Nothing used in the last ${countOf(days, "day")}`,
      header: ["generator", "count"],
      row: ({ generator, count }) => [generator, count],
    });
    return EXIT.ok;
  },
);
