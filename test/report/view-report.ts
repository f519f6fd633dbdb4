import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { BrowserContextOptions, Page } from "playwright-core";
import { onTestFinished } from "vitest";
import { startBrowser } from "../util/chromium.ts";
import { temporaryFolder } from "../util/temporary-folder.ts";

const AXE = await readFile(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");

/** A report that is open in a browser. */
export interface ViewedReport {
  page: Page;
  /** What the page printed, what it asked for beside itself, and what it would have run. */
  events: string[];
}

/** Opens the HTML of a report from a file. */
export async function viewReport(
  executablePath: string,
  html: string,
  options: BrowserContextOptions = {},
): Promise<ViewedReport> {
  const file = join(await temporaryFolder(), "report.html");
  await writeFile(file, html);
  const address = pathToFileURL(file).href;
  const browser = await startBrowser(executablePath);
  onTestFinished(() => browser.close());
  const page = await browser.newPage(options);
  const events: string[] = [];
  page.on("console", (message) => events.push(message.text()));
  page.on("pageerror", (error) => events.push(error.message));
  page.on("dialog", (dialog) => {
    events.push(dialog.message());
    return dialog.dismiss();
  });
  page.on("request", (request) => void (request.url() === address || events.push(request.url())));
  await page.goto(address);
  return { page, events };
}

/** What axe finds serious or critical in a page, as "rule: element". The page must let scripts run. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations: found } = await page.evaluate(() => (globalThis as Loose).axe.run());
  return found
    .filter(({ impact }: Loose) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }: Loose) => nodes.map(({ html }: Loose) => `${id}: ${html}`));
}

/** What axe and the page give. */
// biome-ignore lint/suspicious/noExplicitAny: values of another world
type Loose = any;
