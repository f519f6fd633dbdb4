import { join } from "node:path";
import fc from "fast-check";
import { describe, expect } from "vitest";
import { ApiClient } from "../../src/api/api-client.ts";
import type { FaultPlan } from "../../src/emulator/index.ts";
import type { DownloadSummaryError } from "../../src/session/download/download-summary-error.ts";
import { ResultUrlRules } from "../../src/session/download/result-url-rules.ts";
import { answerJson, chaosServer } from "./util/chaos-server.ts";
import { emulatedBatch } from "./util/emulated-batch.ts";
import { it, type Spy } from "./util/fault-test.ts";
import { answerArchive, rawBatch } from "./util/raw-batch.ts";

const rules = new ResultUrlRules({ server: "https://api.example.com" });

/** Addresses that no result may come from: this machine, its networks and its host's metadata. */
const insideAddress = fc.oneof(
  fc.constantFrom([127, 0, 0, 1], [169, 254, 169, 254], [0, 0, 0, 0], [192, 168, 1, 1], [100, 100, 100, 200]),
  fc.tuple(fc.constant(127), fc.nat(255), fc.nat(255), fc.nat(255)),
  fc.tuple(fc.constant(10), fc.nat(255), fc.nat(255), fc.nat(255)),
  fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), fc.nat(255), fc.nat(255)),
);

/** The ways to write an address that clients understand. */
const SPELLINGS: ((bytes: readonly number[]) => string)[] = [
  (bytes) => bytes.join("."),
  (bytes) => `${bytes.join(".")}.`,
  (bytes) => String(numberOf(bytes)),
  (bytes) => `0x${numberOf(bytes).toString(16)}`,
  (bytes) => bytes.map((byte) => `0${byte.toString(8)}`).join("."),
  (bytes) => bytes.map((byte) => `0x${byte.toString(16)}`).join("."),
  ([a, b, c, d]) => `${a}.${b}.${Number(c) * 256 + Number(d)}`,
  (bytes) => `[::ffff:${bytes.join(".")}]`,
  (bytes) => `[64:ff9b::${bytes.join(".")}]`,
  (bytes) => `[2002:${hex(bytes.slice(0, 2))}:${hex(bytes.slice(2))}::1]`,
  (bytes) => bytes.join(".").replace("1", "%31"),
  (bytes) => bytes.join("。"),
];

function numberOf(bytes: readonly number[]): number {
  return bytes.reduce((sum, byte) => sum * 256 + byte, 0);
}

function hex(bytes: readonly number[]): string {
  return numberOf(bytes).toString(16);
}

const userinfo = fc.constantFrom("", "u:p@", "api.example.com@");
const port = fc.constantFrom("", ":443", ":8443");
const ending = fc.constantFrom("", "/", "/x.zip?signature=abc", "/#https://example.com/");

describe("#32 addresses that a result must not come from", () => {
  it("#32 inner addresses in any spelling are rejected before anything is asked", async () => {
    await fc.assert(
      fc.asyncProperty(
        insideAddress,
        fc.constantFrom(...SPELLINGS),
        userinfo,
        port,
        ending,
        async (bytes, spell, user, at, end) => {
          await expect(rules.check(`https://${user}${spell(bytes)}${at}${end}`)).rejects.toMatchObject({
            name: "UnexpectedReplyError",
            code: "RESULT_URL",
          });
        },
      ),
      { numRuns: 500 },
    );
  });

  it.for([
    "http://169.254.169.254/latest/meta-data/",
    "http://example.com/x.zip",
    "https://localhost/x.zip",
    "https://LOCALHOST./x.zip",
    "https://a.localhost/x.zip",
    "https://[::1]/x.zip",
    "https://[::]/x.zip",
    "https://[fe80::1]/x.zip",
    "https://[fd00:ec2::254]/x.zip",
    "https://user:password@example.com/x.zip",
    "file:///etc/passwd",
    "ftp://example.com/x.zip",
    "data:application/zip,PK",
    "//example.com/x.zip",
    "x.zip",
    "",
  ])("#32 %s is rejected", async (url, { spy }) => {
    const error = await spy.thrown(rules.check(url));
    expect(error).toMatchObject({ name: "UnexpectedReplyError", code: "RESULT_URL" });
    expect(error.message).not.toContain("password");
  });

  it("#32 a batch with such addresses: its jobs fail, and nobody was asked", async ({ spy }) => {
    const inside = await chaosServer((socket) => answerJson(socket, {}));
    const { port: insidePort } = new URL(inside.url);
    const hosts = [
      "127.0.0.1",
      "2130706433",
      "0x7f000001",
      "0177.0.0.1",
      "127.1",
      "[::ffff:7f00:1]",
      "localhost",
    ];
    const urls = hosts.flatMap((host) =>
      ["http", "https"].map((scheme) => `${scheme}://${host}:${insidePort}/x`),
    );
    const { batch, server } = await rawBatch(spy, {
      jobIds: urls.map((_, i) => `job-${i}`),
      resultUrl: (jobId) => urls[Number(jobId.slice(4))] as string,
      results: (socket, { archive }) => answerArchive(socket, archive),
    });
    const error = (await spy.thrown(batch.download(await newFolder(spy)))) as DownloadSummaryError;
    expect(error.failed).toHaveLength(urls.length);
    expect(inside.heads).toEqual([]);
    expect(server.heads).toHaveLength(1);
  });

  it("#32 the API's own host may be in a private network, and no other host there", async () => {
    const inside = new ResultUrlRules({ server: "https://10.1.2.3:8443" });
    expect((await inside.check("https://10.1.2.3/x.zip")).host).toBe("10.1.2.3");
    await expect(inside.check("https://10.1.2.4/x.zip")).rejects.toThrow("10.1.2.4 is not a public host");
    const listed = new ResultUrlRules({ server: "http://127.0.0.1:8090", resultHosts: ["127.0.0.1"] });
    expect((await listed.check("http://127.0.0.1:9000/x.zip")).port).toBe("9000");
    const local = new ResultUrlRules({ server: "http://127.0.0.1:8090" });
    await expect(local.check("https://127.0.0.1/x.zip")).rejects.toThrow("127.0.0.1 is not a public host");
  });

  it("#32 public addresses are let through, of resultHosts alone where they are given", async () => {
    for (const url of ["https://8.8.8.8/x", "https://[2600::1]/x", "https://[64:ff9b::808:808]/x"]) {
      expect((await rules.check(url)).href).toBe(url);
    }
    const listed = new ResultUrlRules({
      server: "https://api.example.com",
      resultHosts: ["Files.example.com"],
    });
    for (const url of ["https://files.example.com/x", "https://a.files.example.com:8443/x"]) {
      expect((await listed.check(url)).href).toBe(url);
    }
    for (const url of [
      "https://evilfiles.example.com/x",
      "https://8.8.8.8/x",
      "http://files.example.com/x",
    ]) {
      await expect(listed.check(url)).rejects.toThrow("Cannot fetch from the result's URL");
    }
  });
});

