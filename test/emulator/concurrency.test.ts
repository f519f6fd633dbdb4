import { expect, it } from "vitest";
import { startEmulator } from "../../src/emulator/index.ts";
import { Session } from "../../src/session/session.ts";
import { temporaryFolder } from "../util/temporary-folder.ts";

it("fifty clients at once get their own batches and results", async () => {
  const server = await startEmulator({ jobDurationMs: 5 });
  const folder = await temporaryFolder();
  try {
    const clients = Array.from({ length: 50 }, async (_, client) => {
      const session = await Session.connect({
        server: server.url,
        token: server.token,
        generator: "spills-v0.1.0",
      });
      const jobs = [{ size: client + 1 }, { size: client + 51 }];
      expect(await session.estimateSamples(jobs, { isPreview: true })).toEqual([1, 1]);
      const batch = await session.submit(jobs, { isPreview: true, batchName: `client ${client}` });
      await batch.awaitCompletion({ pollIntervalMs: 20 });
      const { downloaded } = await batch.download(`${folder}/${client}`);
      expect(downloaded).toEqual([...batch.jobIds]);
      expect(batch.jobParams.map(({ size }) => size)).toEqual([client + 1, client + 51]);
      return batch;
    });
    const batches = await Promise.all(clients);
    expect(new Set(batches.flatMap(({ jobIds }) => jobIds)).size).toBe(100);
    const session = await Session.connect({
      server: server.url,
      token: server.token,
      generator: "spills-v0.1.0",
    });
    expect(await session.getBatchesLastNDays(1)).toHaveLength(50);
  } finally {
    await server.close();
  }
});
