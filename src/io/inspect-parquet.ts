import type { FileHandle } from "node:fs/promises";
import { type AsyncBuffer, parquetMetadataAsync, parquetSchema, type SchemaTree } from "hyparquet";
import type { FileDescription } from "./file-description.ts";
import { parquetTypeOf } from "./parquet-type.ts";
import { readFully } from "./read-fully.ts";

/** What a Parquet file tells of itself at its end. */
export async function inspectParquet(file: FileHandle, byteLength: number): Promise<FileDescription> {
  const buffer: AsyncBuffer = {
    byteLength,
    slice: async (start, end = byteLength) => (await readFully(file, { start, length: end - start })).buffer,
  };
  const metadata = await parquetMetadataAsync(buffer, { geoparquet: false });
  const { key_value_metadata: pairs = [], row_groups: groups } = metadata;
  const codecs = groups.flatMap(({ columns }) => columns.map(({ meta_data }) => meta_data?.codec ?? ""));
  return {
    format: "parquet",
    rows: Number(metadata.num_rows),
    columns: parquetSchema(metadata).children.map((node) => ({
      name: node.element.name,
      type: parquetTypeOf(node) ?? foreignType(node),
      nullable: node.element.repetition_type !== "REQUIRED",
    })),
    metadata: Object.fromEntries(pairs.map(({ key, value }) => [key, value ?? ""])),
    rowGroups: groups.length,
    compression: [...new Set(codecs)]
      .filter((codec) => codec !== "UNCOMPRESSED")
      .map((codec) => codec.toLowerCase()),
    createdBy: metadata.created_by ?? null,
  };
}

function foreignType({ element, children }: SchemaTree): string {
  const { logical_type, converted_type, type } = element;
  const name = logical_type?.type ?? converted_type ?? type ?? (children.length > 0 ? "struct" : "group");
  return name.toLowerCase();
}
