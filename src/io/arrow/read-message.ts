/** What the head of a message of Arrow IPC tells, without the data that follows it. */
export interface MessageHead {
  readonly kind: "schema" | "records" | "other";
  /** The bytes of data behind the head. */
  readonly bodyLength: number;
  /** The rows of a batch of records. */
  readonly rows: number;
  /** The codec of the data of a batch of records, null where it is not compressed. */
  readonly codec: string | null;
}

const KINDS: Readonly<Record<number, MessageHead["kind"]>> = { 1: "schema", 3: "records" };
const CODECS = ["lz4", "zstd"];

/** Places of fields in the tables of Arrow's FlatBuffers definition. */
const MESSAGE = { headerType: 6, header: 8, bodyLength: 10 } as const;
const RECORD_BATCH = { length: 4, compression: 10 } as const;
const BODY_COMPRESSION = { codec: 4 } as const;

/** Reads the head of a message. */
export function readMessage(bytes: Uint8Array): MessageHead {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const message = view.getUint32(0, true);
  const kind = KINDS[view.getUint8(fieldAt(view, message, MESSAGE.headerType) ?? 0)] ?? "other";
  const bodyLength = readInt64(view, fieldAt(view, message, MESSAGE.bodyLength));
  const batch = tableAt(view, fieldAt(view, message, MESSAGE.header));
  if (kind !== "records" || batch === null) return { kind, bodyLength, rows: 0, codec: null };
  const compression = tableAt(view, fieldAt(view, batch, RECORD_BATCH.compression));
  const codecAt = compression === null ? null : fieldAt(view, compression, BODY_COMPRESSION.codec);
  return {
    kind,
    bodyLength,
    rows: readInt64(view, fieldAt(view, batch, RECORD_BATCH.length)),
    codec: compression === null ? null : (CODECS[codecAt === null ? 0 : view.getInt8(codecAt)] ?? "unknown"),
  };
}

/** Where a table of a FlatBuffer has a field; null where it has the default. */
function fieldAt(view: DataView, table: number, field: number): number | null {
  const fields = table - view.getInt32(table, true);
  if (field >= view.getUint16(fields, true)) return null;
  const offset = view.getUint16(fields + field, true);
  return offset === 0 ? null : table + offset;
}

function tableAt(view: DataView, field: number | null): number | null {
  return field === null ? null : field + view.getUint32(field, true);
}

function readInt64(view: DataView, field: number | null): number {
  return field === null ? 0 : Number(view.getBigInt64(field, true));
}
