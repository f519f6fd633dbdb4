import { expect, test } from "vitest";
import { job, makeServer } from "../client.ts";

test("a body that is too large is refused with 413, and nothing is submitted", async () => {
  const { submit, get } = makeServer({ maxBodyBytes: 1000 });
  expect((await submit(job("spills-v0.1.0"))).status).toBe(201);
  const large = await submit(...Array.from({ length: 50 }, () => job("spills-v0.1.0")));
  expect([large.status, large.body.detail]).toEqual([
    413,
    "Request body is too large: at most 1000 bytes are taken; split the batch",
  ]);
  expect((await get("/api/batch/")).body).toHaveLength(1);
});
