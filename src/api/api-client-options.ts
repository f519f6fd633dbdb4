import type { ClientEvent } from "./client-event.ts";
import type { Timeouts } from "./transport/timeouts.ts";

/** Options of `ApiClient`. */
export interface ApiClientOptions {
  /** The user's authentication token. @default the environment variable `INFINITY_API_TOKEN` */
  token?: string | undefined;
  /**
   * The server's URL, with or without a trailing slash; `https:`, or `http:` on loopback.
   * @default the environment variable `INFINITY_API_SERVER`, else "https://api.toinfinity.ai"
   */
  server?: string | undefined;
  /** The times allowed for a request. @default 30 s to a GET's answer, 240 s to a POST's, then 60 s for its JSON */
  timeouts?: Partial<Timeouts> | undefined;
  /**
   * How often a request that failed is made again, if it may be: reads and estimates after 408, 429, 500, 502, 503, 504,
   * time-outs and broken connections; submissions only where they surely were not carried out.
   * @default 4
   */
  retries?: number | undefined;
  /** How often a download is taken up again without progress. @default 6 */
  downloadRetries?: number | undefined;
  /** The longest JSON answer in bytes, decompressed; answers to submissions may be four times what was sent. @default 64 MiB */
  maxReplyBytes?: number | undefined;
  /** The function that makes requests. @default globalThis.fetch */
  fetch?: typeof fetch | undefined;
  /** Told of everything that happens. An error that it throws is ignored. */
  onEvent?: ((event: ClientEvent) => void) | undefined;
}
