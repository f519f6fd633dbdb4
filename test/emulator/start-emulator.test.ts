import { expect, test } from "vitest";
import { startEmulator } from "../../src/emulator/index.ts";

test("startEmulator() listens on a free port until it is closed", async () => {
  const emulator = await startEmulator({ token: "t", jobDurationMs: 0 });
  expect(emulator.url).toBe(`http://127.0.0.1:${emulator.port}`);
  const headers = { Authorization: "Token t", "Content-Type": "application/json" };
  const submitted = await fetch(`${emulator.url}/api/batch/`, {
    method: "POST",
    headers,
    body: JSON.stringify({
      name: "",
      job_runs: [{ name: "sensefit-v0.2.0", is_preview: false, param_values: {} }],
    }),
  });
  expect(submitted.status).toBe(201);
  const { id } = (await submitted.json()) as { id: string };
  const moved = await fetch(`${emulator.url}/api/batch/${id}/summary`, { headers });
  const { job_runs } = (await moved.json()) as { job_runs: { result_url: string }[] };
  expect(job_runs[0]?.result_url.startsWith(`${emulator.url}/results/`)).toBe(true);
  const archive = await fetch(job_runs[0]?.result_url ?? "");
  expect((await archive.arrayBuffer()).byteLength).toBe(Number(archive.headers.get("Content-Length")));
  await emulator.close();
  await expect(fetch(`${emulator.url}/api/jobs/`)).rejects.toThrow();
});

test("startEmulator() rejects a taken port and a wrong one", async () => {
  const emulator = await startEmulator();
  await expect(startEmulator({ port: emulator.port })).rejects.toThrow(/EADDRINUSE/);
  await emulator.close();
  await expect(startEmulator({ port: 70_000 })).rejects.toThrow(RangeError);
});
