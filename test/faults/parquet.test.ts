import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { table } from "arquero";
import { describe, expect } from "vitest";
import { FileWriteError } from "../../src/io/file-write-error.ts";
import { readParquet } from "../../src/io/read-parquet.ts";
import { type WriteParquetOptions, writeParquet } from "../../src/io/write-parquet.ts";
import { it } from "./util/fault-test.ts";
import { makeReadOnly, smallDisk } from "./util/small-disk.ts";

const large = table({ x: Float64Array.from({ length: 200_000 }, Math.random) });
const small = table({ x: Float64Array.of(1, 2, 3) });

describe.each<WriteParquetOptions["engine"]>(["native", "js"])("Parquet by the %s engine", (engine) => {
  it("on a full disk keeps the old file, and is written once there is room", async () => {
    const disk = await smallDisk({ size: "256k" });
    if (disk === null) return expect(disk).toBe(null);
    const path = join(disk, "table.parquet");
    await writeFile(path, "old");
    const writing = writeParquet(large, path, { engine, force: true });
    const error = await writing.catch((each: unknown) => each);
    expect(error).toBeInstanceOf(FileWriteError);
    expect(error).toMatchObject({ code: "ENOSPC", path });
    expect(await readFile(path, "utf8")).toBe("old");
    expect(await readdir(disk)).toEqual(["table.parquet"]);
    await writeParquet(small, path, { engine, force: true });
    expect((await readParquet(path)).objects()).toEqual(small.objects());
  });

  it("on a read-only disk fails with the system's code", async () => {
    const disk = await smallDisk({ size: "256k" });
    if (disk === null) return expect(disk).toBe(null);
    makeReadOnly(disk);
    await expect(writeParquet(small, join(disk, "a.parquet"), { engine })).rejects.toMatchObject({
      code: "EROFS",
    });
    expect(await readdir(disk)).toEqual([]);
  });
});
