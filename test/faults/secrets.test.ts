import { chmod, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inspect } from "node:util";
import { describe, expect, onTestFinished } from "vitest";
import { ApiClient } from "../../src/api/api-client.ts";
import { getAllGeneratorData } from "../../src/api/endpoints/get-all-generator-data.ts";
import type { CannedReply } from "../../src/emulator/faults/fault.ts";
import {
  type RunningEmulator,
  type StartEmulatorOptions,
  startEmulator,
} from "../../src/emulator/start-emulator.ts";
import { Session } from "../../src/session/session.ts";
import { denoPath } from "../package/deno-path.ts";
import { run } from "../package/run.ts";
import { type CliRun, type StartCliOptions, startCli } from "../util/start-cli.ts";
import { temporaryFolder } from "../util/temporary-folder.ts";
import { it, SECRET, type Spy } from "./util/fault-test.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const DENO = [denoPath(), "run", "-A", "--node-modules-dir=manual"] as const;
const QUIET_DENO = { DENO_NO_UPDATE_CHECK: "1", NO_COLOR: "1" };

async function start(spy: Spy, options: StartEmulatorOptions = {}): Promise<RunningEmulator> {
  const emulator = await startEmulator({ token: spy.token, jobDurationMs: 0, masks: false, ...options });
  onTestFinished(() => emulator.close());
  return emulator;
}

async function cli(spy: Spy, args: readonly string[], options: StartCliOptions = {}): Promise<CliRun> {
  const ended = await startCli(args, options).ended;
  spy.saw(ended);
  return ended;
}

/** A file that holds the token; it is not where the spy looks for leaks. */
async function tokenFile(text: string, mode: number): Promise<string> {
  const file = join(await temporaryFolder(), "token");
  await writeFile(file, text, { mode });
  await chmod(file, mode);
  return file;
}

const MALFORMED: readonly (readonly [string, string])[] = [
  ["with a newline inside", `${SECRET}\nX-Other: 1`],
  ["with a space inside", `${SECRET} and more`],
  ["with a typographic quote", `${SECRET}’`],
  ["with a NUL", `${SECRET}\u0000`],
];

describe("tokens that cannot be", () => {
  it.for(MALFORMED)(
    "#60 a token %s is refused before any request, and not shown",
    async ([, token], { spy }) => {
      const error = await spy.thrown((async () => new ApiClient({ token }))());
      expect(error).toBeInstanceOf(TypeError);
      expect(error.message).toBe("The token must hold visible ASCII characters only, without white space");
      const file = await tokenFile(token, 0o600);
      const { status, stderr } = await cli(spy, ["generators", "--token-file", file]);
      expect([status, stderr]).toEqual([
        1,
        expect.stringContaining(`Cannot use the token of ${file}: The token must`),
      ]);
    },
  );

  it("#60 an empty token is refused", async ({ spy }) => {
    for (const token of ["", " \n"]) {
      const error = await spy.thrown((async () => new ApiClient({ token }))());
      expect(error.message).toBe("The token must be a non-empty string");
    }
    const { status, stderr } = await cli(spy, ["generators"], { env: { INFINITY_API_TOKEN: "" } });
    expect([status, stderr]).toEqual([
      1,
      expect.stringContaining("There is no token: set INFINITY_API_TOKEN"),
    ]);
  });

  it("#60 a token of 10 KB is the server's to refuse, and not shown", async ({ spy }) => {
    const { url } = await start(spy);
    const env = { INFINITY_API_TOKEN: SECRET.repeat(500), INFINITY_API_SERVER: url };
    const { status, stderr } = await cli(spy, ["generators"], { env });
    expect([status, stderr]).toEqual([1, expect.stringContaining("the token is not valid")]);
  });

  it("#60 Deno refuses the same tokens in the same words", { timeout: 120_000 }, async ({ spy }) => {
    const { url } = await start(spy);
    const options = { runtime: DENO };
    for (const [, token] of MALFORMED) {
      const file = await tokenFile(token, 0o600);
      const { status, stderr } = await cli(spy, ["generators", "--token-file", file], {
        ...options,
        env: QUIET_DENO,
      });
      expect([status, stderr]).toEqual([
        1,
        expect.stringContaining(`Cannot use the token of ${file}: The token must`),
      ]);
    }
    const env = { ...QUIET_DENO, INFINITY_API_TOKEN: SECRET.repeat(500), INFINITY_API_SERVER: url };
    const long = await cli(spy, ["generators"], { ...options, env });
    expect([long.status, long.stderr]).toEqual([1, expect.stringContaining("the token is not valid")]);
    const none = await cli(spy, ["generators"], { ...options, env: QUIET_DENO });
    expect([none.status, none.stderr]).toEqual([1, expect.stringContaining("There is no token")]);
  });
});

