import type { Fault } from "./fault.ts";

/** A request that a server was sent, and what became of it. */
export interface LoggedRequest {
  /** The place of the request among all that the server was sent, from 1. */
  readonly number: number;
  /** When it came, on the server's clock, in milliseconds since 1970. */
  readonly timeMs: number;
  readonly method: string;
  readonly path: string;
  /** The query with its question mark; empty where there is none. */
  readonly query: string;
  /** By name in lower case. A token is never kept: `authorization` is `"[redacted]"` where there was one. */
  readonly headers: Readonly<Record<string, string>>;
  /** The status of the answer; null while there is none, or where the connection was cut instead. */
  readonly status: number | null;
  /** Bytes of the answer's body that were handed over so far. */
  readonly bytes: number;
  /** What the fault plan made go wrong. */
  readonly fault: Fault | null;
}

const MOST_ENTRIES = 10_000;

/** The requests that came last. */
export class RequestLog {
  readonly #entries: LoggedRequest[] = [];
  #count = 0;

  /** Oldest first. */
  get entries(): readonly LoggedRequest[] {
    return [...this.#entries];
  }

  /** Writes a request down; the entry is to be completed by its caller. */
  add(
    { method, url, headers }: Request,
    timeMs: number,
  ): { -readonly [K in keyof LoggedRequest]: LoggedRequest[K] } {
    const { pathname: path, search: query } = new URL(url);
    const kept = Object.fromEntries(headers);
    if ("authorization" in kept) kept.authorization = "[redacted]";
    const number = ++this.#count;
    const entry = { number, timeMs, method, path, query, headers: kept, status: null, bytes: 0, fault: null };
    this.#entries.push(entry);
    if (this.#entries.length > MOST_ENTRIES) this.#entries.shift();
    return entry;
  }
}
