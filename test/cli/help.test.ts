import { describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/cli/commands.ts";
import { runCli } from "../util/run-cli.ts";
import { startCli } from "../util/start-cli.ts";

describe("infinity-frames --help", () => {
  it("lists every command on stdout; without a command it is wrong usage", async () => {
    const { status, stdout, stderr } = await runCli("--help");
    expect([status, stderr]).toEqual([0, ""]);
    for (const [name, { summary }] of COMMANDS) {
      expect(stdout).toMatch(new RegExp(`^  ${name} +${summary.slice(0, 20)}`, "m"));
    }
    expect(await runCli()).toEqual({ status: 2, stdout, stderr: "" });
    expect((await runCli("help")).stdout).toBe(stdout);
  });

  it.each([...COMMANDS.keys()])("%s --help names each of its options, in lines of 80", async (name) => {
    const { spec } = await COMMANDS.get(name)!.load();
    expect(spec.name).toBe(name);
    const { status, stdout } = await runCli(name, "--help", "--no-such-option");
    expect(status).toBe(0);
    expect(stdout).toContain(`Usage: infinity-frames ${name}`);
    for (const [option, { value }] of Object.entries(spec.options)) {
      expect(stdout).toMatch(new RegExp(`^  --${option}${value === undefined ? "" : ` ${value}`}  `, "m"));
    }
    for (const argument of spec.arguments ?? [])
      expect(stdout).toMatch(new RegExp(`^  ${argument.name}  `, "m"));
    for (const line of stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
  });

  it("suggests the nearest command, and names the help of the one that was called", async () => {
    const unknown = await runCli("stauts");
    expect([unknown.status, unknown.stdout]).toEqual([2, ""]);
    expect(unknown.stderr).toContain('There is no command "stauts" (did you mean "status"?)');
    expect(unknown.stderr).toContain("Run infinity-frames --help");
    const wrong = await runCli("status", "--oops");
    expect([wrong.status, wrong.stderr]).toEqual([
      2,
      expect.stringContaining("infinity-frames status --help"),
    ]);
  });

  it("does not load what it does not need", async () => {
    const { ended } = startCli(["--version"], { env: { NODE_DEBUG: "esm" } });
    const { stdout, stderr } = await ended;
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(stderr).toContain("util/library-version.js");
    expect(stderr).not.toMatch(/arquero|zod|hono/);
  });
});
