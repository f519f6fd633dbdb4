import { textTable } from "../display/text/text-table.ts";
import { wrapText } from "../display/text/wrap-text.ts";
import { COMMANDS } from "./commands.ts";

const PARAGRAPHS = [
  "infinity-frames COMMAND --help says what a command takes; --version says which version this is.",
  "The token is that of INFINITY_API_TOKEN, else of ~/.config/infinity-frames/token, a file that nobody else may read; INFINITY_API_SERVER names another server. INFINITY_FRAMES_LOG=warn shows warnings only, =info retries and steps too, =debug every request.",
  "Exit status: 0 done; 1 failed, or a time limit is up; 2 wrong usage; 3 done in part, as when jobs failed; 4 not known whether a batch was submitted; 130 stopped with Ctrl-C.",
];

/** What `infinity-frames --help` prints in a width. */
export function help(width: number): string {
  const rows = [...COMMANDS].map(([name, { summary }]) => [name, summary]);
  const wrapped = (text: string): string => wrapText(text, width).join("\n");
  return [
    wrapped("Design a table of job parameters, send it to the Infinity API, get the results back as tables."),
    "Usage: infinity-frames COMMAND [options]",
    textTable(rows, { indent: "  ", width }),
    ...PARAGRAPHS.map(wrapped),
  ].join("\n\n");
}
