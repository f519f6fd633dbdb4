/** The bytes of an archive that are on the disk, as far as its server's answer has to fit them. */
export interface KnownPart {
  bytes: number;
  /** The strong ETag of the archive that they are of, if it has one. */
  etag: string | null;
  /** The bytes of the whole archive, if they are known. */
  size: number | null;
}

/** What an answer brings. */
export interface ArchiveReply {
  /** Where its bytes belong. */
  start: number;
  etag: string | null;
  size: number | null;
}

const CONTENT_RANGE = /^bytes (\d+)-(\d+)\/(\d+)$/;

function strongEtag(headers: Headers): string | null {
  const etag = headers.get("etag");
  return etag !== null && /^"[^"]*"$/.test(etag) ? etag : null;
}

function contentLength(headers: Headers): number | null {
  const text = headers.get("content-length");
  return text !== null && /^\d+$/.test(text) ? Number(text) : null;
}

/**
 * The headers that ask for the rest of an archive alone; none where its beginning could be that of another one, which
 * only a strong ETag excludes.
 */
export function rangeHeaders({ bytes, etag, size }: KnownPart): Record<string, string> {
  if (bytes === 0 || etag === null || size === null) return {};
  return { Range: `bytes=${bytes}-`, "If-Range": etag };
}

/**
 * Whether an answer is the whole archive, or exactly the rest of it that was asked for.
 *
 * @returns Null where it is neither, so that nothing of it may be used.
 */
export function judgeReply({ status, headers }: Response, part: KnownPart): ArchiveReply | null {
  const length = contentLength(headers);
  const etag = strongEtag(headers);
  if (status === 200) {
    // The runtime unpacks what was sent compressed against our wish, and then neither header fits the bytes.
    const isPlain = (headers.get("content-encoding") ?? "identity") === "identity";
    return isPlain ? { start: 0, etag, size: length } : { start: 0, etag: null, size: null };
  }
  const range = CONTENT_RANGE.exec(headers.get("content-range") ?? "");
  if (status !== 206 || range === null) return null;
  const [start, end, total] = range.slice(1).map(Number) as [number, number, number];
  const fits =
    start === part.bytes &&
    total === part.size &&
    end === total - 1 &&
    (length ?? total - start) === total - start &&
    (etag ?? part.etag) === part.etag;
  return fits ? { start, etag: part.etag, size: total } : null;
}
