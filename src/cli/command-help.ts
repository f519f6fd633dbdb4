import { textTable } from "../display/text/text-table.ts";
import { wrapText } from "../display/text/wrap-text.ts";
import type { CommandSpec, OptionSpec, OptionSpecs } from "./command.ts";

function optionRow(name: string, { value, help, default: otherwise, multiple }: OptionSpec): string[] {
  const usual = [otherwise ?? ""].flat().join(",\u00a0");
  const defaults = usual === "" ? "" : ` [default:\u00a0${usual}]`;
  const left = value === undefined ? `--${name}` : `--${name} ${value}`;
  return [left, `${help}${multiple ? "; may be repeated" : ""}${defaults}`];
}

/** What `infinity-frames COMMAND --help` prints in a width, made from what the command takes. */
export function commandHelp(spec: CommandSpec<OptionSpecs>, width: number): string {
  const { name: command, about, arguments: args = [], options } = spec;
  const required = Object.entries(options).filter(([, option]) => option.required);
  const usage = [
    "Usage: infinity-frames",
    command,
    ...args.map(({ name, optional, repeated }) => {
      const shown = repeated ? `${name}...` : name;
      return optional ? `[${shown}]` : shown;
    }),
    ...required.map(([name, { value }]) => `--${name} ${value ?? ""}`.trim()),
    "[options]",
  ];
  const rows = [
    ...args.map(({ name, help }) => [name, help]),
    ...Object.entries(options).map(([name, option]) => optionRow(name, option)),
  ];
  return [
    usage.join(" "),
    about
      .split("\n")
      .map((line) => wrapText(line, width).join("\n"))
      .join("\n"),
    textTable(rows, { indent: "  ", width }).replaceAll("\u00a0", " "),
  ].join("\n\n");
}