describe("where the token comes from", () => {
  it("never the command line, which everybody can read", async ({ spy }) => {
    for (const args of [["--token", SECRET], [`--token=${SECRET}`]]) {
      const { status, stdout, stderr } = await cli(spy, ["generators", ...args]);
      expect([status, stdout]).toEqual([2, ""]);
      expect(stderr).toContain("--token would show the token to everybody on this machine");
    }
    for (const args of [[`--tokn=${SECRET}`], ["--tokn", SECRET], [SECRET]]) {
      expect((await cli(spy, ["generators", ...args])).status).toBe(2);
    }
  });

  it("a file that others may read is refused, with the command that mends it", async ({ spy }) => {
    const { url } = await start(spy);
    for (const mode of [0o644, 0o640, 0o604, 0o620]) {
      const file = await tokenFile(`${SECRET}\n`, mode);
      const { status, stderr } = await cli(spy, ["generators", "--server", url, "--token-file", file]);
      expect(status).toBe(1);
      expect(stderr).toContain(`(mode ${mode.toString(8)}); run: chmod 600 '${file}'`);
      await chmod(file, 0o600);
      expect((await cli(spy, ["generators", "--server", url, "--token-file", file])).status).toBe(0);
    }
  });

  it("stdin, where it is asked for; what is asked for wins over the environment", async ({ spy }) => {
    const { url } = await start(spy);
    const env = { INFINITY_API_TOKEN: "of-somebody-else", INFINITY_API_SERVER: url };
    expect((await cli(spy, ["generators"], { env })).status).toBe(1);
    expect((await cli(spy, ["generators", "--token-stdin"], { env, input: `${SECRET}\n` })).status).toBe(0);
    const file = await tokenFile(SECRET, 0o600);
    expect((await cli(spy, ["generators", "--token-file", file], { env })).status).toBe(0);
    const both = await cli(spy, ["generators", "--token-file", file, "--token-stdin"], {
      env,
      input: SECRET,
    });
    expect([both.status, both.stderr]).toEqual([2, expect.stringContaining("name two tokens")]);
    const gone = await cli(spy, ["generators", "--token-file", `${file}.gone`], { env });
    expect([gone.status, gone.stderr]).toEqual([1, expect.stringContaining("it does not exist")]);
  });
});

/** A server that repeats the token in its answer, in every form. */
function echo(status: number): CannedReply {
  const forms = [SECRET, encodeURIComponent(SECRET), btoa(SECRET)];
  return { status, body: { detail: `You sent ${forms.join(" or ")}` } };
}

describe("where the token may not turn up", () => {
  it("#61 not in what shows an object: inspect, JSON, console, Deno.inspect", async ({ spy }) => {
    const { url } = await start(spy);
    const options = { token: spy.token, server: url, onEvent: spy.onEvent };
    const client = new ApiClient(options);
    const session = await Session.connect({ ...options, generator: "spills-v0.1.0" });
    const batch = await session.submit([{ size: 10 }]);
    for (const object of [client, session, batch]) {
      spy.saw(inspect(object, { depth: 20, showHidden: true, getters: true }));
      spy.saw(JSON.stringify(object));
      spy.saw(`${object}`);
      spy.saw(JSON.stringify(Object.entries(object)));
    }
    expect(JSON.parse(JSON.stringify(client))).toEqual({ server: url });

    const file = join(await temporaryFolder(), "show.mjs");
    const main = new URL("../../dist/api/api-client.js", import.meta.url);
    await writeFile(
      file,
      `import { ApiClient } from ${JSON.stringify(main.href)};
       const client = new ApiClient({ token: process.env.TOKEN });
       console.log(client, Deno.inspect(client, { depth: 20, showHidden: true, getters: true }), JSON.stringify(client));`,
    );
    const env = { ...QUIET_DENO, TOKEN: SECRET };
    const [program, ...args] = DENO;
    const shown = await run(program, [...args, file], { cwd: ROOT, env });
    spy.saw(shown);
    expect([shown.code, shown.stdout]).toEqual([0, expect.stringContaining("ApiClient")]);
  });

  it("#61 not in errors, their stacks and causes, although the server repeats it", async ({ spy }) => {
    const emulator = await start(spy);
    const client = new ApiClient({
      token: spy.token,
      server: emulator.url,
      retries: 1,
      onEvent: spy.onEvent,
    });
    const replies = [400, 401, 403, 404, 429, 500, 503].map(echo);
    const page = { headers: { "Content-Type": "text/html" }, body: `<p>${SECRET}` };
    for (const reply of [...replies, page, { body: `{"${SECRET}` }, { body: [SECRET] }]) {
      emulator.setFaults([{ path: "/api/jobs/", fault: { reply } }]);
      const error = await spy.thrown(getAllGeneratorData(client));
      spy.saw(`${error.stack} ${inspect(error.cause)}`);
      expect(error.message).toContain("api/jobs/");
    }
    expect(spy.events.some(({ type }) => type === "retry")).toBe(true);
    const broken: typeof fetch = (_, init) => {
      const headers = JSON.stringify(init?.headers);
      return Promise.reject(new TypeError(`Bad ${headers}`, { cause: new Error(`Bad ${headers}`) }));
    };
    const options = { token: spy.token, server: emulator.url, retries: 0, onEvent: spy.onEvent };
    const error = await spy.thrown(getAllGeneratorData(new ApiClient({ ...options, fetch: broken })));
    expect(inspect(error)).toContain("[redacted]");
  });

  it("#61 not in the log of everything on the command line", async ({ spy }) => {
    const emulator = await start(spy);
    const env = {
      INFINITY_API_TOKEN: SECRET,
      INFINITY_API_SERVER: emulator.url,
      INFINITY_FRAMES_LOG: "debug",
    };
    const rules = [400, 503].map((status, index) => {
      return { path: "/api/jobs/", at: [index + 1], fault: { reply: echo(status) } };
    });
    for (const faults of [rules, [...rules].reverse()]) {
      emulator.setFaults(faults);
      const { status, stderr } = await cli(spy, ["generators"], { env });
      expect(stderr).toContain(" request request=1 attempt=1 ");
      expect(status === 0 || stderr.includes("[redacted]")).toBe(true);
    }
  });

  it("#61 not in fixtures, which hold no addresses of results either", async () => {
    const folder = join(ROOT, "fixtures");
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const texts = entries.filter((entry) => entry.isFile() && /\.(json|txt|csv)$/.test(entry.name));
    expect(texts.length).toBeGreaterThan(20);
    for (const { parentPath, name } of texts) {
      const text = await readFile(join(parentPath, name), "utf8");
      expect(text).not.toMatch(/result_url|\/results\/|Authorization|[?&](sig|token|X-Amz)/i);
    }
  });
});

