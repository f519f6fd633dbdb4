import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { basename, join } from "node:path";
import { ROOT } from "./pack.ts";
import { run } from "./run.ts";

/** A registry that has the packed package, and sends clients to the usual registry for all others. */
export interface LocalRegistry {
  url: string;
  close(): Promise<void>;
}

/** Starts a registry that serves a tarball of this package as its only version. */
export async function startLocalRegistry(tarball: string): Promise<LocalRegistry> {
  const manifest = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8"));
  const { name, version } = manifest as { name: string; version: string };
  const file = await readFile(tarball);
  const integrity = `sha512-${createHash("sha512").update(file).digest("base64")}`;
  const usual = (await run("npm", ["config", "get", "registry"], { cwd: ROOT })).stdout.trim();

  const server = createServer(({ url = "/", headers }, response) => {
    const path = `/${name}/-/${basename(tarball)}`;
    if (url === path) return response.end(file);
    if (url !== `/${name}`) return response.writeHead(307, { location: new URL(url, usual).href }).end();
    const dist = { tarball: `http://${headers.host}${path}`, integrity };
    const document = {
      name,
      "dist-tags": { latest: version },
      versions: { [version]: { ...manifest, dist } },
    };
    response.setHeader("content-type", "application/json").end(JSON.stringify(document));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
