import { afterEach, describe, expect, it, vi } from "vitest";
import { ChartError } from "../../../src/report/svg/chart-error.ts";
import { toSVG } from "../../../src/report/svg/to-svg.ts";
import { xmlProblem } from "../charts/xml-problem.ts";

const BARS = {
  title: "Jobs",
  data: {
    values: [
      { scene: "GYM", jobs: 7 },
      { scene: "BEDROOM", jobs: 3 },
    ],
  },
  mark: { type: "bar", clip: true },
  encoding: {
    x: { field: "jobs", type: "quantitative" },
    y: { field: "scene", type: "nominal" },
    color: { field: "jobs", type: "quantitative" },
  },
};

const idsOf = (svg: string): string[] => [...svg.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id ?? "");

describe("toSVG()", () => {
  afterEach(() => vi.restoreAllMocks());

  it("draws bars of the right lengths, labelled for screen readers", async () => {
    const svg = await toSVG({ ...BARS, description: 'Jobs of "scenes" <b> & more' });
    expect(svg).toMatch(
      /^<svg role="img" aria-label="Jobs of &quot;scenes&quot; &lt;b&gt; &amp; more" xmlns=/,
    );
    expect(svg.match(/ (role|aria-[a-z]+)=/g)).toEqual([" role=", " aria-label="]);
    // The axis goes to 7, so that 300 pixels are 7 jobs.
    expect(svg).toContain('d="M0,1h128.57142857142856v18h-128.57142857142856Z"');
    expect(svg).toContain('d="M0,21h300v18h-300Z"');
    expect(svg).toContain(">BEDROOM</text>");
    expect(xmlProblem(svg)).toBeNull();
  });

  it("gives the same text each time, also at the same time", async () => {
    const [a, b, c] = await Promise.all([toSVG(BARS), toSVG({ ...BARS, mark: "point" }), toSVG(BARS)]);
    expect(c).toBe(a);
    expect(await toSVG(BARS)).toBe(a);
    expect(b).not.toBe(a);
  });

  it("has identifiers of its own, which are all used", async () => {
    const one = await toSVG(BARS);
    const two = await toSVG({ ...BARS, title: "Others" });
    const named = await toSVG(BARS, { idPrefix: "chart-1" });
    expect(idsOf(named)).toEqual(["chart-1-1", "chart-1-2"]);
    expect(idsOf(one).filter((id) => idsOf(two).includes(id))).toEqual([]);
    for (const svg of [one, two, named]) {
      const used = [...svg.matchAll(/url\(#([^)]*)\)/g)].map(([, id]) => id);
      expect(new Set(used)).toEqual(new Set(idsOf(svg)));
    }
  });

  it("takes the ink of its theme, and leaves the rest to the specification", async () => {
    expect(await toSVG(BARS)).toMatch(/fill="#ffffff".*fill="#1f1f1f"/s);
    expect(await toSVG(BARS, { theme: "dark" })).toMatch(/fill="#1b1b1b".*fill="#ececec"/s);
    const auto = await toSVG(BARS, { theme: "auto" });
    expect(auto).toContain('fill="currentColor"');
    expect(auto).not.toMatch(/<rect width="\d+" height="\d+" fill/);
    const own = await toSVG({ ...BARS, config: { axis: { labelColor: "#123456" } } }, { theme: "dark" });
    expect(own).toMatch(/fill="#123456".*fill="#ececec"/s);
  });

  it("cuts a label only where it has no room", async () => {
    const scene = "A category of some length";
    const svg = await toSVG({
      ...BARS,
      data: { values: [{ scene, jobs: 1 }] },
      config: { axis: { labelLimit: 180 } },
    });
    expect(svg).toContain(`>${scene}</text>`);
    const cut = await toSVG({
      ...BARS,
      data: { values: [{ scene, jobs: 1 }] },
      config: { axis: { labelLimit: 60 } },
    });
    expect(cut).toMatch(/>A categ?o?…<\/text>/);
  });

  it("leaves Vega as it was", async () => {
    const { textMetrics } = (await import("vega")) as unknown as { textMetrics: { width: unknown } };
    const before = textMetrics.width;
    const drawing = Promise.all([toSVG(BARS), toSVG({ ...BARS, mark: "area" })]);
    await drawing;
    await expect(toSVG({ data: { values: [] } })).rejects.toThrow(ChartError);
    expect(textMetrics.width).toBe(before);
  });

  it.each([
    ["data by address", { ...BARS, data: { url: "https://example.org/data.json" } }],
    ["data from the disk", { ...BARS, data: { url: "/etc/passwd", format: { type: "csv" } } }],
    ["data of a part", { vconcat: [BARS, { ...BARS, data: { url: "file:///etc/passwd" } }] }],
    [
      "data to look up",
      {
        ...BARS,
        transform: [{ lookup: "scene", from: { data: { url: "//example.org" }, key: "a", fields: ["b"] } }],
      },
    ],
    ["a picture by address", { ...BARS, mark: { type: "image", url: "https://example.org/a.png" } }],
    [
      "a picture that is SVG",
      { ...BARS, mark: { type: "image", url: "data:image/svg+xml;base64,PHN2Zz4=" } },
    ],
  ])("refuses %s and asks nobody for it", async (_, spec) => {
    const asked = vi.spyOn(globalThis, "fetch");
    await expect(toSVG(spec)).rejects.toThrow(ChartError);
    await expect(toSVG(spec)).rejects.toThrow(/which is outside the specification/);
    expect(asked).not.toHaveBeenCalled();
  });

  it("does not take rows of data for data by address", async () => {
    const values = [{ scene: "url", jobs: 1, data: { url: "https://example.org" } }];
    expect(await toSVG({ ...BARS, data: { values } })).toContain(">url</text>");
  });

  it("draws pictures that are inside, and neither links nor references to other documents", async () => {
    const picture = "data:image/png;base64,iVBORw0KGgo=";
    const image = { ...BARS, mark: { type: "image", url: picture, width: 10, height: 10 } };
    expect(await toSVG(image)).toContain(`xlink:href="${picture}"`);
    const linked = await toSVG({ ...BARS, mark: { type: "bar", href: "javascript:alert(1)" } });
    expect(linked).not.toMatch(/javascript|href/);
    const filled = await toSVG({
      ...BARS,
      mark: { type: "bar", fill: "url(https://example.org/a.svg#x)" },
      encoding: {},
    });
    expect(filled).not.toContain("example.org");
    const blended = await toSVG({
      ...BARS,
      mark: { type: "bar", blend: "x; background: URL (//example.org)" },
    });
    expect(blended).not.toContain("example.org");
    const spelt = await toSVG({
      ...BARS,
      mark: { type: "bar", blend: "x; background: \\75rl(//example.org)" },
    });
    expect(spelt).not.toContain("example.org");
  });

  it("says what is wrong with a specification, and prints nothing", async () => {
    const printed = (["log", "warn", "error", "info", "debug"] as const).map((name) =>
      vi.spyOn(console, name),
    );
    await expect(toSVG({ data: { values: [] } })).rejects.toThrow(
      /^Cannot draw the chart: Invalid specification/,
    );
    await expect(toSVG({ ...BARS, transform: [{ calculate: "datum.(", as: "x" }] })).rejects.toThrow(
      ChartError,
    );
    await expect(toSVG({ ...BARS, transform: [{ filter: "noSuchFunction(1)" }] })).rejects.toThrow(
      /noSuchFunction/,
    );
    const warnings: string[] = [];
    await toSVG({ ...BARS, data: { values: [] } }, { onWarning: (message) => warnings.push(message) });
    expect(warnings).toContain('Infinite extent for field "jobs": [Infinity, -Infinity]');
    for (const spy of printed) expect(spy).not.toHaveBeenCalled();
  });

  it("rejects options that it does not have", async () => {
    await expect(toSVG(BARS, { them: "dark" } as never)).rejects.toThrow(
      'There is no option "them" (did you mean "theme"?)',
    );
    await expect(toSVG(BARS, { theme: "blue" as never })).rejects.toThrow(
      "must be one of light, dark, auto, got blue",
    );
    await expect(toSVG(BARS, { idPrefix: 'a"b' })).rejects.toThrow(TypeError);
    await expect(toSVG([] as never)).rejects.toThrow("A chart must be an object");
  });

  it("does not change the specification, and takes only plain JSON", async () => {
    const frozen = deepFreeze(structuredClone(BARS));
    expect(await toSVG(frozen)).toBe(await toSVG(BARS));
    await expect(toSVG({ ...BARS, usermeta: { f: () => 1 } })).rejects.toThrow("it is not plain JSON");
  });
});

function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null) Object.values(value).forEach(deepFreeze);
  return Object.freeze(value);
}
