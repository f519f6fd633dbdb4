import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const FAULTS = 69;

it("every fault that the client is made for has a test of its number", () => {
  const folder = new URL(".", import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith(".test.ts"));
  const text = files.map((name) => readFileSync(new URL(name, folder), "utf8")).join("\n");
  const numbers = new Set([...text.matchAll(/["'`]#(\d+) /g)].map(([, number]) => Number(number)));
  const missing = Array.from({ length: FAULTS }, (_, i) => i + 1).filter((number) => !numbers.has(number));
  expect(missing).toEqual([]);
});
