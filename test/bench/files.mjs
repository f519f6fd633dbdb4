// A static server in a process of its own: one batch of finished jobs whose archives it sends from the disk.

import { fork } from "node:child_process";
import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Serves `<id>.zip` of a folder, and the summary of a batch with these jobs. */
export async function serveFiles(folder, ids) {
  const child = fork(fileURLToPath(import.meta.url), ["serve"]);
  child.send({ folder, ids });
  const port = await new Promise((resolve) => child.once("message", resolve));
  return { server: `http://127.0.0.1:${port}`, close: () => child.kill() };
}

function answer(request, response, { folder, ids }) {
  const name = /\/results\/([\w-]+\.zip)$/.exec(request.url)?.[1];
  if (name !== undefined) {
    const path = join(folder, name);
    const { size } = statSync(path);
    response.writeHead(200, { "Content-Length": size, ETag: `"${size}-${name}"` });
    createReadStream(path, { highWaterMark: 2 ** 20 }).pipe(response);
    return;
  }
  const job_runs = ids.map((id) => ({
    id,
    name: "bench",
    in_progress: false,
    result_url: `http://${request.headers.host}/results/${id}.zip`,
  }));
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ job_runs }));
}

if (process.argv[2] === "serve") {
  process.once("message", (served) => {
    const server = createServer((request, response) => answer(request, response, served));
    server.listen(0, "127.0.0.1", () => process.send(server.address().port));
  });
}
