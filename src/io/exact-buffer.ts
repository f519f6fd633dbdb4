/** The buffer that holds these bytes and no others: their own, or a copy. */
export function exactBuffer(bytes: Uint8Array): ArrayBuffer {
  const { buffer, byteOffset, byteLength } = bytes;
  const exact = buffer instanceof ArrayBuffer && byteOffset === 0 && byteLength === buffer.byteLength;
  // Not `slice`: that of a Node Buffer shares the memory, and small ones lie in a pool.
  return exact ? buffer : new Uint8Array(bytes).buffer;
}
