import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { ApiClient } from "../../src/api/api-client.ts";
import { postBatchEstimate } from "../../src/api/endpoints/post-batch-estimate.ts";
import { requestBody } from "../../src/api/request-body.ts";
import type { JobParams } from "../../src/api/wire-types.ts";
import { fill } from "../../src/design/fill/fill.ts";
import { startEmulator } from "../../src/emulator/index.ts";
import { Session } from "../../src/session/session.ts";

/** Jobs that are made when they are asked for. */
function jobs(count: number): Iterable<JobParams> {
  return {
    *[Symbol.iterator]() {
      for (let i = 0; i < count; i++) yield { scene: `é${i}`, camera_height: i / 7, add_socks: i % 2 === 0 };
    },
  };
}

/** A server that answers the length and the hash of what it is sent. */
async function withEcho<T>(use: (server: string) => Promise<T>): Promise<T> {
  const server = createServer(async (request, response) => {
    const hash = createHash("sha256");
    let length = 0;
    for await (const chunk of request) {
      hash.update(chunk);
      length += chunk.length;
    }
    const detail = `${length} ${hash.digest("hex")} ${request.headers["content-length"] ?? "no length"}`;
    response.writeHead(400, { "content-type": "application/json" }).end(JSON.stringify({ detail }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.close();
  }
}

describe("a batch's body", () => {
  it.each([
    [3, true],
    [600_000, false],
  ])("of %d jobs arrives as its JSON, with a length: %s", async (count, whole) => {
    const json = JSON.stringify({
      name: "é",
      job_runs: Array.from(jobs(count), (param_values) => ({ name: "g", is_preview: false, param_values })),
    });
    const length = Buffer.byteLength(json);
    const hash = createHash("sha256").update(json).digest("hex");
    await withEcho(async (server) => {
      const client = new ApiClient({ token: "a-secret", server });
      const submission = { generator: "g", name: "é", jobParams: jobs(count), isPreview: false };
      const answer = `${length} ${hash} ${whole ? length : "no length"}`;
      await expect(postBatchEstimate(client, submission)).rejects.toThrow(answer);
    });
  });

  it("of many jobs is read by the emulator", async () => {
    const server = await startEmulator();
    try {
      const session = await Session.connect({
        server: server.url,
        token: server.token,
        generator: "visionfit-v0.3.1",
      });
      const design = fill(
        session.space,
        Array.from({ length: 12_000 }, () => ({ num_reps: 1 })),
        {
          with: "random",
          seed: 1,
        },
      );
      const estimates = await session.estimateSamples(design);
      expect(estimates).toHaveLength(12_000);
      const some = await session.estimateSamples(design.slice(5000, 5010));
      expect(some).toEqual(estimates.slice(5000, 5010));
    } finally {
      await server.close();
    }
  });
});

describe("requestBody()", () => {
  it("asks for pieces only as they are read, and never puts a long body together", async () => {
    const piece = "x".repeat(2 ** 20);
    let asked = 0;
    const { init } = requestBody({
      *[Symbol.iterator]() {
        for (; asked < 600; asked++) yield piece; // 629 million characters are more than one text can have
      },
    });
    expect(asked).toBeLessThan(70);
    let length = 0;
    for await (const chunk of init.body as unknown as AsyncIterable<Uint8Array>) {
      length += chunk.length;
      expect(asked * piece.length - length).toBeLessThan(8 * piece.length);
    }
    expect(length).toBe(600 * piece.length);
  });
});
