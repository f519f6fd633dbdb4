import { describe, expect, test } from "vitest";
import { job, makeServer, resultFiles, textOf, unzip } from "../client.ts";

async function finished(params: object, name = "spills-v0.1.0") {
  const server = makeServer();
  const { body } = await server.submit(job(name, params as Record<string, unknown>));
  server.clock.ms += 1000;
  const run = (await server.get(`/api/job_runs/${body.job_runs[0].id}/`)).body;
  return { ...server, run };
}

describe("result archives", () => {
  test("are served at a signed address below the request's own origin, without a token", async () => {
    const { emulator, run } = await finished({ video_duration: 1 });
    expect(run.result_url).toMatch(
      new RegExp(`^http://emulator.test/results/${run.id}.zip\\?signature=[0-9a-f]{32}$`),
    );
    const response = await emulator.fetch(new Request(run.result_url));
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(response.status).toBe(200);
    expect(response.headers.get("Content-Type")).toBe("application/zip");
    expect(response.headers.get("Content-Length")).toBe(String(bytes.length));
  });

  test("are refused with a wrong signature, and with a token", async () => {
    const { emulator, run } = await finished({ video_duration: 1 });
    const wrong = await emulator.fetch(new Request(`${run.result_url.slice(0, -1)}x`));
    expect(wrong.status).toBe(403);
    expect((await emulator.fetch(new Request(run.result_url.split("?")[0]))).status).toBe(403);
    const headers = { Authorization: `Token ${emulator.token}` };
    expect((await emulator.fetch(new Request(run.result_url, { headers }))).status).toBe(400);
  });

  test("have one top folder named by the job, with the files of the generator", async () => {
    const layouts: [name: string, params: object, preview: boolean, files: string[]][] = [
      [
        "visionfit-v0.3.1",
        { rel_baseline_speed: 3 },
        false,
        ["job.json", "video.rgb.json", "video.rgb.zip", "video_preview.png"],
      ],
      ["visionfit-v0.3.1", {}, true, ["job.json", "video.rgb.json", "video_preview.png"]],
      [
        "spills-v0.1.0",
        { video_duration: 1, frame_rate: 6 },
        false,
        ["job.json", "video.rgb.json", "video.rgb.zip", "video_preview.png"],
      ],
      ["spills-v0.1.0", {}, true, ["job.json", "video.rgb.json", "video_preview.png"]],
      ["sensefit-v0.2.0", {}, false, ["data.csv", "job.json"]],
    ];
    for (const [name, params, preview, expected] of layouts) {
      const server = makeServer();
      const [archive] = await server.results(job(name, params as Record<string, unknown>, preview));
      const kind = preview ? "job_previews" : "job_runs";
      const [listed] = (await server.get(`/api/${kind}/`)).body;
      expect([...(await unzip(archive!)).keys()].sort()).toEqual(
        expected.map((file) => `${listed.id}/${file}`),
      );
      const jobJson = JSON.parse(textOf(await resultFiles(archive!), "job.json"));
      expect(jobJson).toEqual({ name, params: listed.param_values });
    }
  });
});
