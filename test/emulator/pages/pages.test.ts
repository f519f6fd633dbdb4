import { describe, expect, test } from "vitest";
import { job, makeServer, resultFiles } from "../client.ts";

const SPILL = { video_duration: 1, frame_rate: 6 };
const HOST = "http://127.0.0.1:8090";

/** A server and a way to open its pages, as a browser that knows no token. */
function makePages(options: Parameters<typeof makeServer>[0] = {}) {
  const server = makeServer({ token: "s3cret", ...options });
  const open = (path: string, host = HOST): Promise<Response> =>
    server.emulator.fetch(new Request(`${host}${path}`));
  const read = async (path: string): Promise<string> => (await open(path)).text();
  return { ...server, open, read };
}

describe("the page at /", () => {
  test("shows batches newest first, how to connect and the generators, but no token", async () => {
    const { submit, post, read, clock } = makePages();
    await submit(job("spills-v0.1.0"));
    clock.ms += 1;
    await post("/api/batch/", { name: "later", job_runs: [job("sensefit-v0.2.0")] });
    const html = await read("/");
    expect(html.indexOf(">later<")).toBeGreaterThan(0);
    expect(html.indexOf(">later<")).toBeLessThan(html.indexOf(">batch<"));
    for (const part of [HOST, "visionfit-v0.3.1", "camera_distance", "1 to 5.25"])
      expect(html).toContain(part);
    expect(html).not.toContain("s3cret");
  });

  test("has fifty batches a page", async () => {
    const { submit, read } = makePages();
    for (let i = 0; i < 51; i++) await submit(job("spills-v0.1.0"));
    const count = async (path: string) => (await read(path)).split('<a href="/admin/api/batch/').length - 1;
    expect(await count("/")).toBe(50);
    expect(await count("/?page=2")).toBe(1);
    expect(await count("/?page=99")).toBe(1);
    expect(await count("/?page=x")).toBe(50);
  });
});

