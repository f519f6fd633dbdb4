/** How patient a session is, in milliseconds from 1 to 2 147 483 647. */
export interface SparkOptions {
  /** How long a server may take for its first answer, and for each later one that needs no computing. @default 20_000 */
  connectTimeoutMs?: number;
  /** How long a connection that was there, and breaks, is made again, without any answer. @default 120_000 */
  reconnectTimeoutMs?: number;
  /** After how long without a call the server is told that the session goes on: it ends idle ones after 1 h. @default 1_800_000 */
  keepAliveMs?: number;
  /** The first delay before something is tried again; later ones are longer. @default 50 */
  retryDelayMs?: number;
}

/** What one call is told beside its message. */
export interface CallOptions {
  signal?: AbortSignal | undefined;
  /** The text that errors show. @default "" */
  query?: string | undefined;
}
