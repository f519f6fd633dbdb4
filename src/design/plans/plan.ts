import type { ColumnTable } from "arquero";
import type { GeneratorInfo, ParamValue } from "../../params/job-params.ts";
import type { JointRule } from "../../params/joint-rule.ts";
import type { ColumnType } from "../../tables/column-type.ts";
import type { Condition } from "../conditions/condition.ts";
import type { Derived } from "../conditions/derive.ts";
import type { Distribution } from "../distributions/distribution.ts";
import type { SamplingMethod } from "../methods/sampling-method.ts";
import type { Vary } from "../operators/vary.ts";
import type { Seed } from "../random/seed-key.ts";

/** A distribution by the name of its function and that function's arguments: `{ kind: "uniform", args: [0, 1] }`. */
export type DistributionPlan = Pick<Distribution, "kind" | "args">;

/** A sampling method by the name of its function and that function's options: `{ kind: "sobol" }`. */
export interface MethodPlan {
  kind: string;
  args?: SamplingMethod["args"] | undefined;
}

/** A column of a table that a plan holds. */
export interface PlannedColumn {
  name: string;
  /** The column's type. @default read off the values */
  type?: ColumnType | null | undefined;
  values: readonly unknown[];
}

/** What an operator's input may be: another plan, or a table that is there. */
export type PlanInput = Plan | ColumnTable;

/** Any number of inputs, one, or two. */
type Inputs = readonly PlanInput[];
type OneInput = readonly [PlanInput];
type TwoInputs = readonly [PlanInput, PlanInput];

/**
 * A design as data: an operator by the name of its function, with its arguments and its inputs. All of it may be JSON;
 * tables, distributions, methods and functions in it work as well until it is to be written down.
 */
export type Plan =
  | { op: "table"; columns: readonly PlannedColumn[] }
  | { op: "table"; sha256: string }
  | {
      op: "sample";
      columns: Readonly<Record<string, Distribution | DistributionPlan | Derived>>;
      n: number;
      seed: Seed;
      method?: SamplingMethod | MethodPlan | undefined;
      where?: Condition | undefined;
      maxCandidates?: number | undefined;
    }
  | {
      op: "saltelli";
      columns: Readonly<Record<string, Distribution | DistributionPlan | Derived>>;
      n: number;
      seed: Seed;
      secondOrder?: boolean | undefined;
      scramble?: boolean | undefined;
    }
  | {
      op: "morris";
      columns: Readonly<Record<string, Distribution | DistributionPlan | Derived>>;
      trajectories: number;
      seed: Seed;
      levels?: number | undefined;
    }
  | {
      op: "fill";
      generator: GeneratorInfo;
      rules?: readonly JointRule[] | undefined;
      with: "default" | "random";
      seed?: Seed | undefined;
      firstRow?: number | undefined;
      inputs: OneInput;
    }
  | { op: "grid"; values: Readonly<Record<string, readonly ParamValue[]>>; vary?: Vary | undefined }
  | { op: "zip"; inputs: Inputs }
  | { op: "cross"; inputs: Inputs }
  | { op: "concat"; inputs: Inputs }
  | { op: "repeat"; times: number; column?: string | undefined; vary?: Vary | undefined; inputs: OneInput }
  | { op: "dedupe"; columns?: readonly string[] | undefined; inputs: OneInput }
  | { op: "shuffle"; seed: Seed; inputs: OneInput }
  | {
      op: "take";
      n: number;
      seed: Seed;
      where?: Condition | undefined;
      maxCandidates?: number | undefined;
      inputs: OneInput;
    }
  | { op: "batches"; size: number; index: number; inputs: OneInput }
  | { op: "sweepFrom"; inputs: TwoInputs };

/** A design whose rows belong together in blocks, for `sensitivity`. */
export type SensitivityPlan = Extract<Plan, { op: "saltelli" | "morris" }>;
