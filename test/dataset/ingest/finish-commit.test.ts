import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { finishCommit } from "../../../src/dataset/ingest/finish-commit.ts";
import { type IngestPaths, ingestPaths } from "../../../src/dataset/ingest/ingest-paths.ts";
import { treeOf } from "../../faults/util/tree-of.ts";
import { temporaryFolder } from "../../util/temporary-folder.ts";

const steps = vi.hoisted(() => ({ left: Infinity }));

vi.mock("node:fs/promises", async (importOriginal) => {
  const real = await importOriginal<typeof import("node:fs/promises")>();
  const counted =
    <A extends unknown[], R>(call: (...args: A) => Promise<R>) =>
    (...args: A): Promise<R> => {
      if (steps.left-- <= 0) throw new Error("killed");
      return call(...args);
    };
  return { ...real, rename: counted(real.rename), rm: counted(real.rm), mkdir: counted(real.mkdir) };
});

afterEach(() => {
  steps.left = Infinity;
});

/** A commit that replaces a table, adds one and removes one. */
async function prepared(): Promise<IngestPaths> {
  const paths = ingestPaths(await temporaryFolder());
  const { folder, own, next, commit, manifest } = paths;
  const files = {
    [join(folder, "images", "old.parquet")]: "old images",
    [join(folder, "polygons", "old.parquet")]: "old polygons",
    [join(folder, "imu", "same.parquet")]: "same",
    [join(next, "images", "new.parquet")]: "new images",
    [join(next, "jobs", "new.parquet")]: "new jobs",
    [join(next, "manifest.json")]: "new manifest",
    [join(next, "jobs.jsonl")]: "new records",
    [manifest]: "old manifest",
    [join(own, "jobs.jsonl")]: "old records",
    [commit]: JSON.stringify({ tables: ["images", "jobs"], gone: ["polygons"] }),
  };
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(path, ".."), { recursive: true });
    await writeFile(path, text);
  }
  return paths;
}

describe("finishCommit()", () => {
  it("ends in the same tree wherever it is cut short, and shows no half table on the way", async () => {
    const clean = await prepared();
    await finishCommit(clean);
    const tree = await treeOf(clean.folder);
    expect(Object.keys(tree).filter((path) => path.includes("."))).toEqual([
      ".infinity",
      ".infinity/ingest",
      ".infinity/ingest/jobs.jsonl",
      ".infinity/ingest/manifest.json",
      "images/new.parquet",
      "imu/same.parquet",
      "jobs/new.parquet",
    ]);
    let cuts = 0;
    for (let isCut = true; isCut; cuts++) {
      const paths = await prepared();
      steps.left = cuts;
      isCut = await finishCommit(paths).then(
        () => false,
        () => true,
      );
      steps.left = Infinity;
      const images = Object.keys(await treeOf(paths.folder)).filter((path) => path.startsWith("images/"));
      expect([[], ["images/old.parquet"], ["images/new.parquet"]]).toContainEqual(images);
      // The list of files changes last: whoever reads by it finds what it says, or is told that it has changed.
      if ((await readFile(paths.manifest, "utf8")) === "new manifest")
        expect(images).toEqual(["images/new.parquet"]);
      await finishCommit(paths);
      expect(await treeOf(paths.folder)).toEqual(tree);
    }
    expect(cuts).toBeGreaterThan(8);
  });

  it("does nothing without a commit", async () => {
    const paths = await prepared();
    await rm(paths.commit);
    const tree = await treeOf(paths.folder);
    await finishCommit(paths);
    expect(await treeOf(paths.folder)).toEqual(tree);
  });
});
