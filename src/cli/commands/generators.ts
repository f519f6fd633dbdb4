import { ApiClient } from "../../api/api-client.ts";
import { getAllGeneratorData } from "../../api/endpoints/get-all-generator-data.ts";
import { API_OPTIONS } from "../api-options.ts";
import { clientOptions } from "../client-options.ts";
import { type Command, command } from "../command.ts";
import { EXIT } from "../exit-status.ts";
import { OUTPUT_OPTIONS } from "../output-options.ts";
import { printList } from "../print-list.ts";
import { ProgressLine } from "../progress-line.ts";

/** `infinity-frames generators`: what the token may use. */
export const generators: Command = command(
  {
    name: "generators",
    about: "List the generators that your token may use.",
    options: { ...API_OPTIONS, ...OUTPUT_OPTIONS },
  },
  async ({ values, signal }) => {
    const client = new ApiClient(
      await clientOptions("generators", values, { progress: new ProgressLine(values), signal }),
    );
    const found = (await getAllGeneratorData(client, { signal })).map(
      ({ name, version, params, options }) => {
        return { name, version, num_params: params.length, has_previews: options.preview === true };
      },
    );
    printList(found, {
      ...values,
      empty: "No generators",
      header: ["generator", "parameters", "previews"],
      row: ({ name, num_params, has_previews }) => [name, num_params, has_previews ? "yes" : "no"],
    });
    return EXIT.ok;
  },
);
