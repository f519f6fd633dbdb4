import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";
import { startEmulator } from "../../../src/emulator/index.ts";
import { chromiumPath, startBrowser } from "../../util/chromium.ts";
import { job, type Loose } from "../client.ts";

const CHROMIUM = chromiumPath();
const AXE = await readFile(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");
const NAME = `<script>alert(1)</script><img src=x onerror="alert(2)">`;
const SPILL = { video_duration: 1, frame_rate: 6 };

/** Accessibility problems of the page, by axe, as "rule: element". */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations: found } = await page.evaluate(() => (globalThis as Loose).axe.run());
  return found.flatMap(({ id, nodes }: Loose) => nodes.map(({ html }: Loose) => `${id}: ${html}`));
}

/** Whether nothing has to be scrolled sideways to be seen. */
function fitsWidth(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
}

test.skipIf(CHROMIUM === null).each([
  { width: 1280, colorScheme: "light" as const },
  { width: 390, colorScheme: "dark" as const },
])("a person follows a batch in a browser $width wide, $colorScheme", async ({ width, colorScheme }) => {
  const clock = { ms: Date.UTC(2022, 7, 10) };
  const server = await startEmulator({ now: () => clock.ms, jobDurationMs: 1000, parallelJobs: 2 });
  onTestFinished(() => server.close());
  const submitted = await fetch(`${server.url}/api/batch/`, {
    method: "POST",
    headers: { Authorization: `Token ${server.token}` },
    body: JSON.stringify({
      name: NAME,
      job_runs: [job("visionfit-v0.3.1"), job("spills-v0.1.0", SPILL, true), job("sensefit-v0.2.0")],
    }),
  });
  expect(submitted.status).toBe(201);

  const browser = await startBrowser(CHROMIUM!);
  onTestFinished(() => browser.close());
  // The pages' policy lets nothing run, axe included; that it does its work is tested elsewhere.
  const page = await browser.newPage({ bypassCSP: true, colorScheme, viewport: { width, height: 800 } });
  const problems: string[] = [];
  page.on("console", (message) => problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("dialog", (dialog) => {
    problems.push(dialog.message());
    return dialog.dismiss();
  });
  page.on("requestfailed", (request) => problems.push(request.url()));
  page.on("response", (response) => void (response.ok() || problems.push(response.url())));
  page.on("request", (request) => {
    if (!/^data:/.test(request.url()) && new URL(request.url()).origin !== server.url) {
      problems.push(request.url());
    }
  });

  await page.goto(`${server.url}/?refresh=no`);
  expect(await page.getByText("0 of 3 jobs finished").isVisible()).toBe(true);
  expect(await violations(page)).toEqual([]);
  expect(await fitsWidth(page)).toBe(true);
  for (const summary of await page.locator("summary").all()) await summary.click();
  expect(await violations(page)).toEqual([]);
  expect(await fitsWidth(page)).toBe(true);

  await page.getByRole("link", { name: NAME }).click();
  await page.getByRole("heading", { level: 1, name: NAME }).waitFor();
  expect(await page.locator("img").count()).toBe(0);
  expect(await page.getByRole("progressbar").getAttribute("value")).toBe("0");

  // The page follows the server's clock by itself.
  clock.ms += 1000;
  await page.getByText("2 of 3 jobs finished").waitFor();
  clock.ms += 1000;
  await page.getByText("3 jobs finished", { exact: true }).waitFor();
  expect(await page.getByRole("progressbar").getAttribute("value")).toBe("3");

  const pictures = await page.locator("img").all();
  expect(pictures).toHaveLength(2);
  for (const picture of pictures) {
    await picture.scrollIntoViewIfNeeded();
    const sizes = await picture.evaluate(async (element) => {
      const image = element as HTMLImageElement;
      await image.decode();
      return {
        natural: [image.naturalWidth, image.naturalHeight],
        shown: image.clientHeight,
        frame: image.parentElement?.clientHeight,
      };
    });
    expect(Math.min(...sizes.natural)).toBeGreaterThan(100);
    expect(sizes.shown).toBe(sizes.frame);
  }
  for (const summary of await page.locator("summary").all()) await summary.click();
  expect(await violations(page)).toEqual([]);
  expect(await fitsWidth(page)).toBe(true);

  await page.goto(`${server.url}/api/schema/docs/`);
  expect(await violations(page)).toEqual([]);
  expect(await fitsWidth(page)).toBe(true);
  expect(problems).toEqual([]);

  await page.goBack();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Archive of job 3" }).click();
  expect((await download).suggestedFilename()).toMatch(/^[0-9a-f-]{36}\.zip$/);
});

test.skipIf(CHROMIUM === null)(
  "the policy of the pages lets their own style and pictures through",
  async () => {
    const server = await startEmulator({ jobDurationMs: 0 });
    onTestFinished(() => server.close());
    const submitted = await fetch(`${server.url}/api/batch/`, {
      method: "POST",
      headers: { Authorization: `Token ${server.token}` },
      body: JSON.stringify({ name: "", job_runs: [job("spills-v0.1.0", SPILL, true)] }),
    });
    const { id } = (await submitted.json()) as { id: string };
    const browser = await startBrowser(CHROMIUM!);
    onTestFinished(() => browser.close());
    const page = await browser.newPage();
    const said: string[] = [];
    page.on("console", (message) => said.push(message.text()));
    await page.goto(`${server.url}/admin/api/batch/${id}`);
    await page.locator("img").evaluate((image) => (image as HTMLImageElement).decode());
    expect(await page.locator(".jobs").evaluate((list) => getComputedStyle(list).display)).toBe("grid");
    expect(said).toEqual([]);
    // And nothing else: a script that got in would not run.
    await page.evaluate(() =>
      document.body.append(
        Object.assign(document.createElement("script"), { text: "document.title = 'run'" }),
      ),
    );
    expect(await page.title()).not.toBe("run");
  },
);
