import { parseNumericCsv } from "../../../labels/imu/parse-numeric-csv.ts";
import { REQUIRED } from "../../../labels/imu/read-imu-csv.ts";
import { LABEL_SCHEMAS } from "../../../labels/schemas.ts";
import type { PlannedField } from "./label-plan.ts";
import { motionColumn } from "./motion-header.ts";

/** What the header lines of a sample of files of motion samples are, and the columns that no schema lists. */
export function planMotion(texts: readonly string[]): { headers: string[]; extras: PlannedField[] } {
  const headers = new Set<string>();
  const extras = new Map<string, PlannedField>();
  for (const text of texts) {
    const [line = ""] = text.replace(/^\ufeff/, "").split(/\r?\n/, 1);
    const names = namesIn(line);
    if (names === null) continue;
    headers.add(line);
    for (const [place, name] of names.entries()) {
      const column = motionColumn(name);
      if ((place === 0 && name === "") || Object.hasOwn(LABEL_SCHEMAS.imu.always, column)) continue;
      extras.set(column, { path: [name], column, type: "float64", use: "column" });
    }
  }
  return { headers: [...headers], extras: [...extras.values()] };
}

/** The names in a header line; null where the file is broken with it. */
function namesIn(line: string): readonly string[] | null {
  try {
    const { header } = parseNumericCsv(line, { complete: REQUIRED });
    return [...REQUIRED].every((name) => header.includes(name)) ? header : null;
  } catch {
    return null;
  }
}
