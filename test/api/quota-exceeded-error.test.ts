import { describe, expect, it } from "vitest";
import { makeApiError } from "../../src/api/errors/make-api-error.ts";
import { QuotaExceededError } from "../../src/api/errors/quota-exceeded-error.ts";

function refusal(detail: string, status = 400) {
  return makeApiError({ status, method: "POST", path: "api/batch/", detail });
}

describe("QuotaExceededError", () => {
  it.each([
    ["Insufficient quota: the jobs need an estimated 60 samples and 35 remain", 60, 35],
    ["Not enough samples: 1,200,000 required... needs 1,200,000, remaining: 5", 1_200_000, 5],
    ["Quota exceeded. Requested 12 frames; only 3 left", 12, 3],
    ["insufficient credits", null, null],
    ["Your balance is too low (available 7)", null, 7],
  ])("is what %j means", (detail, needed, remaining) => {
    const error = refusal(detail);
    expect(error).toBeInstanceOf(QuotaExceededError);
    expect(error).toMatchObject({ name: "QuotaExceededError", status: 400, detail, needed, remaining });
    expect(refusal(detail, 402)).toBeInstanceOf(QuotaExceededError);
    expect(refusal(detail, 500)).not.toBeInstanceOf(QuotaExceededError);
  });

  it.each([
    '"num_samples" must be at most 20, got 99',
    'Unknown parameter "quota"',
    "Job 3: num_reps exceeds its limit",
    "",
  ])("is not what %j means", (detail) => {
    expect(refusal(detail)).not.toBeInstanceOf(QuotaExceededError);
  });
});
