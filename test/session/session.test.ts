import { table } from "arquero";
import { describe, expect, it } from "vitest";
import { ApiError } from "../../src/api/errors/api-error.ts";
import { QuotaExceededError } from "../../src/api/errors/quota-exceeded-error.ts";
import { UnexpectedReplyError } from "../../src/api/errors/unexpected-reply-error.ts";
import { uniform } from "../../src/design/distributions/uniform.ts";
import { sample } from "../../src/design/sample.ts";
import { ParameterValidationError } from "../../src/params/parameter-validation-error.ts";
import { getAvailableGenerators } from "../../src/session/get-available-generators.ts";
import { Session } from "../../src/session/session.ts";
import { SessionInitializationError } from "../../src/session/session-initialization-error.ts";
import { SubmissionUnknownError } from "../../src/session/submission/submission-unknown-error.ts";
import { connect, serve } from "../util/serve.ts";

const SHORT = { num_reps: 1, frame_rate: 6 };

describe("getAvailableGenerators()", () => {
  it("lists what the token may use", async () => {
    expect((await getAvailableGenerators(serve())).sort()).toEqual([
      "sensefit-v0.2.0",
      "spills-v0.1.0",
      "visionfit-flagship-v0.1.0",
      "visionfit-v0.3.1",
    ]);
  });
});

describe("Session.connect()", () => {
  it("knows the generator's parameters", async () => {
    const session = await connect(serve());
    expect(session.generator).toBe("visionfit-v0.3.1");
    expect(session.server).toBe("http://127.0.0.1:8090");
    expect(session.parameterInfo.num_reps).toEqual({
      type: "int",
      default_value: 1,
      options: { min: 1, max: 20 },
    });
    expect(session.defaultJob).toMatchObject({ scene: "BEDROOM_2", camera_distance: 3, state: null });
  });

  it("says which generators there are for an unknown one", async () => {
    const error = await connect(serve(), "visionfit-v0.3.2").catch((e: unknown) => e);
    expect(error).toBeInstanceOf(SessionInitializationError);
    expect((error as Error).message).toMatch(
      /^http:\/\/127\.0\.0\.1:8090 has no generator "visionfit-v0\.3\.2" \(did you mean "visionfit-v0\.3\.1"\?\); this token may use .*spills-v0\.1\.0/,
    );
  });

  it("says that a token is wrong without showing it", async () => {
    const error = await connect({ ...serve(), token: "SECRET-TOKEN" }).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(SessionInitializationError);
    expect((error as Error).message).toBe("The token is not valid at http://127.0.0.1:8090");
    expect((error as Error).cause).toBeInstanceOf(ApiError);
    expect(String((error as Error).stack)).not.toContain("SECRET");
  });

  it.each([403, 500])(
    "does not blame the generator when the server answers %d to everything",
    async (status) => {
      const broken = () => new Response("{}", { status });
      const opened = Session.connect({ ...serve({}, broken), generator: "visionfit-v0.3.1", retries: 0 });
      await expect(opened).rejects.toThrow(
        status === 403
          ? "The token is not valid"
          : /^Cannot open a session for visionfit-v0\.3\.1: .*answered 500/,
      );
    },
  );

  it("takes the 500 of older servers for an unknown generator", async () => {
    const broken = (request: Request) => {
      return request.url.endsWith("/api/jobs/") ? undefined : new Response("{}", { status: 500 });
    };
    const opened = Session.connect({ ...serve({}, broken), generator: "x", retries: 0 });
    await expect(opened).rejects.toThrow('has no generator "x"');
  });

  it("refuses empty arguments before any request", async () => {
    const served = serve();
    await expect(connect(served, "")).rejects.toThrow(TypeError);
    await expect(Session.connect({ ...served, token: "", generator: "x" })).rejects.toThrow(TypeError);
    expect(served.requests).toEqual([]);
  });
});

describe("randomizeUnspecifiedParams()", () => {
  it("returns what it is given: a table, an array or a job", async () => {
    const session = await connect(serve());
    const rows = session.randomizeUnspecifiedParams([{ num_reps: 3 }, {}], { seed: 5 });
    expect(rows).toHaveLength(2);
    expect(rows[0]?.num_reps).toBe(3);
    expect(session.validateJobParams(rows)).toEqual([null, null]);
    const asTable = session.randomizeUnspecifiedParams(table({ num_reps: [3, null] }), { seed: 5 });
    expect((asTable.array("camera_distance") as number[])[1]).toBe(rows[1]?.camera_distance);
    const second = session.randomizeUnspecifiedParams({}, { seed: 5, row: 1 });
    expect(second).toEqual(rows[1]);
    expect(session.randomJob({ seed: 5, row: 1 })).toEqual(rows[1]);
  });

  it("wants a seed", async () => {
    const session = await connect(serve());
    expect(() => session.randomJob({} as never)).toThrow(TypeError);
    expect(() => session.randomJob(undefined as never)).toThrow(TypeError);
  });
});

