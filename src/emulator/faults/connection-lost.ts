/** The end of a connection in the middle of things, as `fetch` reports it. */
export class ConnectionLost extends TypeError {
  /** Whether the connection was reset, or closed in good order. */
  readonly by: "reset" | "close";

  constructor(by: "reset" | "close") {
    const code = by === "reset" ? "ECONNRESET" : "UND_ERR_SOCKET";
    super("fetch failed", {
      cause: Object.assign(new Error(`the server ended the connection: ${by}`), { code }),
    });
    this.by = by;
  }
}
