import { didYouMean } from "../../util/did-you-mean.ts";
import { isRecord } from "../../util/is-record.ts";
import type { Plan } from "./plan.ts";

/** What a plan of an operator holds. */
interface Shape {
  required?: readonly string[];
  optional?: readonly string[];
  /** How many inputs; `many` is 1 or more. */
  inputs: 0 | 1 | 2 | "many";
}

const SHAPES: Readonly<Record<Plan["op"], Shape>> = {
  table: { optional: ["columns", "sha256"], inputs: 0 },
  sample: {
    required: ["columns", "n", "seed"],
    optional: ["method", "where", "maxCandidates"],
    inputs: 0,
  },
  saltelli: { required: ["columns", "n", "seed"], optional: ["secondOrder", "scramble"], inputs: 0 },
  morris: { required: ["columns", "trajectories", "seed"], optional: ["levels"], inputs: 0 },
  fill: { required: ["generator", "with"], optional: ["rules", "seed", "firstRow"], inputs: 1 },
  grid: { required: ["values"], optional: ["vary"], inputs: 0 },
  zip: { inputs: "many" },
  cross: { inputs: "many" },
  concat: { inputs: "many" },
  repeat: { required: ["times"], optional: ["column", "vary"], inputs: 1 },
  dedupe: { optional: ["columns"], inputs: 1 },
  shuffle: { required: ["seed"], inputs: 1 },
  take: { required: ["n", "seed"], optional: ["where", "maxCandidates"], inputs: 1 },
  batches: { required: ["size", "index"], inputs: 1 },
  sweepFrom: { inputs: 2 },
};

function checkInputs(op: string, wanted: Shape["inputs"], inputs: unknown): void {
  if (wanted === 0) return;
  const count = Array.isArray(inputs) ? inputs.length : 0;
  if (wanted === "many" ? count >= 1 : count === wanted) return;
  const expected = wanted === "many" ? "1 or more" : wanted;
  throw new TypeError(`A plan of "${op}" needs ${expected} inputs: [...], got ${count}`);
}

/**
 * Checks that a plan has an operator that there is, and all arguments of it and no others. The arguments' values are
 * checked by the operator itself.
 *
 * @throws {TypeError} When it has not.
 */
export function checkPlan(plan: unknown): asserts plan is Plan {
  if (!isRecord(plan)) throw new TypeError(`A plan must be an object with "op", got ${JSON.stringify(plan)}`);
  const op = String(plan.op);
  if (!Object.hasOwn(SHAPES, op)) {
    throw new TypeError(`A plan has no operator "${op}"${didYouMean(op, Object.keys(SHAPES))}`);
  }
  const { required = [], optional = [], inputs } = SHAPES[op as Plan["op"]];
  const missing = required.find((name) => plan[name] === undefined || plan[name] === null);
  if (missing !== undefined) throw new TypeError(`A plan of "${op}" needs "${missing}"`);
  const known = ["op", ...required, ...optional, ...(inputs === 0 ? [] : ["inputs"])];
  const unknown = Object.keys(plan).find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new TypeError(`A plan of "${op}" has no argument "${unknown}"${didYouMean(unknown, known)}`);
  }
  checkInputs(op, inputs, plan.inputs);
}
