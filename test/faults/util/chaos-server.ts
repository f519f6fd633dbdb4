import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer, type Socket } from "node:net";
import { onTestFinished } from "vitest";

/** What a raw server does with one request: it may write anything, or nothing, or end the connection in any way. */
export type Misbehaviour = (
  socket: Socket,
  request: { number: number; head: string },
) => void | Promise<void>;

/** A raw TCP server, for what no honest HTTP server would do. */
export interface ChaosServer {
  url: string;
  /** The heads of the requests so far: request line and headers. */
  readonly heads: readonly string[];
  /** The connections that are open now. */
  readonly sockets: ReadonlySet<Socket>;
}

/** Starts a raw server that is gone when the test ends. Every request's head is read, bodies are not waited for. */
export async function chaosServer(misbehave: Misbehaviour): Promise<ChaosServer> {
  const heads: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => {});
    let text = "";
    socket.on("data", (bytes) => {
      text += bytes.toString("latin1");
      const end = text.indexOf("\r\n\r\n");
      if (end < 0 || !/^(GET|POST|HEAD) /.test(text)) return;
      const head = text.slice(0, end);
      text = text.slice(end + 4);
      heads.push(head);
      void misbehave(socket, { number: heads.length, head });
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, "close");
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, heads, sockets };
}

/** The head of an answer, with its empty line. */
export function head(status: number, headers: Record<string, string | number> = {}): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} Chaos\r\n${lines.join("")}\r\n`;
}

/** Answers in full with JSON. */
export function answerJson(
  socket: Socket,
  value: unknown,
  headers: Record<string, string | number> = {},
): void {
  const body = JSON.stringify(value);
  const length = Buffer.byteLength(body);
  socket.write(
    head(200, { "Content-Type": "application/json", "Content-Length": length, ...headers }) + body,
  );
}

/** A port on which nobody listens. */
export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
