import { ApiClient } from "../../api/api-client.ts";
import type { ParamInfo, ParamOptions } from "../../api/wire-types.ts";
import { fetchSpace } from "../../session/fetch-space.ts";
import { API_OPTIONS } from "../api-options.ts";
import { clientOptions } from "../client-options.ts";
import { type Command, command } from "../command.ts";
import { EXIT } from "../exit-status.ts";
import { OUTPUT_OPTIONS } from "../output-options.ts";
import { printList } from "../print-list.ts";
import { ProgressLine } from "../progress-line.ts";
import { readBatchFolder } from "../read-batch-folder.ts";

function limits({ min, max, choices }: ParamOptions): string {
  if (choices !== undefined) return choices.join(", ");
  if (min === undefined) return max === undefined ? "" : `at most ${max}`;
  return max === undefined ? `at least ${min}` : `${min} to ${max}`;
}

/** `infinity-frames params`: what jobs of a generator may say. */
export const params: Command = command(
  {
    name: "params",
    about: "List the parameters of a generator: type, default, and limits or choices.",
    arguments: [
      {
        name: "GENERATOR",
        help: "the name of the generator; with --offline, the folder of a downloaded batch",
      },
    ],
    options: { ...API_OPTIONS, ...OUTPUT_OPTIONS },
  },
  async ({ values, args: [name = ""], signal }) => {
    const found = values.offline
      ? (await readBatchFolder(name)).generator.params
      : await fetchParams(
          name,
          await clientOptions("params", values, { progress: new ProgressLine(values), signal }),
          signal,
        );
    printList(found, {
      ...values,
      empty: "No parameters",
      header: ["parameter", "type", "default", "limits or choices"],
      row: ({ name, type, default_value, options }) => [
        name,
        type,
        default_value === null ? "" : String(default_value),
        limits(options ?? {}),
      ],
    });
    return EXIT.ok;
  },
);

async function fetchParams(
  name: string,
  options: ConstructorParameters<typeof ApiClient>[0],
  signal: AbortSignal,
): Promise<ParamInfo[]> {
  const { generator } = await fetchSpace(new ApiClient(options), name, { signal });
  return generator.params;
}
