import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";
import { temporaryFolder } from "./temporary-folder.ts";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The path of the system's Chromium, or null (with a message) where there is none. */
export function chromiumPath(): string | null {
  const found = PLACES.find((path) => existsSync(path));
  if (found) return found;
  process.stderr.write(`Skipping tests in a browser: none of ${PLACES.join(", ")} is there\n`);
  return null;
}

/** Starts a headless browser that leaves nothing behind and asks nobody for anything. */
export async function startBrowser(executablePath: string): Promise<Browser> {
  const home = await temporaryFolder();
  return chromium.launch({
    executablePath,
    args: [
      ...["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync"],
      ...["--disable-background-networking", "--disable-component-update"],
    ],
    env: { ...process.env, HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home } as Record<
      string,
      string
    >,
  });
}