async function newFolder(spy: Spy): Promise<string> {
  return join(await spy.folder(), "batch");
}

describe("#33 redirects of downloads", () => {
  const redirect = (location: string) => ({ reply: { status: 302, headers: { Location: location } } });

  async function download(spy: Spy, plan: (server: string) => FaultPlan) {
    const { batch, emulator, results } = await emulatedBatch(spy, { jobs: 1 });
    emulator.setFaults(plan(emulator.url));
    const outcome = batch.download(await newFolder(spy));
    return { outcome, results };
  }

  it("#33 to an inner address: rejected, and nobody was asked", async ({ spy }) => {
    const inside = await chaosServer((socket) => answerJson(socket, {}));
    for (const location of [
      inside.url,
      "http://169.254.169.254/",
      "file:///etc/passwd",
      "https://u:p@example.com/",
    ]) {
      const { outcome } = await download(spy, () => [{ path: "/results/*", fault: redirect(location) }]);
      const error = (await spy.thrown(outcome)) as DownloadSummaryError;
      expect(error.failed[0]?.error).toMatchObject({ code: "RESULT_URL" });
    }
    expect(inside.heads).toEqual([]);
  });

  it("#33 six hops, or a loop: rejected after five", async ({ spy }) => {
    const { outcome, results } = await download(spy, (server) => [
      { path: "/results/*", fault: redirect(`${server}/results/again.zip`) },
    ]);
    const error = (await spy.thrown(outcome)) as DownloadSummaryError;
    expect(error.failed[0]?.error).toMatchObject({ name: "UnexpectedRedirectError" });
    expect(results()).toHaveLength(6);
  });

  it("#33 abort while a redirect is looked into: ends at once", async ({ spy }) => {
    const { emulator } = await emulatedBatch(spy, { jobs: 1 });
    emulator.setFaults([{ path: "/results/*", fault: redirect("https://slow.example.com/") }]);
    const client = new ApiClient({ server: emulator.url, token: spy.token });
    const controller = new AbortController();
    const reason = new Error("enough");
    const check = () => {
      controller.abort(reason);
      return new Promise<never>(() => {});
    };
    const url = new URL(`${emulator.url}/results/a.zip`);
    const asked = client.fetchPresigned({ url, request: 1, attempt: 1, check, signal: controller.signal });
    expect(await spy.thrown(asked)).toBe(reason);
  });

  it("#33 five hops that are allowed: followed", async ({ spy }) => {
    const { batch, emulator, results } = await emulatedBatch(spy, { jobs: 1 });
    const [job] = await batch.getValidCompletedJobs();
    emulator.setFaults([{ path: "/results/*", at: [1, 2, 3, 4, 5], fault: redirect(job?.resultUrl ?? "") }]);
    expect(await batch.download(await newFolder(spy))).toMatchObject({ downloaded: batch.jobIds });
    expect(results()).toHaveLength(6);
  });
});

describe("#34 the token", () => {
  it("#34 is absent from requests for results, redirected or not", async ({ spy }) => {
    const { batch, emulator, results } = await emulatedBatch(spy, { jobs: 2 });
    const [job] = await batch.getValidCompletedJobs();
    const reply = { status: 302, headers: { Location: job?.resultUrl ?? "" } };
    emulator.setFaults([{ path: "/results/*", at: [1], fault: { reply } }]);
    await batch.download(await newFolder(spy)).catch(() => {});
    expect(results().length).toBeGreaterThanOrEqual(3);
    for (const { headers } of results()) {
      expect(headers).not.toHaveProperty("authorization");
      expect(headers).not.toHaveProperty("cookie");
      expect(headers).toMatchObject({ "accept-encoding": "identity" });
    }
    expect(emulator.requests.some(({ headers }) => "authorization" in headers)).toBe(true);
  });
});
