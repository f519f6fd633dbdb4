import type { FileHandle } from "node:fs/promises";
import { type DataType, Type, tableFromIPC } from "@uwdata/flechette";
import { fromArrowType } from "./arrow/arrow-type.ts";
import { readMessage } from "./arrow/read-message.ts";
import type { FileDescription } from "./file-description.ts";
import { readFully } from "./read-fully.ts";

/** The first bytes of the file format; a stream starts with its first message. */
export const ARROW_MAGIC = "ARROW1";

/** What stands before a message; older writers leave it out. */
const CONTINUATION = 0xffffffff;

/** What an Arrow IPC file tells of itself in the heads of its messages; the data between them is not read. */
export async function inspectArrow(file: FileHandle, byteLength: number): Promise<FileDescription> {
  const start = await readFully(file, { start: 0, length: Math.min(byteLength, ARROW_MAGIC.length) });
  let at = new TextDecoder().decode(start) === ARROW_MAGIC ? 8 : 0;
  let schema: Uint8Array<ArrayBuffer> | null = null;
  let rows = 0;
  let batches = 0;
  const codecs = new Set<string>();
  while (at + 8 <= byteLength) {
    const [first, second] = new Uint32Array((await readFully(file, { start: at, length: 8 })).buffer);
    const [length = 0, head] = first === CONTINUATION ? [second, 8] : [first, 4];
    if (length === 0) break;
    const bytes = await readFully(file, { start: at + head, length });
    const { kind, bodyLength, ...batch } = readMessage(bytes);
    if (kind === "schema") schema ??= bytes;
    if (kind === "records") {
      rows += batch.rows;
      batches++;
      if (batch.codec !== null) codecs.add(batch.codec);
    }
    at += head + length + bodyLength;
  }
  // apache-arrow writes the schema of files to their end only, where it is not found without the rest.
  const described =
    schema === null ? await readFully(file, { start: 0, length: byteLength }) : streamOf(schema);
  return {
    format: "arrow",
    rows,
    rowGroups: batches,
    compression: [...codecs],
    createdBy: null,
    ...describe(described),
  };
}

/** A stream of nothing but a schema. */
function streamOf(message: Uint8Array): Uint8Array {
  const stream = new Uint8Array(8 + message.length + 8);
  new Uint32Array(stream.buffer, 0, 2).set([CONTINUATION, message.length]);
  stream.set(message, 8);
  return stream;
}

function describe(bytes: Uint8Array): Pick<FileDescription, "columns" | "metadata"> {
  const { fields, metadata } = tableFromIPC(bytes).schema;
  return {
    columns: fields.map(({ name, type, nullable }) => {
      return { name, type: fromArrowType(type) ?? foreignType(type), nullable };
    }),
    metadata: Object.fromEntries(metadata ?? []),
  };
}

function foreignType({ typeId }: DataType): string {
  const [name = "unknown"] = Object.entries(Type).find(([, id]) => id === typeId) ?? [];
  return name.toLowerCase();
}