describe("estimateSamples()", () => {
  it("gives a number of frames per job, in order; previews are 1", async () => {
    const session = await connect(serve());
    const [slow, fast] = await session.estimateSamples([
      { num_reps: 4 },
      { num_reps: 4, rel_baseline_speed: 2 },
    ]);
    expect(slow).toBeGreaterThan(fast as number);
    expect(await session.estimateSamples([{}, {}], { isPreview: true })).toEqual([1, 1]);
  });
});

describe("submit()", () => {
  it("completes jobs with defaults and keeps their order and rows", async () => {
    const served = serve();
    const session = await connect(served);
    const design = sample({ camera_distance: uniform(1, 5) }, 5, { seed: 1 });
    const batch = await session.submit(design, { batchName: "five" });
    expect([batch.name, batch.numJobs, batch.jobType]).toEqual(["five", 5, "standard"]);
    expect(batch.jobParams.map((job) => job.camera_distance)).toEqual(design.array("camera_distance"));
    expect(batch.jobParams[0]).toEqual({
      ...session.defaultJob,
      camera_distance: batch.jobParams[0]?.camera_distance,
    });
    expect(batch.table.array("job_id")).toEqual(batch.jobIds);
    expect(batch.table.array("design_row")).toEqual([0, 1, 2, 3, 4]);
  });

  it("keeps a design_row that the table brings, and does not send it", async () => {
    const session = await connect(serve());
    const design = table({ design_row: [7, 3], num_reps: [1, 2] });
    const batch = await session.submit(design);
    expect(batch.table.select("design_row", "num_reps").objects()).toEqual([
      { design_row: 7, num_reps: 1 },
      { design_row: 3, num_reps: 2 },
    ]);
  });

  it.each([[[7, null]], [["a", "b"]], [[1.5, 2]], [[-1, 2]]])(
    "refuses %j as design rows, and sends nothing",
    async (design_row) => {
      const served = serve();
      const session = await connect(served);
      await expect(session.submit(table({ design_row, num_reps: [1, 2] }))).rejects.toThrow(TypeError);
      expect(served.requests.some(({ method }) => method === "POST")).toBe(false);
    },
  );

  it("takes design rows of records and of 64-bit columns", async () => {
    const session = await connect(serve());
    const records = await session.submit([{ design_row: 5 }, { design_row: 2 }]);
    expect(records.table.array("design_row")).toEqual([5, 2]);
    const big = await session.submit(table({ design_row: [5n, 2n], num_reps: [1n, 2n] }));
    expect(big.table.select("design_row", "num_reps").objects()).toEqual([
      { design_row: 5, num_reps: 1 },
      { design_row: 2, num_reps: 2 },
    ]);
  });

  it("sends a boolean for a number as 0 or 1", async () => {
    const batch = await (await connect(serve())).submit([{ num_reps: true }]);
    expect(batch.jobParams[0]?.num_reps).toBe(1);
  });

  it("refuses a parameter named __proto__ like any that there is not", async () => {
    const session = await connect(serve());
    const job = JSON.parse('{"__proto__": 1}');
    await expect(session.submit([job])).rejects.toThrow('"__proto__" is not a parameter');
    await expect(session.submit([{ num_reps: 1 }, job])).rejects.toThrow("job 1");
  });

  it("checks the defaults of the generator too", async () => {
    const spoilt = async (request: Request) => {
      const inner = await serve().fetch(request);
      const generator = await inner.json();
      generator.params.find(({ name }: { name: string }) => name === "num_reps").default_value = 99;
      return Response.json(generator);
    };
    const served = serve({}, (request) => (request.url.endsWith("v0.3.1/") ? spoilt(request) : undefined));
    await expect((await connect(served)).submit([{}])).rejects.toThrow(
      '"num_reps" must be at most 20, got 99',
    );
  });

  it("sends nothing when jobs are wrong, and says which row and why", async () => {
    const served = serve();
    const session = await connect(served);
    const error = await session.submit([{}, { num_reps: 99, sceen: "GYM_1" }]).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(ParameterValidationError);
    expect((error as Error).message).toBe(
      [
        "The jobs have 2 problems:",
        '  job 1: "sceen" is not a parameter of visionfit-v0.3.1 (did you mean "scene"?)',
        '  job 1: "num_reps" must be at most 20, got 99',
      ].join("\n"),
    );
    expect((error as ParameterValidationError).problems.numRows()).toBe(2);
    expect(served.requests.filter(({ method }) => method === "POST")).toEqual([]);
  });

  it("refuses previews of a generator that has none, and a batch without jobs", async () => {
    const session = await connect(serve(), "sensefit-v0.2.0");
    await expect(session.submit([{}], { isPreview: true })).rejects.toThrow(
      new RangeError("Generator sensefit-v0.2.0 has no previews"),
    );
    await expect(session.submit([])).rejects.toThrow("There are no jobs to submit");
  });

  it("tells the server's reason when the samples left do not suffice", async () => {
    const session = await connect(serve({ quota: 10 }));
    const error = await session.submit([{ num_reps: 20 }]).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(QuotaExceededError);
    const { needed, remaining, detail } = error as QuotaExceededError;
    expect(remaining).toBe(10);
    expect(detail).toContain(`need an estimated ${needed} samples`);
  });

  it("takes a reply with another number of jobs for no answer, and says so", async () => {
    const lossy = (request: Request) => {
      if (request.method !== "POST") return undefined;
      return Response.json({ id: "b", name: "", created: "2022-08-10T13:50:41.753409+00:00", job_runs: [] });
    };
    const session = await connect(serve({}, lossy));
    const error = await session.submit([{}], { reconcileTimeoutMs: 0 }).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(SubmissionUnknownError);
    expect((error as Error).message).toContain("Batch b was made with 0 jobs, 1 were submitted");
    expect((error as Error).cause).toBeInstanceOf(UnexpectedReplyError);
  });
});

