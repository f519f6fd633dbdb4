import { table } from "arquero";
import { describe, expect, test } from "vitest";
import { type EffectsOptions, effects } from "../../../src/stats/effects/effects.ts";
import { findColumnType } from "../../../src/tables/column-type-of.ts";

const JOBS = table({
  height: Array.from({ length: 24 }, (_, i) => i / 4),
  scene: Array.from({ length: 24 }, (_, i) => (i === 3 ? null : ["attic", "gym"][i % 2])),
  lens: Array.from({ length: 24 }, () => 35),
  when: Array.from({ length: 24 }, (_, i) => new Date(Date.UTC(2026, 0, 1 + (i % 3)))),
  visible: Array.from({ length: 24 }, (_, i) => i >= 12),
  score: Array.from({ length: 24 }, (_, i) =>
    i === 5 ? null : i === 6 ? Number.POSITIVE_INFINITY : (i * 7) % 5,
  ),
  boxes: Array.from({ length: 24 }, () => [1, 2]),
});

describe("effects()", () => {
  test("counts what it leaves out", () => {
    const study = effects(JOBS, { outcome: "score", factors: ["scene", "height"] });
    expect({ count: study.count, missing: study.missing, infinite: study.infinite }).toEqual({
      count: 22,
      missing: 1,
      infinite: 1,
    });
    expect(study.main.select("factor", "count", "missing").objects()).toEqual([
      { factor: "scene", count: 21, missing: 1 },
      { factor: "height", count: 22, missing: 0 },
    ]);
    expect(study.interactions.get("count", 0)).toBe(21);
  });

  test("puts many numbers in bins of about the same count", () => {
    const study = effects(JOBS, { outcome: "score", factors: ["height"], bins: 4 });
    expect(study.main.select("ordered", "binned", "levels").objects()).toEqual([
      { ordered: true, binned: true, levels: 4 },
    ]);
    expect(study.levels.array("level")).toEqual(["0 to 1", "1.75 to 3", "3.25 to 4.25", "4.5 to 5.75"]);
    expect([...(study.levels.array("count") as number[])]).toEqual([5, 6, 5, 6]);
    const fine = effects(JOBS, { outcome: "score", factors: ["height"], bins: 30 });
    expect(fine.main.get("binned", 0)).toBe(false);
    expect(fine.main.get("levels", 0)).toBe(22);
    expect(fine.main.get("trend_slope", 0)).toBe(study.main.get("trend_slope", 0));
  });

  test("takes truth values as shares", () => {
    const { levels } = effects(JOBS, { outcome: "visible", factors: ["height"], bins: 2 });
    expect(levels.array("mean")).toEqual([0, 1]);
  });

  test("takes a factor of which each job has its own level", () => {
    const rows = Array.from({ length: 40_000 }, (_, i) => i);
    const jobs = table({ id: rows.map((i) => `job ${i}`), score: rows });
    const study = effects(jobs, { outcome: "score", factors: ["id"] });
    expect(study.main.get("note", 0)).toBe("no level has jobs left to tell chance by");
    expect(study.levels.get("effect", 0)).toBeCloseTo(-19_999.5, 6);
  });

  test("has no NaN where squares are beyond all numbers", () => {
    const score = Array.from({ length: 24 }, (_, i) => (i % 3 ? 1.7e308 : -1.7e308));
    const study = effects(JOBS.assign({ score }), { outcome: "score", factors: ["scene", "height"] });
    for (const part of [study.main, study.levels, study.interactions]) {
      for (const row of part.objects()) expect(Object.values(row).filter(Number.isNaN)).toEqual([]);
    }
    expect(study.main.array("f")).toEqual([null, null]);
  });

  test("takes moments as ordered levels", () => {
    const { main, levels } = effects(JOBS, { outcome: "score", factors: ["when"] });
    expect(main.get("ordered", 0)).toBe(true);
    expect(levels.get("level", 0)).toBe("2026-01-01T00:00:00.000Z");
    expect(levels.get("value", 0)).toBe(Date.UTC(2026, 0, 1));
  });

  test("tells why there is no F", () => {
    const notes = (options: EffectsOptions, jobs = JOBS) => effects(jobs, options).main.get("note", 0);
    expect(notes({ outcome: "score", factors: ["lens"] })).toBe("constant: 35");
    expect(notes({ outcome: "lens", factors: ["scene"] })).toBe("the outcome is always 35");
    const still = table({
      h: Array.from({ length: 200 }, (_, i) => (i * 0.37) % 1),
      y: Array<number>(200).fill(3),
    });
    const { levels } = effects(still, { outcome: "y", factors: ["h"] });
    expect(new Set(levels.array("effect") as number[])).toEqual(new Set([0]));
    const nothing = table({ y: [null, 1], x: [1, null] });
    expect(notes({ outcome: "y", factors: ["x"] }, nothing)).toBe("no row has both an outcome and a level");
    const single = table({ y: [1, 2], x: ["a", "b"] });
    expect(notes({ outcome: "y", factors: ["x"] }, single)).toBe("no level has jobs left to tell chance by");
    const apart = table({ y: [1, 2, 1, 2], x: ["a", "b", "a", "b"], state: [1, 2, 3, 4] });
    expect(notes({ outcome: "y", factors: ["x"], pairedBy: "state" }, apart)).toBe(
      "no base has jobs whose levels and outcomes differ",
    );
    expect(notes({ outcome: "score", factors: ["scene"] })).toBeNull();
  });

  test("names the base columns that no row has", () => {
    const jobs = table({
      y: [1, 2, 3, 5, null],
      x: ["a", "b", "a", "b", "a"],
      z: [1, 1, 2, 2, 2],
      state: [null, null, null, null, "s"],
      scene: ["g", null, "g", null, "g"],
      actor: [null, "k", null, "k", "k"],
    });
    const notes = (pairedBy: string | string[], factors = ["x", "z"]) => {
      const { main, interactions } = effects(jobs, { outcome: "y", factors, pairedBy });
      return [...main.array("note"), ...interactions.array("note")];
    };
    const state = 'no row with an outcome has a value of the base column "state"';
    expect(notes("state")).toEqual([state, state, state]);
    expect(notes(["state", "z"])).toEqual([state, state, state]);
    expect(notes(["scene", "actor"], ["x"])).toEqual([
      // Rows of b have no scene, and those of a no actor.
      'no row with an outcome has a value of all base columns, "scene" and "actor"',
    ]);
    const none = table({ y: [null, 1], x: [1, null], state: [null, null] });
    const { main } = effects(none, { outcome: "y", factors: ["x"], pairedBy: "state" });
    expect(main.get("note", 0)).toBe("no row has both an outcome and a level");
  });

  describe("of factors with the same levels in the same jobs", () => {
    const rows = Array.from({ length: 24 }, (_, i) => i);
    const columns = {
      y: rows.map((i) => (i * 7) % 5),
      lens: rows.map((i) => [35, 50, 85][i % 3]),
      camera: rows.map((i) => ["far", "near", "middle"][i % 3]),
      lit: rows.map((i) => (i >> 1) % 2 === 0),
      state: rows.map((i) => i >> 2),
    };
    const notesOf = (jobs: Record<string, unknown[]>, factors: string[], pairedBy: string[] = []) => {
      const { main, interactions } = effects(table(jobs), { outcome: "y", factors, pairedBy });
      return { main: main.array("note"), interactions: interactions.array("note") };
    };

    test.each([[[]], [["state"]]])("says that their effects are one, paired by %j", (pairedBy) => {
      const notes = notesOf(columns, ["lens", "lit", "camera"], pairedBy);
      expect(notes.main).toEqual([
        'same levels in the same jobs as "camera": their effects cannot be told apart',
        null,
        'same levels in the same jobs as "lens": their effects cannot be told apart',
      ]);
      expect(notes.interactions).toEqual([
        null,
        "both have the same levels in the same jobs: their effects cannot be told apart",
        null,
      ]);
      const { main, interactions } = effects(table(columns), {
        outcome: "y",
        factors: ["lens", "camera"],
        pairedBy,
      });
      expect(main.get("f", 0)).toBeCloseTo(main.get("f", 1) as number, 9);
      expect(main.get("f", 0)).not.toBeNull();
      expect(interactions.get("p_value", 0)).toBeNull();
    });

    test("names all of them", () => {
      const { main } = notesOf({ ...columns, zoom: columns.lens.map((lens) => -(lens as number)) }, [
        "lens",
        "camera",
        "zoom",
      ]);
      expect(main[0]).toBe(
        'same levels in the same jobs as "camera" and "zoom": their effects cannot be told apart',
      );
    });

    test("but not where a job tells them apart, or has one of them only", () => {
      const apart = columns.camera.map((camera, i) => (i === 5 ? "near" : camera));
      expect(notesOf({ ...columns, camera: apart }, ["lens", "camera"]).main).toEqual([null, null]);
      // A level of one is two of the other.
      const finer = columns.camera.map((camera, i) => `${camera} ${i % 2}`);
      expect(notesOf({ ...columns, camera: finer }, ["lens", "camera"]).main).toEqual([null, null]);
      const fewer = columns.camera.map((camera, i) => (i < 9 ? null : camera));
      expect(notesOf({ ...columns, camera: fewer }, ["lens", "camera"]).main).toEqual([
        null,
        'same levels in the same jobs as "lens": their effects cannot be told apart',
      ]);
    });

    test("but not of constants and of levels that have one job each", () => {
      const few = { y: [1, 2, 4, 3], a: [1, 2, 3, 4], b: [4, 2, 3, 1], c: [1, 1, 1, 1], d: [2, 2, 2, 2] };
      expect(notesOf(few, ["a", "b", "c", "d"]).main).toEqual([
        "no level has jobs left to tell chance by",
        "no level has jobs left to tell chance by",
        "constant: 1",
        "constant: 2",
      ]);
    });
  });

  test("is certain of an outcome that a factor decides", () => {
    const jobs = table({ y: [0.1, 0.1, 0.4, 0.4], x: [1, 1, 2, 2], state: [1, 2, 1, 2] });
    for (const pairedBy of [[], ["state"]]) {
      const { main } = effects(jobs, { outcome: "y", factors: ["x"], pairedBy });
      expect(main.object()).toMatchObject({ f: Number.POSITIVE_INFINITY, p_value: 0, significant: true });
    }
  });

  test("has no interaction in a sum, however the numbers round", () => {
    const rows = Array.from({ length: 24 }, (_, i) => ({ a: i % 2, b: (i >> 1) % 3 }));
    const y = rows.map(({ a, b }) => 0.1 * a + 0.7 * b);
    const jobs = table({ a: rows.map(({ a }) => a), b: rows.map(({ b }) => b), y });
    const { interactions } = effects(jobs, { outcome: "y", factors: ["a", "b"] });
    expect(interactions.object()).toMatchObject({ f: null, p_value: null });
    expect(interactions.get("note", 0)).toBe("the outcome does not vary within cells");
  });

  test("counts bases that have one of two levels", () => {
    const jobs = table({
      y: [1, 2, 3, 5, 9, 4, 7, 6],
      x: ["a", "b", "a", "b", "a", "b", "a", "b"],
      state: ["s", "s", "t", "t", "u", null, "v", "w"],
    });
    const { pairs, main } = effects(jobs, { outcome: "y", factors: ["x"], pairedBy: "state" });
    expect(pairs?.object()).toMatchObject({ pairs: 2, incomplete: 3, difference: 1.5 });
    expect(main.object()).toMatchObject({ count: 7, missing: 1 });
  });

  test("does not take a factor as part of its own base", () => {
    const grid = Array.from({ length: 8 }, (_, i) => ({
      a: i % 2,
      b: i >> 2,
      y: (i % 2) * 3 + (i >> 2) * 10,
    }));
    const jobs = table({ a: grid.map(({ a }) => a), b: grid.map(({ b }) => b), y: grid.map(({ y }) => y) });
    const { pairs } = effects(jobs, { outcome: "y", factors: ["a", "b"], pairedBy: ["a", "b"] });
    expect(pairs?.select("factor", "pairs", "difference").objects()).toEqual([
      { factor: "a", pairs: 2, difference: 3 },
      { factor: "b", pairs: 2, difference: 10 },
    ]);
  });

  test("takes the rows that a table shows", () => {
    const shown = JOBS.filter((row: { height: number }) => row.height > 2);
    const options = { outcome: "score", factors: ["scene", "height"] };
    expect(effects(shown, options).main.objects()).toEqual(effects(shown.reify(), options).main.objects());
    expect(effects(shown, options).count).toBe(15);
  });

  test("corrects over all factors", () => {
    const options = { outcome: "score", factors: ["scene", "height", "when"] };
    const raw = effects(JOBS, { ...options, correction: "none" }).main.array("p_adjusted") as number[];
    const adjusted = effects(JOBS, { ...options, correction: "bonferroni" }).main.array(
      "p_adjusted",
    ) as number[];
    expect(Array.from(adjusted)).toEqual(Array.from(raw, (p) => Math.min(1, 3 * p)));
  });

  test("leaves interactions out", () => {
    const { interactions, cells } = effects(JOBS, {
      outcome: "score",
      factors: ["scene", "height"],
      interactions: false,
    });
    expect([interactions.numRows(), cells.numRows()]).toEqual([0, 0]);
    expect(findColumnType(interactions.column("p_adjusted") as never)).toBe("float64");
  });

  test("names what is wrong", () => {
    const bad = (options: object) => () => effects(JOBS, options as EffectsOptions);
    expect(bad({ outcome: "scor", factors: ["scene"] })).toThrow(
      'no outcome "scor" in the table (did you mean',
    );
    expect(bad({ outcome: "scene", factors: ["height"] })).toThrow('The outcome "scene" must have numbers');
    expect(bad({ outcome: "score", factors: ["boxes"] })).toThrow(
      'The factor "boxes" must have single values',
    );
    expect(bad({ outcome: "score", factors: ["scene", "scene"] })).toThrow('"scene" is named twice');
    expect(bad({ outcome: "score", factors: ["score"] })).toThrow('The outcome "score" cannot be a factor');
    expect(bad({ outcome: "score", factors: [] })).toThrow("needs the names of one or more columns");
    expect(bad({ outcome: "score", factors: ["scene"], pairedBy: "scene" })).toThrow("is all of pairedBy");
    expect(bad({ outcome: "score", factors: ["scene"], pairedBy: "stat" })).toThrow('no base column "stat"');
    expect(bad({ outcome: "score", factors: ["scene"], confidence: 95 })).toThrow("did you mean 0.95?");
    expect(bad({ outcome: "score", factors: ["scene"], bins: 1 })).toThrow(
      "bins must be a whole number, 2 or more",
    );
    expect(bad({ outcome: "score", factor: ["scene"] })).toThrow(
      'no option "factor" (did you mean "factors"?)',
    );
  });
});
