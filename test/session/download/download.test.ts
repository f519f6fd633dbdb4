import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { BatchFolderError } from "../../../src/session/download/batch-folder-error.ts";
import type { DownloadProgress } from "../../../src/session/download/download-progress.ts";
import { DownloadSummaryError } from "../../../src/session/download/download-summary-error.ts";
import { Session } from "../../../src/session/session.ts";
import { makeZip } from "../../util/make-zip.ts";
import { failFirstJob, rewriteJobs } from "../../util/rewrite-jobs.ts";
import { connect, type Intercept, serve } from "../../util/serve.ts";
import { temporaryFolder } from "../../util/temporary-folder.ts";

const SHORT = { num_reps: 1, frame_rate: 6, image_width: 128, image_height: 128 };

async function submitted(jobs: number, intercept?: Intercept) {
  const served = serve({}, intercept);
  const session = await connect(served);
  return { served, session, batch: await session.submit(Array.from({ length: jobs }, () => SHORT)) };
}

describe("download()", () => {
  it("writes a folder per job and what the batch is, without secrets", async () => {
    const folder = join(await temporaryFolder(), "new", "batch");
    const { served, batch } = await submitted(2);
    const summary = await batch.download(folder);
    expect(summary).toEqual({ folder, downloaded: batch.jobIds, skipped: [], failed: [], inProgress: [] });
    expect((await readdir(folder)).sort()).toEqual([".infinity", "batch_id.txt", ...batch.jobIds].sort());
    expect(await readFile(join(folder, "batch_id.txt"), "utf8")).toBe(batch.batchId);
    expect(await readdir(join(folder, batch.jobIds[0] as string))).toContain("job.json");
    expect(await readdir(join(folder, ".infinity", "tmp"))).toEqual([]);
    const text = await readFile(join(folder, ".infinity", "batch.json"), "utf8");
    expect(JSON.parse(text)).toMatchObject({
      format_version: 1,
      batch: { id: batch.batchId, name: "" },
      is_preview: false,
      generator: { name: "visionfit-v0.3.1" },
      jobs: batch.jobIds.map((job_id, design_row) => ({ job_id, design_row, status: "completed" })),
    });
    expect(text).not.toContain(served.token);
    expect(text).not.toMatch(/https?:|signature/);
  });

  it("tells of bytes and of jobs, those of an earlier download included", async () => {
    const folder = join(await temporaryFolder(), "batch");
    const { batch } = await submitted(3);
    await batch.download(folder);
    await rm(join(folder, batch.jobIds[1] as string), { recursive: true });
    const steps: DownloadProgress[] = [];
    await batch.download(folder, { onProgress: (progress) => steps.push(progress) });
    const [first, last] = [steps[0], steps.at(-1)];
    expect(first).toMatchObject({
      numJobs: 3,
      numJobsDone: 2,
      numJobsFailed: 0,
      bytesTotal: null,
      jobId: null,
    });
    expect(last).toMatchObject({ numJobs: 3, numJobsDone: 3, numJobsFailed: 0, jobId: batch.jobIds[1] });
    expect(first?.bytes).toBeGreaterThan(0);
    expect(last?.bytes).toBeGreaterThan(first?.bytes ?? 0);
    expect(last?.bytesTotal).toBe(last?.bytes);
  });

  it("sends no token when it fetches results", async () => {
    const { served, batch } = await submitted(1);
    await batch.download(join(await temporaryFolder(), "batch"));
    const results = served.requests.filter(({ url }) => url.includes(".zip"));
    expect(results).toHaveLength(1);
    expect(results[0]?.headers.has("authorization")).toBe(false);
    expect(results[0]?.headers.get("accept-encoding")).toBe("identity");
  });

  it("keeps the design rows that the first download noted", async () => {
    const folder = join(await temporaryFolder(), "batch");
    const session = await connect(serve());
    const batch = await session.submit([
      { ...SHORT, design_row: 7 },
      { ...SHORT, design_row: 3 },
    ]);
    const noted = async () => {
      const { jobs } = JSON.parse(await readFile(join(folder, ".infinity", "batch.json"), "utf8"));
      return jobs.map(({ design_row }: { design_row: number }) => design_row);
    };
    await batch.download(folder);
    expect(await noted()).toEqual([7, 3]);
    await (await session.batchFromApi(batch.batchId)).download(folder);
    expect(await noted()).toEqual([7, 3]);
  });

  it("refuses an archive that holds anything but the job's folder", async () => {
    const { batch } = await submitted(1, ({ url }) => {
      if (!url.includes(".zip")) return undefined;
      return new Response(makeZip([{ name: "other/job.json", data: "{}" }]));
    });
    const folder = join(await temporaryFolder(), "batch");
    await expect(batch.download(folder)).rejects.toThrow(
      `it must hold one folder named ${batch.jobIds[0]}, it holds other`,
    );
    expect(await readdir(folder)).not.toContain(batch.jobIds[0]);
  });

  it("gives up on a result that stops arriving", async () => {
    const hang = () => new Response(new ReadableStream({ start: (c) => c.enqueue(new Uint8Array(10)) }));
    const served = serve({}, ({ url }) => (url.includes(".zip") ? hang() : undefined));
    const { server, token, fetch } = served;
    const generator = "visionfit-v0.3.1";
    const session = await Session.connect({
      server,
      token,
      fetch,
      generator,
      timeouts: { stallMs: 300 },
      downloadRetries: 0,
    });
    const batch = await session.submit([SHORT]);
    const error = await batch.download(join(await temporaryFolder(), "batch")).catch((e: unknown) => e);
    expect((error as DownloadSummaryError).failed[0]?.error).toMatchObject({
      name: "TimeoutError",
      clock: "stall",
      limitMs: 300,
    });
  });

  it.each([0, -1, 1.5, Number.NaN])("refuses %d downloads at once", async (concurrency) => {
    const { batch } = await submitted(1);
    const folder = join(await temporaryFolder(), "batch");
    await expect(batch.download(folder, { concurrency })).rejects.toThrow(RangeError);
  });

  it("passes on an error of onProgress, and does not blame the job", async () => {
    const { batch } = await submitted(2);
    const onProgress = () => {
      throw new Error("my own fault");
    };
    const download = batch.download(join(await temporaryFolder(), "batch"), { onProgress });
    await expect(download).rejects.toThrow("my own fault");
  });

  it("fetches only what is missing, unless told to overwrite", async () => {
    const folder = join(await temporaryFolder(), "batch");
    const { batch } = await submitted(2);
    await batch.download(folder);
    const [kept, lost] = batch.jobIds as [string, string];
    await rm(join(folder, lost), { recursive: true });
    await writeFile(join(folder, kept, "notes.txt"), "mine");
    expect(await batch.download(folder)).toMatchObject({ downloaded: [lost], skipped: [kept] });
    expect(await readFile(join(folder, kept, "notes.txt"), "utf8")).toBe("mine");
    expect(await batch.download(folder, { overwrite: true })).toMatchObject({
      downloaded: [kept, lost],
      skipped: [],
    });
    expect(await readdir(join(folder, kept))).not.toContain("notes.txt");
  });

  it("does not take results of other parameters for its own, though a server with the same seed gave the same ids", async () => {
    const folder = await temporaryFolder();
    const first = await submitted(1);
    await first.batch.download(folder);
    const again = await submitted(1);
    expect(await again.batch.download(folder)).toMatchObject({ skipped: first.batch.jobIds });
    const changed = await (await connect(serve({}))).submit([{ ...SHORT, num_reps: 2 }]);
    expect(changed.jobIds).toEqual(first.batch.jobIds);
    await expect(changed.download(folder)).rejects.toThrow(
      `it holds job ${first.batch.jobIds[0]} with other parameters`,
    );
    const path = join(folder, String(changed.jobIds[0]), "job.json");
    expect(await readFile(path, "utf8")).toMatch(/"num_reps": ?1\b/);
    expect(await changed.download(folder, { overwrite: true })).toMatchObject({ downloaded: changed.jobIds });
    expect(await readFile(path, "utf8")).toMatch(/"num_reps": ?2\b/);
  });

  it("refuses a folder of another batch, or of something else, and changes nothing", async () => {
    const folder = await temporaryFolder();
    const { session, batch } = await submitted(1);
    await batch.download(join(folder, "batch"));
    const other = await session.submit([SHORT]);
    await expect(other.download(join(folder, "batch"))).rejects.toThrow(
      `it holds batch ${batch.batchId}, not ${other.batchId}; choose another folder`,
    );
    await mkdir(join(folder, "mine"));
    await writeFile(join(folder, "mine", "notes.txt"), "precious");
    await expect(other.download(join(folder, "mine"))).rejects.toThrow(BatchFolderError);
    expect(await readdir(join(folder, "mine"))).toEqual(["notes.txt"]);
  });

  it("keeps the other jobs when one cannot be fetched, names it, and goes on later", async () => {
    const folder = join(await temporaryFolder(), "batch");
    let broken = "none";
    const { batch } = await submitted(3, ({ url }) => {
      return url.includes(`${broken}.zip`) ? new Response("PK not a zip") : undefined;
    });
    broken = batch.jobIds[1] as string;
    const error = await batch.download(folder).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(DownloadSummaryError);
    expect((error as DownloadSummaryError).failed.map(({ jobId }) => jobId)).toEqual([batch.jobIds[1]]);
    expect((error as Error).message).toContain(`1 of 3 jobs could not be downloaded to ${folder}`);
    expect((await readdir(folder)).filter((name) => batch.jobIds.includes(name))).toHaveLength(2);
    expect(await readdir(join(folder, ".infinity", "tmp"))).toEqual([]);
    broken = "none";
    expect(await batch.download(folder)).toMatchObject({ downloaded: [batch.jobIds[1]] });
  });

  it("lists failed jobs and those in progress, in the folder's metadata too", async () => {
    const folder = join(await temporaryFolder(), "batch");
    const { batch } = await submitted(2, failFirstJob());
    expect(await batch.download(folder)).toMatchObject({
      downloaded: [batch.jobIds[1]],
      failed: [batch.jobIds[0]],
    });
    const { jobs } = JSON.parse(await readFile(join(folder, ".infinity", "batch.json"), "utf8"));
    expect(jobs.map(({ status }: { status: string }) => status)).toEqual(["failed", "completed"]);
  });

  it.each([
    "http://169.254.169.254/latest/meta-data/",
    "http://127.0.0.1:1/x.zip",
    "https://localhost/x.zip",
    "file:///etc/passwd",
    "https://user:secret@example.com/x.zip",
  ])("does not fetch a result from %s", async (result_url) => {
    const { served, batch } = await submitted(
      1,
      rewriteJobs((job) => ({ ...job, result_url })),
    );
    await expect(batch.download(join(await temporaryFolder(), "batch"))).rejects.toThrow(
      DownloadSummaryError,
    );
    expect(served.requests.some(({ url }) => url === result_url)).toBe(false);
  });

  it("stops when aborted and keeps what is complete", async () => {
    const folder = join(await temporaryFolder(), "batch");
    const { batch } = await submitted(6);
    const controller = new AbortController();
    const reason = new Error("enough");
    const download = batch.download(folder, {
      concurrency: 1,
      signal: controller.signal,
      onProgress: ({ numJobsDone }) => numJobsDone === 2 && controller.abort(reason),
    });
    await expect(download).rejects.toBe(reason);
    expect((await readdir(folder)).filter((name) => batch.jobIds.includes(name))).toHaveLength(2);
  });
});
