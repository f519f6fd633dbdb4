import { readFile } from "node:fs/promises";

/** A value by its MIME type: text, or JSON where the type is one of JSON. */
export type Bundle = Readonly<Record<string, unknown>>;

/** What a cell put out; which fields are there depends on the type. */
export interface Output {
  output_type: "stream" | "display_data" | "execute_result" | "error";
  name?: "stdout" | "stderr";
  text?: string | string[];
  data?: Bundle;
}

/** A cell of a notebook, as its file keeps it. */
export interface Cell {
  id: string;
  cell_type: "code" | "markdown" | "raw";
  metadata: { tags?: string[] };
  source: string | string[];
  /** At which place it was run, from 1; null where it was not. */
  execution_count?: number | null;
  outputs?: Output[];
}

/** A notebook, as its file keeps it. */
export interface Notebook {
  cells: Cell[];
}

/** Reads a notebook's file. */
export async function readNotebook(path: string): Promise<Notebook> {
  return JSON.parse(await readFile(path, "utf8")) as Notebook;
}

/** A text of a notebook, which its file may keep as lines, or JSON as a text. */
export function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.join("");
  return typeof value === "string" ? value : JSON.stringify(value, null, 1);
}

/** The values that a cell showed, in order. */
export function bundlesOf({ outputs = [] }: Cell): Bundle[] {
  return outputs.flatMap(({ data }) => (data === undefined ? [] : [data]));
}

/** What a cell printed. */
export function printedBy({ outputs = [] }: Cell, name: "stdout" | "stderr" = "stdout"): string {
  return outputs
    .filter((output) => output.name === name)
    .map(({ text }) => textOf(text))
    .join("");
}
