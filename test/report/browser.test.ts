import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { openDataset } from "../../src/dataset/open-dataset.ts";
import { report } from "../../src/report/report.ts";
import { chromiumPath } from "../util/chromium.ts";
import { HOSTILE, hostileDataset } from "./datasets.ts";
import { viewReport, violations } from "./view-report.ts";

const CHROMIUM = chromiumPath();
const FLAGSHIP = fileURLToPath(new URL("../../fixtures/flagship/batch", import.meta.url));

const flagshipDataset = openDataset(FLAGSHIP);
const flagship = flagshipDataset.then((dataset) =>
  report(dataset, { title: "Flagship", outcome: "avg_percent_occlusion", factors: ["exercise", "gender"] }),
);

test.skipIf(CHROMIUM === null).each(["light", "dark"] as const)(
  "a report in a browser asks for nothing, prints nothing, and axe finds nothing serious: %s",
  async (colorScheme) => {
    const { html } = await flagship;
    const { page, events } = await viewReport(CHROMIUM!, html, { bypassCSP: true, colorScheme });
    for (const summary of await page.locator("summary").all()) await summary.click();
    expect(await violations(page)).toEqual([]);
    expect(events).toEqual([]);
  },
);

test.skipIf(CHROMIUM === null)("every chart of a report is seen", async () => {
  const { page, events } = await viewReport(CHROMIUM!, (await flagship).html);
  const charts = await page.locator("figure svg").all();
  expect(charts.length).toBeGreaterThan(5);
  for (const chart of charts) {
    await chart.scrollIntoViewIfNeeded();
    const box = await chart.boundingBox();
    expect(Math.min(box!.width, box!.height)).toBeGreaterThan(50);
    expect(await chart.locator("path, text, rect, circle, line").count()).toBeGreaterThan(5);
    expect(await chart.getAttribute("aria-label")).toMatch(/\w+ \w+/);
  }
  expect(events).toEqual([]);
});

test.skipIf(CHROMIUM === null).each([320, 400])("a report fits into a page %i wide", async (width) => {
  const { page } = await viewReport(CHROMIUM!, (await flagship).html, { viewport: { width, height: 700 } });
  for (const summary of await page.locator("summary").all()) await summary.click();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
});

test.skipIf(CHROMIUM === null)("a report can be read with the keyboard", async () => {
  const { page } = await viewReport(CHROMIUM!, (await flagship).html, {
    viewport: { width: 500, height: 700 },
  });
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to the report" });
  expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true);
  expect((await skip.boundingBox())?.x).toBeGreaterThanOrEqual(0);
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("content");

  const unreachable = await page.evaluate(() => {
    const wide = [...document.querySelectorAll<HTMLElement>("main *")].filter((element) => {
      const { overflowX } = getComputedStyle(element);
      return element.scrollWidth > element.clientWidth && (overflowX === "auto" || overflowX === "scroll");
    });
    return {
      wide: wide.length,
      odd: wide.filter((element) => element.tabIndex !== 0 || !element.ariaLabel).length,
    };
  });
  expect(unreachable.wide).toBeGreaterThan(0);
  expect(unreachable.odd).toBe(0);
});

test.skipIf(CHROMIUM === null)(
  "a report is printed without what only a screen needs, in light colours",
  async () => {
    const { page } = await viewReport(CHROMIUM!, (await flagship).html, { colorScheme: "dark" });
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(await paper()).not.toBe("rgb(255, 255, 255)");
    await page.emulateMedia({ media: "print" });
    expect(await paper()).toBe("rgb(255, 255, 255)");
    expect(await page.getByRole("navigation").isVisible()).toBe(false);
    expect(await page.locator(".skip").isVisible()).toBe(false);
    const pdf = await page.pdf({ format: "A4" });
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
  },
);

test.skipIf(CHROMIUM === null)("wide tables are printed whole", async () => {
  const made = await report(hostileDataset(), {
    outcome: `${HOSTILE} outcome`,
    compare: (await flagshipDataset).jobs,
    charts: false,
  });
  // As wide as A4 is between its margins, at 96 pixels an inch.
  const viewport = { width: Math.floor(((210 - 28) / 25.4) * 96), height: 1000 };
  const { page } = await viewReport(CHROMIUM!, made.html, { viewport });
  await page.emulateMedia({ media: "print" });
  const widths = await page.evaluate(() => {
    return [...document.querySelectorAll("table")].map((table) => table.getBoundingClientRect().right);
  });
  expect(widths.length).toBeGreaterThan(5);
  expect(Math.max(...widths)).toBeLessThanOrEqual(viewport.width);
});

test.skipIf(CHROMIUM === null)("names and values that are HTML are shown as text", async () => {
  const made = await report(hostileDataset(), {
    title: `${HOSTILE}<img src=x onerror=alert(1)>`,
    outcome: `${HOSTILE} outcome`,
  });
  // Without its policy, so that nothing but escaping protects the page.
  const { page, events } = await viewReport(CHROMIUM!, made.html, { bypassCSP: true });
  expect(await page.locator("img, script, main a").count()).toBe(0);
  expect(await page.locator("h1").textContent()).toBe(
    `${HOSTILE}<img src=x onerror=alert(1)>`.replace("\u001b", "␛"),
  );
  const text = await page.locator("main").textContent();
  for (const part of ["number", "text", "batch", "generator", "status"]) {
    expect([part, text?.includes(`"><script>alert(1)</script>|\`*_[a](b)&lt;␛ ${part}`)]).toEqual([
      part,
      true,
    ]);
  }
  expect(await violations(page)).toEqual([]);
  expect(events).toEqual([]);
});

test.skipIf(CHROMIUM === null)("the policy of a report lets nothing run or load", async () => {
  const { html } = await flagship;
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(String(request.url));
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const foreign = `<script>document.title = "run"</script><img src="http://127.0.0.1:${port}/x.png">`;
  const { page, events } = await viewReport(CHROMIUM!, html.replace("</main>", `${foreign}</main>`));
  expect(await page.title()).toBe("Flagship");
  expect(asked).toEqual([]);
  expect(events.join("\n")).toMatch(/Content Security Policy/);
});
