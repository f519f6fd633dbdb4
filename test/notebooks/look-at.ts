import { pathToFileURL } from "node:url";
import type { Browser, Locator } from "playwright-core";
import { decodePng } from "../util/decode-png.ts";
import { type Ink, inkOf } from "./ink.ts";

/** What is seen of a rendered notebook. */
export interface Seen {
  /** The outputs that are SVG, in order. */
  charts: Ink[];
  /** The outputs that are HTML, in order. */
  html: Ink[];
  /** What the page printed, and what it asked for beside itself. */
  events: string[];
}

/** Opens a rendered notebook in a browser and looks at its outputs. */
export async function lookAt(browser: Browser, path: string): Promise<Seen> {
  const page = await browser.newPage({ viewport: { width: 1000, height: 800 } });
  const events: string[] = [];
  const address = pathToFileURL(path).href;
  page.on("console", (message) => events.push(message.text()));
  page.on("pageerror", (error) => events.push(error.message));
  page.on("request", (request) => {
    const url = request.url();
    if (url !== address && !url.startsWith("data:")) events.push(url);
  });
  await page.goto(address);
  const charts = await seen(page.locator(".jp-RenderedSVG > svg"));
  const html = await seen(page.locator(".jp-RenderedHTML"));
  await page.close();
  return { charts, html, events };
}

async function seen(outputs: Locator): Promise<Ink[]> {
  const found: Ink[] = [];
  for (const output of await outputs.all()) {
    await output.scrollIntoViewIfNeeded();
    // Pages in a page are painted only once they are in view.
    await output.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    found.push(inkOf(decodePng(await output.screenshot())));
  }
  return found;
}
