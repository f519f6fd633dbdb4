import { describe, expect, test } from "vitest";
import { job, makeServer } from "../client.ts";

describe("POST api/batch/", () => {
  test("answers 201 with complete parameters in the order of the request", async () => {
    const { submit, get } = makeServer();
    const { status, body } = await submit(
      job("spills-v0.1.0", { size: 7 }),
      job("sensefit-v0.2.0"),
      job("spills-v0.1.0", { size: 3 }, true),
    );
    expect(status).toBe(201);
    expect(Object.keys(body)).toEqual(["id", "name", "created", "job_runs"]);
    expect(body.created).toBe("2022-08-10T13:50:41.753000+00:00");
    expect(body.job_runs.map((run: { name: string }) => run.name)).toEqual([
      "spills-v0.1.0",
      "sensefit-v0.2.0",
      "spills-v0.1.0",
    ]);
    expect(body.job_runs.map((run: { is_preview: boolean }) => run.is_preview)).toEqual([false, false, true]);
    expect(body.job_runs[0].param_values).toEqual({
      aspect_ratio: 2,
      color: "TRANSPARENT",
      depth: 1,
      frame_rate: 24,
      profile_irregularity: 0.5,
      random_seed: 1,
      scene: "GROCERY_0001",
      size: 7,
      video_duration: 3,
    });
    expect(await get(`/api/batch/${body.id}/`)).toEqual({ status: 200, body });
  });

  test("names every problem of every job", async () => {
    const { submit, get } = makeServer();
    const { status, body } = await submit(
      job("visionfit-v0.3.1", { num_reps: 0, camera_distance: 5.26, gender: "OTHER", foo: 1 }),
      job("spills-v0.1.0"),
      job("visionfit-v0.3.1", { num_reps: 2.5, exercise: 3, lighting_power: "100", state: 1, scene: null }),
      job("safety-v9"),
      job("sensefit-v0.2.0", { trim_start_frac: 0.5, trim_end_frac: 0.5, num_reps: true }, true),
      job("visionfit-v0.3.1", { state: "b5a0dd1f-2d8c-4d5f-9d6a-111111111111", num_reps: 21 }),
    );
    expect(status).toBe(400);
    for (const part of [
      'job 0: "num_reps" must be at least 1, got 0',
      'job 0: "camera_distance" must be at most 5.25, got 5.26',
      'job 0: "gender" must be one of "MALE", "FEMALE", got "OTHER"',
      'job 0: "foo" is not a parameter of visionfit-v0.3.1',
      'job 2: "num_reps" must be a whole number, got 2.5',
      'job 2: "exercise" must be a string, got 3',
      'job 2: "lighting_power" must be a number, got "100"',
      'job 2: "state" must be a string or null, got 1',
      'job 2: "scene" must be a string, got null',
      'job 3: unknown generator "safety-v9"',
      'job 4: "num_reps" must be a whole number, got true',
      "job 4: sensefit-v0.2.0 has no previews",
      "job 4: trim_start_frac + trim_end_frac must be at most 0.9, got 1",
      'job 5: "state" must be the id of an earlier job',
      'job 5: "num_reps" must be at most 20, got 21',
    ]) {
      expect(body.detail).toContain(part);
    }
    expect(body.detail.split("; ")).toHaveLength(15);
    expect((await get("/api/batch/")).body).toEqual([]);
  });

  test("accepts limits themselves, and trims that add up to 0.9 but for rounding", async () => {
    const { submit } = makeServer();
    const { status } = await submit(
      job("visionfit-v0.3.1", {
        camera_distance: 5.25,
        num_reps: 20,
        trim_start_frac: 0.3,
        trim_end_frac: 0.6,
      }),
    );
    expect(status).toBe(201);
  });

  test("refuses bodies that are not JSON or not of the shape", async () => {
    const { post } = makeServer();
    const cases: [unknown, string][] = [
      ["{", "not valid JSON"],
      [[], "expected object"],
      [{ name: "a", job_runs: [] }, "job_runs: "],
      [
        { name: "a", job_runs: [{ name: "spills-v0.1.0", is_preview: "no", param_values: {} }] },
        "job_runs.0.is_preview",
      ],
      [
        { name: "a", job_runs: [{ name: "spills-v0.1.0", is_preview: false, param_values: [] }] },
        "job_runs.0.param_values",
      ],
    ];
    for (const [sent, part] of cases) {
      for (const path of ["/api/batch/", "/api/batch/estimate/"]) {
        const { status, body } = await post(path, sent);
        expect(status).toBe(400);
        expect(body.detail).toContain(part);
      }
    }
  });
});

describe("POST api/batch/estimate/", () => {
  test("estimates frames in order, previews as one, and submits nothing", async () => {
    const { post, get } = makeServer();
    const { status, body } = await post("/api/batch/estimate/", {
      name: "",
      job_runs: [
        job("spills-v0.1.0", { video_duration: 2.5, frame_rate: 30 }),
        job("visionfit-v0.3.1", { num_reps: 3 }),
        job("visionfit-v0.3.1", { num_reps: 3, rel_baseline_speed: 2 }),
        job("visionfit-v0.3.1", { num_reps: 3, trim_start_frac: 0.25, trim_end_frac: 0.25 }),
        job("visionfit-v0.3.1", {}, true),
        job("sensefit-v0.2.0", { use_random_motion: true, num_random_frames: 77 }),
      ],
    });
    expect(status).toBe(200);
    expect(body).toEqual([75, 144, 72, 72, 1, 77]);
    expect((await get("/api/batch/")).body).toEqual([]);
  });

  test("checks like a submission", async () => {
    const { post } = makeServer();
    const { status } = await post("/api/batch/estimate/", {
      name: "",
      job_runs: [job("sensefit-v0.2.0", {}, true)],
    });
    expect(status).toBe(400);
  });
});

