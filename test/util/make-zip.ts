import { crc32, deflateRawSync } from "node:zlib";

/** An entry of a hand-made archive, which may be one that no honest tool would write. */
export interface ZipEntry {
  /** Bytes where it is not to be UTF-8. */
  name: string | Uint8Array;
  data?: string | Uint8Array;
  /** The Unix mode, such as 0o120777 for a symbolic link. */
  mode?: number;
  /** How the data is packed: 0 stored, 8 deflated; others are claimed, not done. */
  method?: number;
  /** What stands in the archive in place of the packed data. */
  packed?: Uint8Array;
  /** Overrides of what the headers say of the data. */
  crc?: number;
  declaredSize?: number;
  encrypted?: boolean;
  /** Whether sizes and checksum follow the data rather than precede it. */
  descriptor?: boolean;
  /** Whether the sizes are written in 64 bits. */
  zip64?: boolean;
  /** The disk of a split archive that the directory puts it on. */
  disk?: number;
  /** The name in the entry's own header, where it differs from the directory's. */
  localName?: string;
  /** Where the directory says that the entry is, in bytes that are there already; it adds none of its own. */
  offset?: number;
}

/** What is odd about an archive as a whole. */
export interface ZipOptions {
  prepended?: Uint8Array;
  appended?: Uint8Array;
  /** The number of the archive's last disk. */
  disk?: number;
}

const ZEROS = 0xffffffff;

/** Builds an archive byte by byte. */
export function makeZip(
  entries: readonly ZipEntry[],
  { prepended = new Uint8Array(), appended = new Uint8Array(), disk = 0 }: ZipOptions = {},
): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [prepended];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const entry of entries) {
    const { local, central } = headers(entry, entry.offset ?? offset);
    directory.push(central);
    if (entry.offset !== undefined) continue;
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(disk, 4);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, central, end, appended]);
}

function headers(entry: ZipEntry, offset: number): { local: Buffer; central: Buffer } {
  const { mode = 0o100644, method = 0, zip64 = false, descriptor = false } = entry;
  const data = Buffer.from(entry.data ?? "");
  const packed = entry.packed ?? (method === 8 ? deflateRawSync(data) : data);
  const crc = entry.crc ?? crc32(data);
  const size = entry.declaredSize ?? data.length;
  const packedSize = entry.packed === undefined && method === 0 ? size : packed.length;
  const name = Buffer.from(entry.name);
  const localName = Buffer.from(entry.localName ?? entry.name);
  const sizes64 = Buffer.alloc(zip64 ? 20 : 0);
  if (zip64) {
    sizes64.writeUInt16LE(1, 0);
    sizes64.writeUInt16LE(16, 2);
    sizes64.writeBigUInt64LE(BigInt(size), 4);
    sizes64.writeBigUInt64LE(BigInt(packedSize), 12);
  }
  function common(nameBytes: Uint8Array, after: boolean): Buffer {
    const header = Buffer.alloc(26);
    header.writeUInt16LE(zip64 ? 45 : 20, 0);
    const utf8 = typeof entry.name === "string" ? 0x800 : 0;
    header.writeUInt16LE(utf8 | (descriptor ? 8 : 0) | (entry.encrypted ? 1 : 0), 2);
    header.writeUInt16LE(method, 4);
    header.writeUInt32LE(0x00210000, 6);
    header.writeUInt32LE(after ? 0 : crc, 10);
    header.writeUInt32LE(after ? 0 : zip64 ? ZEROS : packedSize, 14);
    header.writeUInt32LE(after ? 0 : zip64 ? ZEROS : size, 18);
    header.writeUInt16LE(nameBytes.length, 22);
    header.writeUInt16LE(sizes64.length, 24);
    return header;
  }
  const trailer = Buffer.alloc(descriptor ? (zip64 ? 24 : 16) : 0);
  if (descriptor) {
    trailer.write("PK\x07\x08", "latin1");
    trailer.writeUInt32LE(crc, 4);
    if (zip64) {
      trailer.writeBigUInt64LE(BigInt(packedSize), 8);
      trailer.writeBigUInt64LE(BigInt(size), 16);
    } else {
      trailer.writeUInt32LE(packedSize, 8);
      trailer.writeUInt32LE(size, 12);
    }
  }
  const attributes = Buffer.alloc(14);
  attributes.writeUInt16LE(entry.disk ?? 0, 2);
  attributes.writeUInt32LE((mode << 16) >>> 0, 6);
  attributes.writeUInt32LE(offset, 10);
  const [start, entryStart, madeBy] = [
    text("PK\x03\x04"),
    text("PK\x01\x02"),
    Buffer.from([zip64 ? 45 : 20, 3]),
  ];
  return {
    local: Buffer.concat([start, common(localName, descriptor), localName, sizes64, packed, trailer]),
    central: Buffer.concat([entryStart, madeBy, common(name, false), attributes, name, sizes64]),
  };
}

function text(bytes: string): Buffer {
  return Buffer.from(bytes, "latin1");
}
