import { describe, expect, it } from "vitest";
import { TOY, TOY_SPACE } from "../util/generators.ts";

describe("ParameterSpace", () => {
  it("lists parameters as a table with null where there is no limit", () => {
    const table = TOY_SPACE.toTable();
    expect(table.columnNames()).toEqual(["name", "type", "min", "max", "choices", "default_value"]);
    expect(table.objects()[2]).toEqual({
      name: "num_reps",
      type: "int",
      min: 1,
      max: 20,
      choices: null,
      default_value: 1,
    });
    expect(table.numRows()).toBe(TOY.params.length);
  });

  it("gives every default, null too", () => {
    expect(TOY_SPACE.defaults()).toEqual({
      scene: "GYM",
      label: "none",
      num_reps: 1,
      frame_rate: 24,
      camera_distance: 3,
      add_socks: false,
      state: null,
    });
  });

  it("finds a parameter by name", () => {
    expect(TOY_SPACE.get("num_reps").options).toEqual({ min: 1, max: 20 });
  });

  it("names the generator and suggests the nearest name for one it has not", () => {
    expect(() => TOY_SPACE.get("camera_distnace")).toThrow(
      new RangeError('Generator toy-v1 has no parameter "camera_distnace" (did you mean "camera_distance"?)'),
    );
    expect(() => TOY_SPACE.get("zzzzzzzzzzzzzzzzzzzz")).toThrow(
      new RangeError('Generator toy-v1 has no parameter "zzzzzzzzzzzzzzzzzzzz"'),
    );
  });

  it("is not fooled by names of Object.prototype", () => {
    expect(TOY_SPACE.has("constructor")).toBe(false);
    expect(TOY_SPACE.find("__proto__")).toBeUndefined();
  });
});
