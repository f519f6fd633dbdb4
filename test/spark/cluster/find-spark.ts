import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { output } from "./output.ts";

/** The folder of Spark in a Python's `pyspark`, or `null` if it has none with a Connect server. */
export async function findSpark(python: string): Promise<string | null> {
  const told = await output(python, ["-c", "import pyspark; print(pyspark.__path__[0])"]);
  if (told === null) return null;
  const jars = await readdir(join(told.trim(), "jars")).catch(() => []);
  return jars.some((name) => /^spark-connect_[\d.]+-.*\.jar$/.test(name)) ? told.trim() : null;
}
