import type { GeneratorInfo, ParamInfo, ParamType } from "../../api/wire-types.ts";
import type { JsonSchema } from "./json-schema.ts";

const TYPES: Readonly<Record<ParamType, JsonSchema>> = {
  str: { type: "string" },
  bool: { type: "boolean" },
  int: { type: "integer" },
  float: { type: "number" },
  uuid: { type: ["string", "null"], format: "uuid" },
};

function paramSchema({ type, options, default_value }: ParamInfo): JsonSchema {
  const { min, max, choices } = options ?? {};
  return {
    ...TYPES[type],
    ...(min !== undefined && { minimum: min }),
    ...(max !== undefined && { maximum: max }),
    ...(choices && { enum: choices }),
    default: default_value,
  };
}

/** What `param_values` of a generator's jobs may be: each parameter on its own, any of them left out. */
export function paramsSchema({ name, params }: GeneratorInfo): JsonSchema {
  return {
    description: `Parameters of ${name}; one that is left out takes its default.`,
    type: "object",
    properties: Object.fromEntries(params.map((param) => [param.name, paramSchema(param)])),
    additionalProperties: false,
  };
}
