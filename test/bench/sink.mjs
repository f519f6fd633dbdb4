// A server in a process of its own that takes any batch and forgets it, so that sending alone is measured.

import { fork } from "node:child_process";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";

/** Answers a generator, an estimate of 1 for each of so many jobs, and a batch of so many. */
export async function openSink(generator, rows) {
  const child = fork(fileURLToPath(import.meta.url), ["serve"]);
  child.send({ generator, rows });
  const port = await new Promise((resolve) => child.once("message", resolve));
  return { server: `http://127.0.0.1:${port}`, close: () => child.kill() };
}

if (process.argv[2] === "serve") {
  process.once("message", ({ generator, rows }) => {
    const run = { name: generator.name, is_preview: false, in_progress: true, result_url: null };
    const job_runs = Array.from({ length: rows }, (_, row) => ({
      id: `job-${row}`,
      ...run,
      param_values: {},
    }));
    const created = "2026-01-01T00:00:00.000000+00:00";
    const batch = JSON.stringify({ id: "batch", name: "", created, job_runs });
    const estimate = JSON.stringify(new Array(rows).fill(1));
    const answer = ({ method, url }) => {
      if (method === "GET") return JSON.stringify(generator);
      return url === "/api/batch/" ? batch : estimate;
    };
    const server = createServer((request, response) => {
      request.resume();
      request.on("end", () => {
        response.writeHead(200, { "content-type": "application/json" }).end(answer(request));
      });
    });
    server.listen(0, "127.0.0.1", () => process.send(server.address().port));
  });
}
