import type { ParamValue } from "../api/wire-types.ts";

/** A job as a record: what it leaves out, or holds as `null` or `undefined`, is not specified. */
export type JobRecord = Readonly<Record<string, ParamValue | undefined>>;