describe("GET api/batch/", () => {
  test("lists batches oldest first within a range of time", async () => {
    const { submit, get, clock } = makeServer();
    const made = [];
    for (let i = 0; i < 3; i++) {
      made.push((await submit(job("spills-v0.1.0"))).body);
      clock.ms += 60_000;
    }
    const items = made.map(({ id, name, created }) => ({ id, name, created }));
    expect((await get("/api/batch/")).body).toEqual(items);
    const from = encodeURIComponent(made[1].created);
    expect((await get(`/api/batch/?start_time=${from}`)).body).toEqual(items.slice(1));
    expect((await get(`/api/batch/?end_time=${from}`)).body).toEqual(items.slice(0, 2));
    const elsewhere = encodeURIComponent("2022-08-10T15:51:41.753001+02:00");
    expect((await get(`/api/batch/?start_time=${elsewhere}`)).body).toEqual(items.slice(2));
    // A plus sign that nobody encoded arrives as a space.
    expect((await get(`/api/batch/?start_time=${elsewhere.replace("%2B", "+")}`)).body).toEqual(
      items.slice(2),
    );
  });

  test("refuses times that cannot be read", async () => {
    const { get } = makeServer();
    for (const time of ["yesterday", "2022-08-10", "2022-08-10T13:50:41", "2022-13-10T13:50:41Z"]) {
      const { status, body } = await get(`/api/batch/?end_time=${time}`);
      expect(status).toBe(400);
      expect(body.detail).toContain("Cannot read end_time");
    }
  });
});

describe("GET api/batch/{id}/", () => {
  test("answers 404 for an unknown batch", async () => {
    const { get } = makeServer();
    for (const path of ["/api/batch/nope/", "/api/batch/nope/summary/", "/api/batch/summary/nope/"]) {
      expect(await get(path)).toEqual({ status: 404, body: { detail: 'Unknown batch "nope"' } });
    }
  });

  test("summaries have the same light jobs at both addresses", async () => {
    const { submit, get } = makeServer();
    const { body } = await submit(job("spills-v0.1.0"), job("sensefit-v0.2.0"));
    const summary = await get(`/api/batch/${body.id}/summary/`);
    expect(summary.body.job_runs).toEqual(
      body.job_runs.map(({ id, name }: { id: string; name: string }) => ({
        id,
        name,
        in_progress: true,
        result_url: null,
      })),
    );
    expect(await get(`/api/batch/summary/${body.id}/`)).toEqual(summary);
  });

  test("jobs finish in turn on the clock", async () => {
    const { submit, get, clock } = makeServer({ jobDurationMs: 100, parallelJobs: 2 });
    const { body } = await submit(...Array.from({ length: 5 }, () => job("spills-v0.1.0")));
    const done = async (): Promise<number> => {
      const { job_runs } = (await get(`/api/batch/${body.id}/summary/`)).body;
      for (const run of job_runs) expect(run.result_url === null).toBe(run.in_progress);
      return job_runs.filter((run: { in_progress: boolean }) => !run.in_progress).length;
    };
    const counts = [await done()];
    for (const step of [99, 1, 100, 99, 1]) {
      clock.ms += step;
      counts.push(await done());
    }
    expect(counts).toEqual([0, 0, 2, 4, 4, 5]);
  });

  test("a later batch waits for the slots of an earlier one", async () => {
    const { submit, get, clock } = makeServer({ jobDurationMs: 100, parallelJobs: 1 });
    await submit(job("spills-v0.1.0"));
    clock.ms += 50;
    const { body } = await submit(job("spills-v0.1.0"));
    clock.ms += 149;
    expect((await get(`/api/batch/${body.id}/`)).body.job_runs[0].in_progress).toBe(true);
    clock.ms += 1;
    expect((await get(`/api/batch/${body.id}/`)).body.job_runs[0].in_progress).toBe(false);
  });

  test("a batch of a thousand jobs is submitted and listed in order", async () => {
    const { submit, get, clock } = makeServer({ jobDurationMs: 100, parallelJobs: 8 });
    const { body } = await submit(
      ...Array.from({ length: 1000 }, (_, i) => job("spills-v0.1.0", { random_seed: i + 1 })),
    );
    clock.ms += 12_500;
    const { job_runs } = (await get(`/api/batch/${body.id}/`)).body;
    expect(
      job_runs.map((run: { param_values: { random_seed: number } }) => run.param_values.random_seed),
    ).toEqual(Array.from({ length: 1000 }, (_, i) => i + 1));
    expect(job_runs.every((run: { in_progress: boolean }) => !run.in_progress)).toBe(true);
  });
});
