import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jobFolderNames } from "../../../src/session/download/job-folder-names.ts";

describe("jobFolderNames()", () => {
  it("keeps plain ids", () => {
    const ids = ["ebb55187-8186-4993-989c-a16fb7bfcd2d", "job_1", "a.b", "console"];
    expect([...jobFolderNames(ids).values()]).toEqual(ids);
  });

  it("gives every id a name of its own that is safe on every system, whatever the ids are", () => {
    const id = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("Job", "job", "JOB", "..", "CON", "con.txt", "lpt1", "a.", "batch_id.txt", ".infinity"),
      fc.string({ minLength: 100, maxLength: 300 }),
    );
    fc.assert(
      fc.property(fc.uniqueArray(id), (ids) => {
        const names = [...jobFolderNames(ids).values()];
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(ids.length);
        for (const name of names) {
          expect(name).toMatch(/^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/);
          expect(name).not.toMatch(/\.\.|\.$|^(con|prn|aux|nul|com\d|lpt\d)(\.|$)|^batch_id\.txt$/i);
        }
      }),
    );
  });

  it("does not depend on the order", () => {
    const ids = ["Job", "job", "x/y", "plain"];
    const [there, back] = [jobFolderNames(ids), jobFolderNames([...ids].reverse())];
    for (const id of ids) expect(back.get(id)).toBe(there.get(id));
  });
});
