import { describe, expect, it } from "vitest";
import { ResultUrls } from "../../../src/session/download/result-urls.ts";

const runs = (url: string) =>
  ["a", "b", "c"].map((id) => ({ id, name: "g", in_progress: false, result_url: `${url}/${id}` }));

describe("ResultUrls", () => {
  it("asks once for all jobs whose address expires at the same time, and not again for those that come later", async () => {
    let asked = 0;
    const urls = new ResultUrls(runs("old"), async () => {
      asked++;
      return runs("new");
    });
    expect(await Promise.all(["a", "b"].map((id) => urls.renew(id, `old/${id}`)))).toEqual([
      "new/a",
      "new/b",
    ]);
    expect(await urls.renew("c", "old/c")).toBe("new/c");
    expect(asked).toBe(1);
  });

  it("asks again where the answer that was on its way is of no help", async () => {
    let asked = 0;
    const urls = new ResultUrls(runs("old"), async () => {
      const [a, ...others] = asked++ === 0 ? runs("old") : runs("new");
      return [{ ...a, result_url: "new/a" } as (typeof others)[number], ...others];
    });
    expect(await Promise.all(["a", "b"].map((id) => urls.renew(id, `old/${id}`)))).toEqual([
      "new/a",
      "new/b",
    ]);
    expect(asked).toBe(2);
  });
});
