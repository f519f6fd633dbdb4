// Protocol tests: the server is a fake one.
import { status } from "@grpc/grpc-js";
import { expect, test } from "vitest";
import { QueryError } from "../../../../src/engine/query-error.ts";
import { connectFake, rejection, sql, textsOf } from "./connect-fake.ts";

const query = "SELECT\n  nothing FROM range(3)";
const said =
  "[UNRESOLVED_COLUMN.WITH_SUGGESTION] No column `nothing`. SQLSTATE: 42703; line 2 pos 2;\n'Project ['nothing]\n+- Range (0, 3)\n";
const info = { errorClass: "UNRESOLVED_COLUMN.WITH_SUGGESTION", sqlState: "42703", errorId: "e1" };

test("a query that Spark refuses is an error with its class, its SQLSTATE and the place", async () => {
  const { fake, client } = await connectFake();
  fake.errors.set("e1", {
    root: 1,
    errors: [
      { message: "Another error", throwable: { error_class: "OTHER" } },
      {
        message: said,
        throwable: {
          error_class: info.errorClass,
          sql_state: info.sqlState,
          contexts: [{ start: 9, stop: 15, fragment: "nothing", newer: 3 }],
        },
      },
    ],
  });
  fake.fate = () => ({ message: said.slice(0, 30), info });
  const error = await rejection(textsOf(client.execute(sql(query), { query })));
  expect(error).toBeInstanceOf(QueryError);
  expect(error).toMatchObject({
    message:
      "Cannot run the query: [UNRESOLVED_COLUMN.WITH_SUGGESTION] No column `nothing`. SQLSTATE: 42703; line 2 pos 2",
    query,
    engine: "spark",
    errorClass: "UNRESOLVED_COLUMN.WITH_SUGGESTION",
    sqlState: "42703",
    context: [{ text: "nothing", start: 9 }],
  });
  expect(fake.requests("ExecutePlan").length).toBe(1);
});

test("where the details of an error cannot be had, what came with it must do", async () => {
  const { fake, client } = await connectFake();
  fake.fail = (method) =>
    method === "FetchErrorDetails" ? { code: status.UNAVAILABLE } : { message: said, info };
  const error = await rejection(client.analyze({ spark_version: {} }, { query }));
  expect(error).toMatchObject({
    name: "QueryError",
    errorClass: info.errorClass,
    sqlState: "42703",
    context: [],
  });
  expect(error.message).toContain("No column `nothing`");
  expect(fake.requests("AnalyzePlan").length).toBe(1);
});

test("a syntax error tells where it is in the query", async () => {
  const { fake, client } = await connectFake();
  const message =
    "\n[PARSE_SYNTAX_ERROR] Syntax error at 'FORM'. SQLSTATE: 42601 (line 2, pos 2)\n\n== SQL ==\nSELECT 1\n  FORM x\n--^^^\n";
  fake.fate = () => ({ message, info: { errorClass: "PARSE_SYNTAX_ERROR", sqlState: "42601" } });
  const text = "SELECT 1\n  FORM x";
  const error = await rejection(textsOf(client.execute(sql(text), { query: text })));
  expect(error).toMatchObject({
    message:
      "Cannot run the query: [PARSE_SYNTAX_ERROR] Syntax error at 'FORM'. SQLSTATE: 42601 (line 2, pos 2)",
    context: [{ text: "FORM", start: 11 }],
  });
});

test("a call is made again while the network fails, but not after an answer that says no", async () => {
  const { fake, client } = await connectFake();
  const failures = [{ code: status.UNAVAILABLE }, { info: { errorClass: "BUSY" }, retryAfterMs: 10 }];
  fake.fail = () => failures.shift();
  await client.configure({ "spark.sql.session.timeZone": "UTC" });
  expect(fake.requests("Config").length).toBe(3);
  fake.fail = () => ({ message: "[CANNOT_MODIFY_CONFIG] No.", info: { errorClass: "CANNOT_MODIFY_CONFIG" } });
  const error = await rejection(client.configure({ "spark.master": "x" }));
  expect(error).toMatchObject({ name: "QueryError", errorClass: "CANNOT_MODIFY_CONFIG" });
  expect(fake.requests("Config").length).toBe(4);
});

test("a call that stays without an answer is lost where there was one before", async () => {
  const { fake, client } = await connectFake({ reconnectTimeoutMs: 30 });
  await client.analyze({ spark_version: {} });
  fake.fail = () => ({ code: status.UNAVAILABLE, message: "gone" });
  const error = await rejection(client.analyze({ spark_version: {} }));
  expect(error).toMatchObject({ name: "EngineConnectionError", kind: "lost" });
});

test("details that cannot be read leave the message", async () => {
  const { fake, client } = await connectFake();
  fake.fate = () => ({ message: "What it says", info: { messageParameters: "{not JSON" } });
  const error = await rejection(textsOf(client.execute(sql(query), { query })));
  expect(error).toMatchObject({
    message: "Cannot run the query: What it says",
    errorClass: null,
    sqlState: null,
  });
});
