import { isRecord } from "../../util/is-record.ts";
import { parseTimestamp } from "../store/timestamp.ts";
import type { JsonEdit } from "./fault.ts";

/** Makes one change to JSON. A path that leads nowhere changes nothing. */
export function editJson(json: unknown, edit: JsonEdit, nowMs: number): unknown {
  const names = edit.path === "" ? [] : edit.path.split(".");
  return editAt(json, names, { ...edit, nowMs });
}

type Action = JsonEdit & { nowMs: number };

/** The changed value; undefined where it is taken away. */
function editAt(value: unknown, [name, ...rest]: readonly string[], action: Action): unknown {
  if (name === undefined) return act(value, action);
  if (Array.isArray(value) && name === "*") {
    return value.map((item) => editAt(item, rest, action)).filter((item) => item !== undefined);
  }
  if (!isRecord(value)) return value;
  const isThere = Object.hasOwn(value, name);
  if (!isThere && (rest.length > 0 || action.set === undefined)) return value;
  return { ...value, [name]: editAt(isThere ? value[name] : undefined, rest, action) };
}

function act(value: unknown, { set, omit, first, reverse, hideForMs, nowMs }: Action): unknown {
  if (omit) return undefined;
  if (set !== undefined) return set;
  if (!Array.isArray(value)) return value;
  if (reverse) return value.toReversed();
  if (first !== undefined) return value.slice(0, first);
  return value.filter((item) => nowMs - createdMs(item) >= (hideForMs ?? 0));
}

function createdMs(item: unknown): number {
  const created = isRecord(item) && typeof item.created === "string" ? parseTimestamp(item.created) : null;
  return created ?? Number.NEGATIVE_INFINITY;
}
