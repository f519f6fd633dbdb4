/** The buffer that holds these bytes and no others. */
export function exactBuffer(bytes: Uint8Array): ArrayBuffer {
  const { buffer, byteOffset, byteLength } = bytes;
  const exact = buffer instanceof ArrayBuffer && byteOffset === 0 && byteLength === buffer.byteLength;
  return exact ? buffer : bytes.slice().buffer;
}