describe("submitRerun()", () => {
  it("sweeps previews and standard jobs alike, with state set to the base", async () => {
    const session = await connect(serve());
    const video = await session.submit([{ ...SHORT, scene: "GYM_1" }]);
    const preview = await session.submit([{ ...SHORT, gender: "FEMALE" }], { isPreview: true });
    const [a, b] = [video.jobIds[0] as string, preview.jobIds[0] as string];
    const rerun = await session.submitRerun([a, b], [{ camera_distance: 2 }, { camera_distance: 4 }], {
      isPreview: true,
    });
    expect(rerun.jobType).toBe("preview");
    const columns = ["state", "scene", "gender", "camera_distance", "num_reps"];
    expect(rerun.table.select(columns).objects()).toEqual([
      { state: a, scene: "GYM_1", gender: "MALE", camera_distance: 2, num_reps: 1 },
      { state: a, scene: "GYM_1", gender: "MALE", camera_distance: 4, num_reps: 1 },
      { state: b, scene: "BEDROOM_2", gender: "FEMALE", camera_distance: 2, num_reps: 1 },
      { state: b, scene: "BEDROOM_2", gender: "FEMALE", camera_distance: 4, num_reps: 1 },
    ]);
  });

  it("re-runs bases as they were", async () => {
    const session = await connect(serve());
    const base = await session.submit([SHORT], { isPreview: true });
    const rerun = await session.submitRerun(base.jobIds, [{}], { isPreview: true });
    expect(rerun.jobParams).toEqual([{ ...base.jobParams[0], state: base.jobIds[0] }]);
  });

  it("names a base that does not exist, and a generator without state", async () => {
    const session = await connect(serve());
    const unknown = "00000000-0000-4000-8000-000000000000";
    await expect(session.submitRerun([unknown], [{}])).rejects.toMatchObject({ status: 404 });
    const spills = await connect(serve(), "spills-v0.1.0");
    await expect(spills.submitRerun([unknown], [{}])).rejects.toThrow('has no parameter "state"');
  });
});

describe("batches and usage", () => {
  it("lists batches newest first, with their dates", async () => {
    let now = Date.parse("2026-01-01T00:00:00Z");
    const session = await connect(serve({ now: () => now }));
    const first = await session.submit([SHORT], { batchName: "first" });
    now += 1000;
    const second = await session.submit([SHORT], { batchName: "second" });
    const days = (Date.now() - Date.parse("2025-12-31T00:00:00Z")) / 86_400_000;
    expect(await session.getBatchesLastNDays(days)).toMatchObject([
      { batch_id: second.batchId, name: "second", created: new Date("2026-01-01T00:00:01Z") },
      { batch_id: first.batchId, name: "first", created: new Date("2026-01-01T00:00:00Z") },
    ]);
    expect(await session.getBatchesLastNDays(0)).toEqual([]);
  });

  it("counts jobs by generator", async () => {
    const session = await connect(serve());
    await session.submit([SHORT, SHORT]);
    const { counts_by_generator } = await session.getUsageStatsLastNDays(1);
    expect(counts_by_generator).toContainEqual(
      expect.objectContaining({ name: "visionfit-v0.3.1", count: 2 }),
    );
    await expect(session.getUsageStatsLastNDays(-1)).rejects.toThrow(RangeError);
  });
});
