import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ProgressLine } from "../../src/cli/progress-line.ts";

let written: string[];

/** Makes stderr a terminal of so many columns, or none, and keeps what is written to it. */
function stderrIs({ isTTY, columns }: { isTTY: boolean; columns?: number }): void {
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    written.push(String(text));
    return true;
  });
  Object.defineProperty(process.stderr, "isTTY", { value: isTTY, configurable: true });
  Object.defineProperty(process.stderr, "columns", { value: columns, configurable: true });
}

beforeEach(() => {
  written = [];
  vi.useFakeTimers({ toFake: ["performance"] });
  vi.stubEnv("CI", "");
  vi.stubEnv("TERM", "xterm");
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  vi.unstubAllEnvs();
  stderrIs({ isTTY: false });
  vi.restoreAllMocks();
});

/** What a terminal shows of lines that were written over. */
function screen(): string[] {
  return written
    .join("")
    .split("\n")
    .map((line) => {
      let shown = "";
      for (const part of line.split("\r")) shown = part + shown.slice(part.length);
      return shown.trimEnd();
    });
}

const at = (done: number, details: string[] = []) => ({ label: "read", done, total: 200, details });

test("on a terminal one line is redrawn, without escape sequences", () => {
  stderrIs({ isTTY: true, columns: 50 });
  const progress = new ProgressLine();
  progress.show(at(100, ["much to say"]));
  progress.show(at(101));
  expect(screen()).toEqual(["read      101 of 200 jobs"]);
  progress.note("a warning");
  progress.show(at(102));
  progress.end();
  expect(screen()).toEqual(["a warning", "read      102 of 200 jobs", ""]);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
  expect(written.join("")).not.toMatch(/[\u0000-\u0009\u000b\u000c\u000e-\u001f]/);
});

test.each([0, 1, 10, 80])("a terminal of %d columns is never overrun", (columns) => {
  stderrIs({ isTTY: true, columns });
  const progress = new ProgressLine();
  for (let done = 0; done <= 200; done += 20) progress.show(at(done, ["x".repeat(done)]));
  for (const line of written.join("").split(/[\r\n]/)) expect(line.length).toBeLessThan(columns || 80);
});

test.each([
  ["no terminal", { isTTY: false }, {}],
  ["CI", { isTTY: true, columns: 80 }, { CI: "true" }],
  ["a terminal that cannot move its cursor", { isTTY: true, columns: 80 }, { TERM: "dumb" }],
])("with %s there is a line every ten seconds, and the last", (_, terminal, env) => {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  stderrIs(terminal);
  const progress = new ProgressLine();
  for (let second = 0; second <= 25; second++) {
    progress.show(at(second));
    vi.advanceTimersByTime(1000);
  }
  progress.end();
  expect(written).toEqual([
    "read      10 of 200 jobs\n",
    "read      20 of 200 jobs\n",
    "read      25 of 200 jobs\n",
  ]);
});

test("quiet is quiet but for notes", () => {
  stderrIs({ isTTY: true, columns: 80 });
  const progress = new ProgressLine({ quiet: true });
  progress.show(at(1));
  progress.note("a warning");
  progress.end();
  expect(written).toEqual(["a warning\n"]);
});
