import { expect } from "vitest";
import { it } from "./util/fault-test.ts";
import { killDownloads } from "./util/kill-downloads.ts";

it("#52 kill -9 at a few random points of a download, then rerun: the end state is that of a clean run", async ({
  spy,
}) => {
  const { kills, ends } = await killDownloads(spy, { jobs: 12, kills: 4, seed: "a few kills" });
  expect(kills).toBe(4);
  expect(ends).toBeGreaterThan(0);
}, 120_000);
