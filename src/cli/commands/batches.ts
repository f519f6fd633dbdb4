import { ApiClient } from "../../api/api-client.ts";
import { getBatchList } from "../../api/endpoints/get-batch-list.ts";
import { lastNDays } from "../../api/endpoints/last-n-days.ts";
import { userName } from "../../session/submission/sent-name.ts";
import { countOf } from "../../util/count-of.ts";
import { API_OPTIONS } from "../api-options.ts";
import { clientOptions } from "../client-options.ts";
import { type Command, command } from "../command.ts";
import { DAYS_OPTION, parseDays } from "../days-option.ts";
import { EXIT } from "../exit-status.ts";
import { OUTPUT_OPTIONS } from "../output-options.ts";
import { printList } from "../print-list.ts";
import { ProgressLine } from "../progress-line.ts";
import { utcTime } from "../utc-time.ts";

/** `infinity-frames batches`: what was submitted lately. */
export const batches: Command = command(
  {
    name: "batches",
    about: "List the batches of the last days, newest first.",
    options: { ...DAYS_OPTION, ...API_OPTIONS, ...OUTPUT_OPTIONS },
  },
  async ({ values, signal }) => {
    const days = parseDays(values.days);
    const range = lastNDays(days);
    const client = new ApiClient(
      await clientOptions("batches", values, { progress: new ProgressLine(values), signal }),
    );
    const found = (await getBatchList(client, { ...range, signal }))
      .sort((a, b) => Date.parse(b.created) - Date.parse(a.created))
      .map(({ id, created, name = "" }) => ({
        batch_id: id,
        created: utcTime(created),
        name: userName(name),
      }));
    printList(found, {
      ...values,
      empty: `No batches in the last ${countOf(days, "day")}`,
      header: ["batch", "created", "name"],
      row: ({ batch_id, created, name }) => [batch_id, created, name],
    });
    return EXIT.ok;
  },
);
