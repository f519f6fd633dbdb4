import { inspect } from "node:util";
import { expect, test } from "vitest";
import { displayable, displayOf } from "../../src/display/displayable.ts";
import { viewDisplay } from "../../src/display/view-display.ts";

class Box {
  size = 3;
  static {
    displayable(
      Box.prototype,
      viewDisplay((box: Box) => ({
        title: `Box of ${box.size}`,
        parts: [{ kind: "text", text: "It is full." }],
      })),
    );
  }
}

test("a value is text where it is printed, and its name alone inside another value", () => {
  expect(inspect(new Box())).toBe("Box of 3\nIt is full.");
  expect(inspect({ box: new Box() })).toBe("{ box: [Box of 3] }");
});

test("Deno's kernel is given all forms", async () => {
  const ask = (new Box() as unknown as Record<symbol, () => unknown>)[Symbol.for("Jupyter.display")];
  expect(await ask?.call(new Box())).toEqual({
    "text/plain": "Box of 3\nIt is full.",
    "text/html": expect.stringContaining("<b>Box of 3</b>"),
  });
});

test("a value that shows itself is otherwise what it was", () => {
  const plain = { a: [1], b: { c: 2 } };
  displayable(
    plain,
    viewDisplay(() => ({ title: "Plain", parts: [] })),
  );
  expect(displayOf(plain)).not.toBeNull();
  expect(
    Reflect.ownKeys(plain).filter((key) => Object.prototype.propertyIsEnumerable.call(plain, key)),
  ).toEqual(["a", "b"]);
  expect(JSON.stringify(plain)).toBe('{"a":[1],"b":{"c":2}}');
  expect(structuredClone(plain)).toEqual({ a: [1], b: { c: 2 } });
  expect(displayOf({ ...plain })).toBeNull();
});