describe("addresses that carry their own permission", () => {
  it("#62 their query is masked in errors, logs, reports and files", { timeout: 60_000 }, async ({ spy }) => {
    const emulator = await start(spy);
    const { url: server, token } = emulator;
    const journal = await spy.folder();
    const session = await Session.connect({ server, token, generator: "spills-v0.1.0", journal });
    const { batchId } = await session.submit([{ size: 10 }]);
    const secret = encodeURIComponent(SECRET);
    const query = `X-Amz-Signature=${secret}&X-Amz-Credential=${secret}&X-Amz-Security-Token=${secret}&Signature=${secret}&sig=${secret}&Policy=${secret}`;
    const address = `${server}/results/elsewhere.zip?${query}`;
    const summary = {
      path: "/api/batch/:id/summary/",
      fault: { json: [{ path: "job_runs.*.result_url", set: address }] },
    };
    const detail = `<Error>SignatureDoesNotMatch ${address}</Error>`;
    const replies = [
      { status: 404, body: detail },
      { status: 403, body: detail },
      { status: 302, headers: { Location: `http://169.254.169.254/?${query}` } },
      { status: 200, body: detail },
    ];
    const env = { INFINITY_API_TOKEN: token, INFINITY_API_SERVER: server, INFINITY_FRAMES_LOG: "debug" };
    for (const reply of replies) {
      emulator.setFaults([summary, { path: "/results/*", fault: { reply } }]);
      for (const more of [[], ["--json"]]) {
        const out = join(await spy.folder(), "out");
        const { status, stdout, stderr } = await cli(spy, ["download", batchId, "--out", out, ...more], {
          env,
        });
        expect(status).toBe(3);
        expect(stdout).toMatch(/not.downloaded/);
        expect(stderr).toContain(" response ");
        expect(`${stdout}${stderr}`).not.toMatch(/(Signature|Credential|Token|sig|Policy)=(?!\[redacted\])/);
      }
    }
    emulator.setFaults([summary]);
    const status = await cli(spy, ["status", batchId, "--json"], { env });
    expect(status.stdout).not.toContain("result_url");
  });

  it("#62 its values are masked by whatever name, as storage and Deno repeat them", async ({ spy }) => {
    const value = "VALUE-0a1b2c3d4e5f/+é";
    const query = `auth=${encodeURIComponent(value)}&short=1`;
    const address = `https://storage.example.com/a.zip?${query}`;
    const moved = new URL(`https://storage.example.com/b.zip?key=${"k".repeat(20)}`);
    const refused = `<SignatureProvided>${value}</SignatureProvided> 1`;
    const broken = new TypeError(`error sending request for url (${moved})`, {
      cause: new Error(`client error (Connect): no route to ${address}`),
    });
    const answers = [
      () => Promise.resolve(new Response(refused, { status: 403 })),
      () => Promise.resolve(new Response(null, { status: 302, headers: { Location: moved.href } })),
      () => Promise.reject(broken),
    ];
    const client = new ApiClient({
      token: spy.token,
      fetch: () => (answers.shift() ?? (() => Promise.reject(broken)))(),
      onEvent: spy.onEvent,
    });
    const ask = () => {
      const url = new URL(address);
      return spy.thrown(
        client.fetchPresigned({ url, request: 1, attempt: 1, check: () => Promise.resolve() }),
      );
    };
    const errors = [await ask(), await ask()];
    expect(errors[0]?.message).toContain("<SignatureProvided>[redacted]</SignatureProvided> 1");
    expect(errors[1]?.message).toContain("no route to https://storage.example.com/a.zip?auth=[redacted]");
    const shown = inspect([errors, spy.events], { depth: 20 });
    for (const secret of [value, encodeURIComponent(value), "k".repeat(20)]) {
      expect(shown).not.toContain(secret);
    }
  });
});
