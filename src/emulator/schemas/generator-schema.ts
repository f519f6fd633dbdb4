import * as z from "zod";
import type { GeneratorInfo, ParamInfo, ParamValue } from "../../api/wire-types.ts";

const SCALAR = z.union([z.string(), z.number(), z.boolean()]);

/** A value of a parameter. */
export const PARAM_VALUE: z.ZodType<ParamValue> = SCALAR.nullable();

/** One parameter of a generator. */
export const PARAM: z.ZodType<ParamInfo> = z.object({
  name: z.string(),
  type: z.enum(["str", "bool", "int", "float", "uuid"]),
  default_value: PARAM_VALUE,
  options: z
    .object({
      min: z.number().optional(),
      max: z.number().optional(),
      choices: z.array(SCALAR).min(1).optional(),
    })
    .nullable(),
});

/** A generator and its table of parameters. */
export const GENERATOR: z.ZodType<GeneratorInfo> = z.object({
  name: z.string(),
  version: z.string(),
  params: z.array(PARAM),
  options: z.object({ preview: z.boolean() }),
});

/** The generators of the server. */
export const GENERATOR_LIST: z.ZodType<GeneratorInfo[]> = z.array(GENERATOR);
