import { describe, expect, test } from "vitest";
import { createEmulator, type FaultPlan } from "../../../src/emulator/index.ts";

describe("a fault plan", () => {
  test.each<[plan: unknown, problem: string]>([
    [{}, "expected array"],
    [[{ fault: {} }], "rule 0: path: "],
    [[{ path: "/a", fault: {} }, { path: "/a" }], "rule 1: fault: "],
    [[{ path: "api", fault: {} }], "rule 0: path: must begin with / or *"],
    [[{ path: "/a", method: "post", fault: {} }], "rule 0: method: must be in capitals"],
    [[{ path: "/a", at: [0], fault: {} }], "rule 0: at.0: "],
    [[{ path: "/a", at: [], fault: {} }], "rule 0: at: "],
    [[{ path: "/a", at: 1, fault: {} }], "rule 0: at: "],
    [[{ path: "/a", fault: { delay: 1 } }], 'rule 0: fault: Unrecognized key: "delay"'],
    [[{ path: "/a", fault: { delayMs: -1 } }], "rule 0: fault.delayMs: "],
    [[{ path: "/a", fault: { delayMs: 2 ** 31 } }], "rule 0: fault.delayMs: "],
    [[{ path: "/a", fault: { reply: { status: 99 } } }], "rule 0: fault.reply.status: "],
    [[{ path: "/a", fault: { headers: { "a b": "c" } } }], "rule 0: fault.headers.a b: "],
    [[{ path: "/a", fault: { headers: { a: "c\nd" } } }], "rule 0: fault.headers.a: "],
    [[{ path: "/a", fault: { stop: { afterBytes: 1, by: "magic" } } }], "rule 0: fault.stop.by: "],
    [[{ path: "/a", fault: { json: [{ path: "a" }] } }], "rule 0: fault.json.0: must have one of set, omit"],
    [
      [{ path: "/a", fault: { json: [{ path: "a", first: 1, reverse: true }] } }],
      "rule 0: fault.json.0: must have one of",
    ],
    [[{ path: "/a", fault: { drop: true, reply: {} } }], "rule 0: fault.drop: cannot be combined with reply"],
    [[{ path: "/a", fault: { accept: true } }], "rule 0: fault.accept: is for reply or drop only"],
  ])("%j is refused with the rule and the field", (plan, problem) => {
    const start = () => createEmulator({ faults: plan as FaultPlan });
    expect(start).toThrow(TypeError);
    expect(start).toThrow("Cannot read fault plan: ");
    expect(start).toThrow(problem);
    expect(() => createEmulator().setFaults(plan as FaultPlan)).toThrow(problem);
  });
});
