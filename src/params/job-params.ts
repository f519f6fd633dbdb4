export type { JobParams, ParamInfo, ParamType, ParamValue } from "../api/wire-types.ts";
