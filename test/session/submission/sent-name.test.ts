import { describe, expect, it } from "vitest";
import {
  checkBatchName,
  sentName,
  submissionIdIn,
  submissionTag,
  userName,
} from "../../../src/session/submission/sent-name.ts";
import { ulid } from "../../../src/util/ulid.ts";

const submissionId = ulid(1e12);

describe("sentName()", () => {
  it.each(["", "a", "two words", " padded ", "x ~if-", "~if-x"])("of %j gives the name back", (name) => {
    for (const attempt of [1, 2, 12]) {
      const sent = sentName(name, submissionTag({ submissionId, attempt }));
      expect(userName(sent)).toBe(name);
      expect(submissionIdIn(sent)).toBe(submissionId);
    }
  });

  it("tells a second attempt", () => {
    expect(sentName("a", submissionTag({ submissionId, attempt: 2 }))).toBe(`a ~if-${submissionId}.2`);
  });

  it.each(["", "a", `a~if-${submissionId}`, `a ~if-${submissionId}x`, `a ~if-${submissionId.toLowerCase()}`])(
    "is not what %j is",
    (name) => {
      expect(submissionIdIn(name)).toBeNull();
      expect(userName(name)).toBe(name);
    },
  );
});

describe("checkBatchName()", () => {
  it("wants room for the suffix, unless there is none", () => {
    const longest = "x".repeat(66);
    checkBatchName(longest, { tagName: true });
    expect(sentName(longest, submissionTag({ submissionId, attempt: 12 }))).toHaveLength(100);
    expect(() => checkBatchName(`${longest}x`, { tagName: true })).toThrow(
      /^The batch's name must be at most 66 characters, got 67: .*shorten it$/,
    );
    checkBatchName(`${longest}x`, { tagName: false });
    expect(() => checkBatchName(5 as never, { tagName: true })).toThrow(TypeError);
  });
});
