import { expect, it } from "vitest";
import { MemoryGate } from "../../../src/dataset/ingest/memory-gate.ts";

it("lets in what there is room for, in the order of arrival, and what needs more than all alone", async () => {
  const gate = new MemoryGate(10);
  const log: string[] = [];
  const enter = (name: string, bytes: number) =>
    gate.enter(bytes).then((held) => {
      log.push(`${name} ${held}`);
      return held;
    });
  const first = await enter("first", 6);
  const others = [enter("large", 99), enter("small", 1), enter("last", 10)];
  await Promise.resolve();
  expect(log).toEqual(["first 6"]);
  gate.leave(first);
  gate.leave((await others[0]) ?? 0);
  await others[1];
  expect(log).toEqual(["first 6", "large 10", "small 1"]);
  gate.leave(1);
  expect(await others[2]).toBe(10);
});
