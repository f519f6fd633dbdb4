import { Hono } from "hono";
import { describe, expect, test } from "vitest";
import { refuseUndocumented } from "../../../src/emulator/http/refuse-undocumented.ts";
import { makeServer } from "../client.ts";

async function answer(method: string, path: string) {
  const { emulator } = makeServer();
  const headers = { Authorization: `Token ${emulator.token}` };
  const response = await emulator.fetch(new Request(`http://127.0.0.1${path}`, { method, headers }));
  return { status: response.status, allow: response.headers.get("Allow"), text: await response.text() };
}

describe("methods", () => {
  test.each([
    ["DELETE", "/api/batch/", "GET, HEAD, POST, OPTIONS"],
    ["PUT", "/api/jobs/", "GET, HEAD, OPTIONS"],
    ["GET", "/api/jobs/run/", "POST, OPTIONS"],
    ["POST", "/", "GET, HEAD, OPTIONS"],
    ["PATCH", "/results/x.zip", "GET, HEAD, OPTIONS"],
  ])("%s of %s is refused with those that there are", async (method, path, allow) => {
    const { status, allow: sent, text } = await answer(method, path);
    expect([status, sent?.split(", ").sort()]).toEqual([405, allow.split(", ").sort()]);
    expect(JSON.parse(text).detail).toContain(`Method ${method} is not allowed`);
  });

  test("OPTIONS says which there are", async () => {
    const { status, allow, text } = await answer("OPTIONS", "/api/batch/");
    expect([status, text]).toEqual([204, ""]);
    expect(allow).toContain("POST");
  });

  test.each(["/api/jobs/", "/", "/api/schema/"])("HEAD of %s is GET without the body", async (path) => {
    expect(await answer("HEAD", path)).toEqual({ status: 200, allow: null, text: "" });
    expect((await answer("GET", path)).text).not.toBe("");
  });

  test("HEAD without a trailing slash is sent on like GET", async () => {
    expect((await answer("HEAD", "/api/jobs")).status).toBe(301);
  });
});

test("a route that the document lacks is not served", async () => {
  const app = new Hono();
  app.use(refuseUndocumented());
  app.get("/api/secret/", (c) => c.json("secret"));
  app.get("/api/jobs/", (c) => c.json([]));
  const undocumented = await app.request("/api/secret/");
  expect([undocumented.status, await undocumented.json()]).toEqual([
    404,
    { detail: "Unknown path /api/secret/" },
  ]);
  expect((await app.request("/api/jobs/")).status).toBe(200);
});