describe("the page of a batch", () => {
  test("follows the clock: progress, pictures and archives", async () => {
    const { submit, read, clock } = makePages({ jobDurationMs: 1000, parallelJobs: 1 });
    const { body } = await submit(job("spills-v0.1.0", SPILL), job("spills-v0.1.0", SPILL));
    const path = `/admin/api/batch/${body.id}`;
    const before = await read(path);
    expect(before).toContain("0 of 2 jobs finished");
    expect(before).toContain('http-equiv="refresh"');
    expect(before).not.toContain("<img");
    clock.ms += 1000;
    const halfway = await read(path);
    expect(halfway).toContain("1 of 2 jobs finished");
    expect(halfway.split("<img").length).toBe(2);
    expect(halfway).toContain(`/results/${body.job_runs[0].id}.zip?signature=`);
    expect(halfway).not.toContain(`/results/${body.job_runs[1].id}.zip`);
    expect(await read(`${path}?refresh=no`)).not.toContain('http-equiv="refresh"');
    clock.ms += 1000;
    const after = await read(path);
    expect(after).toContain("2 jobs finished");
    expect(after).not.toContain('http-equiv="refresh"');
  });

  test("shows failed jobs as failed, without picture and archive", async () => {
    const { submit, read, clock } = makePages({ failures: 1 });
    const { body } = await submit(job("spills-v0.1.0"));
    clock.ms += 1e6;
    const html = await read(`/admin/api/batch/${body.id}`);
    expect(html).toContain("0 jobs finished, 1 failed");
    expect(html).not.toMatch(/<img|\/results\//);
  });

  test("shows what differs from the defaults before all the rest", async () => {
    const { submit, read } = makePages();
    const { body } = await submit(job("spills-v0.1.0", { size: 7 }));
    const html = await read(`/admin/api/batch/${body.id}`);
    const [card = "", details = ""] = html.slice(html.indexOf("<li")).split("<details>");
    const names = (text: string) => [...text.matchAll(/<dt>(\w+)<\/dt>/g)].map((match) => match[1]);
    expect(names(card)).toEqual(["size"]);
    expect(names(details)).toEqual(Object.keys(body.job_runs[0].param_values));
  });

  test("has a hundred jobs a page, whose pictures load when they are seen", async () => {
    const { submit, read, clock } = makePages();
    const { body } = await submit(...Array.from({ length: 250 }, () => job("spills-v0.1.0", SPILL)));
    clock.ms += 1e6;
    const numbers = async (query: string) => {
      const html = await read(`/admin/api/batch/${body.id}${query}`);
      expect(html.split("<img").length).toBe(html.split('<img loading="lazy"').length);
      return [...html.matchAll(/<h3>Job (\d+)/g)].map((match) => Number(match[1]));
    };
    expect(await numbers("")).toEqual(Array.from({ length: 100 }, (_, i) => i + 1));
    expect(await numbers("?page=3")).toEqual(Array.from({ length: 50 }, (_, i) => i + 201));
  });

  test("escapes what users wrote", async () => {
    const { post, read } = makePages();
    const name = `<script>alert("1")</script>&'`;
    const { body } = await post("/api/batch/", { name, job_runs: [job("spills-v0.1.0")] });
    for (const path of ["/", `/admin/api/batch/${body.id}`]) {
      const html = await read(path);
      expect(html).not.toContain("<script");
      expect(html).toContain("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;");
    }
    expect(await read("/admin/api/batch/%3Cscript%3E")).not.toContain("<script");
  });
});

describe("pictures", () => {
  test.each([
    ["visionfit-v0.3.1", false],
    ["visionfit-v0.3.1", true],
    ["spills-v0.1.0", false],
    ["spills-v0.1.0", true],
  ])("of %s (preview: %s) are those of the archives", async (name, isPreview) => {
    const { results, open, get } = makePages();
    const [archive] = await results(job(name, {}, isPreview));
    const [{ id }] = (await get(isPreview ? "/api/job_previews/" : "/api/job_runs/")).body;
    const response = await open(`/admin/api/job/${id}/preview.png`);
    expect(response.headers.get("Content-Type")).toBe("image/png");
    const picture = (await resultFiles(archive!)).get("video_preview.png");
    expect(Buffer.compare(Buffer.from(await response.arrayBuffer()), picture!)).toBe(0);
  });

  test("are refused while the job is in progress, and where there is none", async () => {
    const { submit, open, clock } = makePages();
    const { body } = await submit(job("spills-v0.1.0", SPILL), job("sensefit-v0.2.0"));
    const [spill, watch] = body.job_runs.map(({ id }: { id: string }) => `/admin/api/job/${id}/preview.png`);
    expect((await open(spill)).status).toBe(404);
    clock.ms += 1e6;
    expect((await open(spill)).status).toBe(200);
    expect((await open(watch)).status).toBe(404);
  });
});

describe("access", () => {
  test("is at names of this machine and IP addresses, so that no site can point its own name here", async () => {
    const { open } = makePages();
    for (const host of [
      "http://localhost:8090",
      "http://[::1]:8090",
      "http://192.168.0.7",
      "http://a.localhost",
    ]) {
      expect((await open("/", host)).status).toBe(200);
    }
    for (const host of [
      "http://rebound.example:8090",
      "http://127.0.0.1.rebound.example",
      "http://localhost.example",
    ]) {
      const response = await open("/", host);
      expect(response.status).toBe(403);
      expect(await response.text()).not.toContain("Generators");
    }
  });

  test.each(["/", "/admin/api/batch/nope", "/admin/style.css", "/api/schema/docs/"])(
    "%s may run nothing and load from nowhere else",
    async (path) => {
      const { headers } = await makePages().open(path);
      expect(headers.get("Content-Security-Policy")).toMatch(
        /^default-src 'none'; img-src 'self' data:; style-src 'self'; /,
      );
      expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
      expect(headers.get("Referrer-Policy")).toBe("no-referrer");
    },
  );
});
