import { crc32 } from "../drawing/crc32.ts";
import { compress } from "./compress.ts";
import { dataSlices } from "./data-slices.ts";

/** A file on its way into an archive. */
export interface ArchiveFile {
  /** Path inside the archive, with forward slashes. */
  name: string;
  /** Text is written as UTF-8. */
  data: Uint8Array | string;
}

/** The bytes of a finished zip, in pieces. */
export interface ZipBytes {
  chunks: readonly Uint8Array[];
  size: number;
  /** The CRC-32 of the zip's directory, which holds the names, sizes and checksums of all files. */
  directoryCrc: number;
}

const VERSION = 20;
const NAMES_ARE_UTF8 = 0x0800;
const [STORED, DEFLATED] = [0, 8];
const MIDNIGHT = 0;
/** 1 January 2023, whatever the clock and the time zone say, so that equal files give equal bytes. */
const DATE = ((2023 - 1980) << 9) | (1 << 5) | 1;
const [MOST_FILES, MOST_BYTES] = [0xffff, 0xffffffff];

/** Little-endian fields of two or four bytes. */
function record(...fields: readonly (readonly [size: 2 | 4, value: number])[]): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(fields.reduce((sum, [size]) => sum + size, 0)));
  let offset = 0;
  for (const [size, value] of fields) {
    if (size === 2) bytes.setUint16(offset, value, true);
    else bytes.setUint32(offset, value, true);
    offset += size;
  }
  return new Uint8Array(bytes.buffer);
}

/** The bytes of a file as the zip has them, with what it says of them. */
function pack(
  data: Uint8Array | string,
  { store }: { store: boolean },
): { chunks: Uint8Array[]; crc: number; size: number; packedSize: number } {
  let [crc, size] = [0, 0];
  function* checked(): Generator<Uint8Array> {
    for (const slice of dataSlices(data)) {
      crc = crc32(slice, crc);
      size += slice.length;
      yield slice;
    }
  }
  const chunks = store ? [...checked()] : compress(checked());
  const packedSize = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  return { chunks, crc, size, packedSize };
}

/** What is compressed as it is. */
const DENSE = /\.(png|zip)$/;

/** Makes a zip file by file. Of each file only the packed bytes are kept; pictures and zips are stored as they are. */
export class ZipWriter {
  readonly #chunks: Uint8Array[] = [];
  readonly #directory: Uint8Array[] = [];
  #size = 0;
  #files = 0;

  /** Packs a file. */
  add({ name, data }: ArchiveFile): void {
    const path = new TextEncoder().encode(name);
    const isDense = DENSE.test(name);
    const { chunks, crc, size, packedSize } = pack(data, { store: isDense });
    const about = [
      ...([
        [2, VERSION],
        [2, NAMES_ARE_UTF8],
        [2, isDense ? STORED : DEFLATED],
      ] as const),
      ...([
        [2, MIDNIGHT],
        [2, DATE],
        [4, crc],
        [4, packedSize],
        [4, size],
        [2, path.length],
        [2, 0],
      ] as const),
    ] as const;
    const attributes = [
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, this.#size],
    ] as const;
    this.#directory.push(record([4, 0x02014b50], [2, VERSION], ...about, ...attributes), path);
    for (const chunk of [record([4, 0x04034b50], ...about), path, ...chunks]) this.#push(chunk);
    this.#files++;
  }

  /**
   * Ends the zip.
   *
   * @throws RangeError for more files or bytes than a zip can hold without extensions.
   */
  finish(): ZipBytes {
    const [start, files] = [this.#size, this.#files];
    let directoryCrc = 0;
    for (const chunk of this.#directory) {
      directoryCrc = crc32(chunk, directoryCrc);
      this.#push(chunk);
    }
    const directorySize = this.#size - start;
    if (files > MOST_FILES || this.#size > MOST_BYTES) {
      throw new RangeError(`Cannot make zip: ${files} files of ${this.#size} bytes are too many`);
    }
    this.#push(
      record([4, 0x06054b50], [2, 0], [2, 0], [2, files], [2, files], [4, directorySize], [4, start], [2, 0]),
    );
    return { chunks: this.#chunks, size: this.#size, directoryCrc };
  }

  #push(chunk: Uint8Array): void {
    this.#chunks.push(chunk);
    this.#size += chunk.length;
  }
}
