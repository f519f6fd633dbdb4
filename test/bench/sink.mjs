// A server in a process of its own that takes any batch and forgets it, so that sending alone is measured.

import { fork } from "node:child_process";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";

/** Answers a generator, and an estimate of 1 for each of so many jobs. */
export async function openSink(generator, rows) {
  const child = fork(fileURLToPath(import.meta.url), ["serve"]);
  child.send({ generator, rows });
  const port = await new Promise((resolve) => child.once("message", resolve));
  return { server: `http://127.0.0.1:${port}`, close: () => child.kill() };
}

if (process.argv[2] === "serve") {
  process.once("message", ({ generator, rows }) => {
    const answers = { GET: JSON.stringify(generator), POST: JSON.stringify(new Array(rows).fill(1)) };
    const server = createServer((request, response) => {
      request.resume();
      request.on("end", () => {
        response.writeHead(200, { "content-type": "application/json" }).end(answers[request.method]);
      });
    });
    server.listen(0, "127.0.0.1", () => process.send(server.address().port));
  });
}
