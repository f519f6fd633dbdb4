import type { ParamInfo, ParamOptions, ParamType } from "../../api/wire-types.ts";

function param(type: ParamType, name: string, value: ParamInfo["default_value"]): ParamInfo {
  return { name, type, default_value: value, options: null };
}

/** Describes a `float` parameter by its name, default and limits. */
export function float(name: string, value: number, options: ParamOptions): ParamInfo {
  return { ...param("float", name, value), options };
}

/** Describes an `int` parameter by its name, default and limits or choices. */
export function int(name: string, value: number, options: ParamOptions): ParamInfo {
  return { ...param("int", name, value), options };
}

/** Describes a `str` parameter by its name, default and choices. */
export function str(name: string, value: string, choices: string[]): ParamInfo {
  return { ...param("str", name, value), options: { choices } };
}

/** Describes a `bool` parameter by its name and default. */
export function bool(name: string, value: boolean): ParamInfo {
  return param("bool", name, value);
}

/** Describes a `uuid` parameter, which is null unless given. */
export function uuid(name: string): ParamInfo {
  return param("uuid", name, null);
}
