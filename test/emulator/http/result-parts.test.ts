import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { job, makeServer } from "../client.ts";

const SPILL = { video_duration: 1, frame_rate: 6 };

async function served(params: object = SPILL, options: object = {}) {
  const { submit, get, clock, emulator } = makeServer(options);
  const { body } = await submit(job("spills-v0.1.0", params as Record<string, unknown>));
  clock.ms += 1e6;
  const url: string = (await get(`/api/batch/${body.id}/`)).body.job_runs[0].result_url;
  const ask = (headers: Record<string, string> = {}, method = "GET") =>
    emulator.fetch(new Request(url, { method, headers }));
  return { ask };
}

const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

describe("results in parts", () => {
  let ask: Awaited<ReturnType<typeof served>>["ask"];
  let whole: Buffer;
  let etag: string;
  beforeAll(async () => {
    ({ ask } = await served());
    const response = await ask();
    etag = response.headers.get("ETag") ?? "";
    whole = await bytesOf(response);
  });

  test("are the bytes that Range asks for", async () => {
    const place = fc.nat(whole.length - 1);
    await fc.assert(
      fc.asyncProperty(place, fc.nat(2 * whole.length), async (first, more) => {
        const part = await ask({ Range: `bytes=${first}-${first + more}` });
        const last = Math.min(first + more, whole.length - 1);
        expect(part.status).toBe(206);
        expect(part.headers.get("Content-Range")).toBe(`bytes ${first}-${last}/${whole.length}`);
        expect(part.headers.get("Content-Length")).toBe(String(last + 1 - first));
        expect(Buffer.compare(await bytesOf(part), whole.subarray(first, last + 1))).toBe(0);
      }),
      { numRuns: 50 },
    );
  });

  test("reach to the end, or count from it", async () => {
    const rest = await ask({ Range: "bytes=100-", "If-Range": etag });
    expect(rest.status).toBe(206);
    expect(Buffer.compare(await bytesOf(rest), whole.subarray(100))).toBe(0);
    const end = await ask({ Range: "bytes=-22" });
    expect(end.headers.get("Content-Range")).toBe(
      `bytes ${whole.length - 22}-${whole.length - 1}/${whole.length}`,
    );
    expect((await bytesOf(end)).readUInt32LE(0)).toBe(0x06054b50);
    const more = await ask({ Range: `bytes=-${whole.length + 5}` });
    expect([more.status, (await bytesOf(more)).length]).toEqual([206, whole.length]);
  });

  test("are not given where another result is meant, or nothing that can be understood", async () => {
    for (const headers of [
      { Range: "bytes=5-", "If-Range": '"other"' },
      { Range: "bytes=5-", "If-Range": `W/${etag}` },
      { Range: "bytes=5-", "If-Range": "Wed, 10 Aug 2022 13:50:41 GMT" },
      { Range: "bytes=0-1,5-6" },
      { Range: "bytes=6-5" },
      { Range: "bytes=-" },
      { Range: "lines=1-2" },
    ]) {
      const response = await ask(headers as Record<string, string>);
      expect(response.status).toBe(200);
      expect(response.headers.get("Content-Range")).toBeNull();
      expect((await bytesOf(response)).length).toBe(whole.length);
    }
  });

  test("beyond the end are refused with 416, which tells the size", async () => {
    for (const Range of [
      `bytes=${whole.length}-`,
      `bytes=${whole.length + 9}-${whole.length + 10}`,
      "bytes=-0",
    ]) {
      const response = await ask({ Range });
      expect(response.status).toBe(416);
      expect(response.headers.get("Content-Range")).toBe(`bytes */${whole.length}`);
      expect((await bytesOf(response)).length).toBe(0);
    }
  });

  test("HEAD gives the headers alone", async () => {
    const response = await ask({}, "HEAD");
    expect(response.status).toBe(200);
    expect(response.headers.get("Content-Length")).toBe(String(whole.length));
    expect(response.headers.get("ETag")).toBe(etag);
    expect(response.headers.get("Accept-Ranges")).toBe("bytes");
    expect((await bytesOf(response)).length).toBe(0);
  });
});

test("the tag of a result is strong, the same on a server with the same seed, and another for other bytes", async () => {
  const tags: (string | null)[] = [];
  for (const [params, options] of [
    [SPILL, {}],
    [SPILL, {}],
    [{ ...SPILL, size: 40 }, {}],
    [SPILL, { masks: false }],
    [SPILL, { seed: 1 }],
  ] as const) {
    tags.push((await (await served(params, options)).ask({}, "HEAD")).headers.get("ETag"));
  }
  expect(tags[0]).toMatch(/^"[\w-]+"$/);
  expect(tags[1]).toBe(tags[0]);
  expect(new Set(tags).size).toBe(4);
});

test("the server answers others while it makes a long result", async () => {
  const { submit, get, clock, emulator } = makeServer();
  const { body } = await submit(job("visionfit-v0.3.1", { num_reps: 10, frame_rate: 12 }));
  clock.ms += 1e6;
  const { result_url } = (await get(`/api/batch/${body.id}/`)).body.job_runs[0];
  const answered: string[] = [];
  const results = [1, 2].map(async () => {
    const response = await emulator.fetch(new Request(result_url));
    answered.push("result");
    return await bytesOf(response);
  });
  await new Promise((resolve) => setTimeout(resolve, 5));
  await get("/api/jobs/");
  answered.push("generators");
  const [one, other] = await Promise.all(results);
  expect(answered).toEqual(["generators", "result", "result"]);
  expect(Buffer.compare(one!, other!)).toBe(0);
});
