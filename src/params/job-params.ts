export type { GeneratorInfo, JobParams, ParamInfo, ParamType, ParamValue } from "../api/wire-types.ts";
