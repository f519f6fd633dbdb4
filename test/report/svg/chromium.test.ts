import { expect, test } from "vitest";
import { toSVG } from "../../../src/report/svg/to-svg.ts";
import { chromiumPath, startBrowser } from "../../util/chromium.ts";
import { chartCases } from "../charts/chart-cases.ts";

const path = chromiumPath();

test.skipIf(path === null)(
  "many charts stand in one dark page, in its colour, and ask nobody for anything",
  async () => {
    const cases = chartCases().filter(([name]) => !name.includes("many"));
    const svgs = await Promise.all(cases.map(([, make]) => toSVG(make(), { theme: "auto" })));
    const browser = await startBrowser(path ?? "");
    try {
      const page = await browser.newPage();
      const seen: string[] = [];
      page.on(
        "request",
        (request) => void (request.url().startsWith("data:image/png") || seen.push(request.url())),
      );
      page.on("console", (message) => void seen.push(message.text()));
      page.on("pageerror", (error) => void seen.push(error.message));
      page.on("dialog", async (dialog) => {
        seen.push(dialog.message());
        await dialog.dismiss();
      });
      await page.setContent(`<body style="background: #111; color: rgb(1, 2, 3)">${svgs.join("")}</body>`);
      const found = await page.evaluate(() => ({
        charts: [...document.querySelectorAll("svg")].filter((svg) => svg.getBBox().width > 50).length,
        inks: [
          ...new Set([...document.querySelectorAll("svg text")].map((text) => getComputedStyle(text).fill)),
        ],
        strange: document.querySelectorAll("script, svg img, body > :not(svg), svg a").length,
        // Charts with the same content have the same identifiers, for the same things.
        ids: [...document.querySelectorAll("svg [id]")].map(({ id, outerHTML }) => [id, outerHTML] as const),
      }));
      expect(seen).toEqual([]);
      expect(found.charts).toBe(cases.length);
      expect(found.inks.sort()).toEqual(["rgb(1, 2, 3)", "rgb(255, 255, 255)"]);
      expect(found.strange).toBe(0);
      const things = new Map<string, Set<string>>();
      for (const [id, thing] of found.ids) things.set(id, (things.get(id) ?? new Set()).add(thing));
      expect([...things.values()].filter(({ size }) => size > 1)).toEqual([]);
    } finally {
      await browser.close();
    }
  },
  60_000,
);
