import { describe, expect, test } from "vitest";
import { openFileStore } from "../../../src/emulator/store/file-store.ts";
import { temporaryFolder } from "../../util/temporary-folder.ts";
import { job, makeServer } from "../client.ts";

function marked(server: ReturnType<typeof makeServer>) {
  return async (key: string, body: object) => {
    const response = await server.emulator.fetch(
      new Request("http://emulator.test/api/batch/", {
        method: "POST",
        headers: { Authorization: "Token emulator", "Idempotency-Key": key },
        body: JSON.stringify(body),
      }),
    );
    return { status: response.status, body: await response.json() };
  };
}

const BODY = { name: "a", job_runs: [job("spills-v0.1.0", { size: 7 })] };

describe("Idempotency-Key", () => {
  test("makes one batch of a submission that is sent again, at once too", async () => {
    const server = makeServer({ quota: 100 });
    const post = marked(server);
    const replies = await Promise.all([1, 2, 3].map(() => post("k", BODY)));
    expect(replies.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(replies[1]).toEqual(replies[0]);
    expect(replies[2]).toEqual(replies[0]);
    expect((await server.get("/api/batch/")).body).toHaveLength(1);
    expect((await post("other", { ...BODY, name: "a" })).body.detail).toContain("28 remain");
  });

  test("is refused with 422 for other jobs or another name, and nothing is submitted", async () => {
    const server = makeServer();
    const post = marked(server);
    await post("k", BODY);
    for (const other of [
      { ...BODY, name: "b" },
      { ...BODY, job_runs: [job("spills-v0.1.0", { size: 8 })] },
      { ...BODY, job_runs: [...BODY.job_runs, ...BODY.job_runs] },
    ]) {
      const { status, body } = await post("k", other);
      expect([status, body.detail]).toEqual([422, 'Idempotency-Key "k" belongs to a batch of other jobs']);
    }
    expect((await server.get("/api/batch/")).body).toHaveLength(1);
  });

  test("is free again where a submission was refused", async () => {
    const post = marked(makeServer());
    expect((await post("k", { ...BODY, job_runs: [job("spills-v0.1.0", { size: 0 })] })).status).toBe(400);
    expect((await post("k", BODY)).status).toBe(201);
  });

  test("is remembered with the batches", async () => {
    const storage = openFileStore(await temporaryFolder());
    const { body } = await marked(makeServer({ storage }))("k", BODY);
    const again = await marked(makeServer({ storage }))("k", BODY);
    expect([again.status, again.body.id]).toEqual([201, body.id]);
  });
});
