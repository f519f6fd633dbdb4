import { expect, test } from "vitest";
import * as frames from "../../src/index.ts";
import { goldenDesigns } from "./golden-designs.ts";

test("seeds mean what they always meant: the stored designs are made again to the last bit", async () => {
  await expect(await goldenDesigns(frames)).toMatchFileSnapshot("../../fixtures/golden-designs.json");
});
