import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { Missing } from "./missing.ts";
import { output } from "./output.ts";

/** The home of a Java that Spark can use: `JAVA_HOME`, that on the path, or one that is installed where Linux has them. */
export async function findJava(): Promise<string> {
  const { JAVA_HOME } = process.env;
  const installed = await readdir("/usr/lib/jvm").catch(() => []);
  const candidates = [
    ...(JAVA_HOME === undefined ? [] : [join(JAVA_HOME, "bin/java")]),
    "java",
    ...installed.sort().map((name) => join("/usr/lib/jvm", name, "bin/java")),
  ];
  for (const java of candidates) {
    const told = (await output(java, ["-XshowSettings:properties", "-version"])) ?? "";
    const home = /^\s*java\.home = (.+)$/m.exec(told)?.[1];
    const version = /^\s*java\.specification\.version = (\d+)$/m.exec(told)?.[1];
    if (home !== undefined && Number(version) >= 17) return home;
  }
  throw new Missing("Java 17 or later (JAVA_HOME, `java` on the path or /usr/lib/jvm)");
}
