import { streamBytes } from "../archive/stream-bytes.ts";
import type { ZipBytes } from "../archive/zip-writer.ts";
import { byteRange } from "./byte-range.ts";

/** Answers with an archive, or with the part of it that the request asks for. */
export function archiveReply(
  { method, headers }: Request,
  { chunks, size, directoryCrc }: ZipBytes,
): Response {
  const etag = `"${size.toString(16)}-${directoryCrc.toString(16).padStart(8, "0")}"`;
  const ifRange = headers.get("If-Range");
  const wantsPart = method === "GET" && (ifRange === null || ifRange === etag);
  const range = wantsPart ? byteRange(headers.get("Range"), size) : undefined;
  const common = { "Content-Type": "application/zip", "Accept-Ranges": "bytes", ETag: etag };
  if (range === null) {
    return new Response(null, {
      status: 416,
      headers: { ...common, "Content-Range": `bytes */${size}`, "Content-Length": "0" },
    });
  }
  const { start, end } = range ?? { start: 0, end: size };
  return new Response(streamBytes(chunks, { start, end }), {
    status: range ? 206 : 200,
    headers: {
      ...common,
      "Content-Length": String(end - start),
      ...(range && { "Content-Range": `bytes ${start}-${end - 1}/${size}` }),
    },
  });
}
