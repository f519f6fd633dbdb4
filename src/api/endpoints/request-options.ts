/** Options that every request takes. */
export interface RequestOptions {
  /** Ends the request; the call rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
}
