import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { findPython } from "./find-python.ts";
import { findSpark } from "./find-spark.ts";

const PINS = fileURLToPath(new URL("../../../.ci/spark.txt", import.meta.url));
const CACHE = fileURLToPath(new URL("../../../.cache/spark", import.meta.url));

/**
 * The folder of the pinned Spark, from a virtual environment that is made once and kept in `.cache/spark`.
 *
 * `INFINITY_FRAMES_SPARK_PYTHON` names a Python whose own pyspark is used instead.
 */
export async function installSpark(): Promise<string> {
  const { INFINITY_FRAMES_SPARK_PYTHON: own } = process.env;
  if (own !== undefined) {
    const home = await findSpark(own);
    if (home !== null) return home;
    throw new Error(`INFINITY_FRAMES_SPARK_PYTHON is ${own}, which has no pyspark with a Connect server`);
  }
  const hash = createHash("sha256")
    .update(await readFile(PINS))
    .digest("hex")
    .slice(0, 12);
  const kept = join(CACHE, hash);
  return (await findSpark(join(kept, "bin/python"))) ?? (await make(kept));
}

/** Makes the environment under another name, so that no other run ever sees half of it. */
async function make(kept: string): Promise<string> {
  const python = await findPython();
  process.stderr.write(`Spark: installing ${(await readFile(PINS, "utf8")).trim()} (some minutes, once)\n`);
  await mkdir(CACHE, { recursive: true });
  const half = await mkdtemp(join(CACHE, "half-"));
  try {
    await promisify(execFile)(python, ["-m", "venv", half]);
    const pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement", PINS];
    await promisify(execFile)(join(half, "bin/python"), pip);
    await replace(half, kept);
  } finally {
    await rm(half, { recursive: true, force: true });
  }
  const home = await findSpark(join(kept, "bin/python"));
  if (home === null) throw new Error(`The pyspark in ${kept} has no Connect server`);
  return home;
}

/** Puts what was made in its place, unless another run was faster and what it made works. */
async function replace(half: string, kept: string): Promise<void> {
  if ((await findSpark(join(kept, "bin/python"))) !== null) return;
  await rm(kept, { recursive: true, force: true });
  await rename(half, kept);
}
