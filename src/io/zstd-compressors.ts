import * as zlib from "node:zlib";

type Compress = (bytes: Uint8Array) => Uint8Array;

/** What compresses the pages of a Parquet file, by the name of the codec. */
export interface Compressors {
  readonly ZSTD?: Compress;
}

/**
 * What compresses pages with Zstandard, in runtimes that can: Node from 22.15 on, and Deno.
 *
 * @throws {RangeError} When this runtime cannot; the message tells what can.
 */
export function zstdCompressors(): Compressors {
  const { zstdCompressSync } = zlib as { readonly zstdCompressSync?: Compress };
  if (zstdCompressSync !== undefined) return { ZSTD: (bytes) => new Uint8Array(zstdCompressSync(bytes)) };
  throw new RangeError(
    'Cannot write Parquet with compression "zstd" in JavaScript here: run Node 22.15 or newer, install DuckDB and pass { engine: "native" }, or pass { compression: "snappy" }',
  );
}
