import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseHttpDate } from "../../../src/api/transport/parse-http-date.ts";

const NOW = Date.UTC(2026, 10, 26);

describe("parseHttpDate()", () => {
  it.each(["Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994"])(
    "reads %s, an example of RFC 9110",
    (text) => {
      expect(parseHttpDate(text, NOW)).toBe(Date.UTC(1994, 10, 6, 8, 49, 37));
    },
  );

  it("takes two digits of a year for at most 50 years ahead", () => {
    expect(parseHttpDate("Monday, 01-Jan-76 00:00:00 GMT", NOW)).toBe(Date.UTC(2076, 0, 1));
    expect(parseHttpDate("Monday, 01-Jan-77 00:00:00 GMT", NOW)).toBe(Date.UTC(1977, 0, 1));
  });

  it.each([
    "",
    "soon",
    "10",
    "2026-11-26",
    "2026-11-26T00:00:00Z",
    "Thu, 26 Nov 2026 00:00:00",
    "Thu, 26 Nov 2026 00:00:00 +0000",
    "Thu, 31 Nov 2026 00:00:00 GMT",
    "Thu, 26 Nov 2026 25:00:00 GMT",
    "Thu, 26 nov 2026 00:00:00 GMT",
    "Thu,26 Nov 2026 00:00:00 GMT",
  ])("does not take %j for a date", (text) => {
    expect(parseHttpDate(text, NOW)).toBeNull();
  });

  it("reads what toUTCString writes", () => {
    const dates = fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(2e14) });
    fc.assert(
      fc.property(dates, (date) => {
        const whole = Math.floor(date.getTime() / 1000) * 1000;
        expect(parseHttpDate(new Date(whole).toUTCString(), NOW)).toBe(whole);
      }),
    );
  });
});
