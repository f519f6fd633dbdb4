import { describe, expect, it } from "vitest";
import { proxyWarning } from "../../../src/api/transport/proxy-warning.ts";

const SERVER = "https://api.example.com";

describe("proxyWarning()", () => {
  it("names the variable that is set for the server's scheme, and the way out", () => {
    const env = { https_proxy: "http://proxy:3128" };
    expect(proxyWarning(SERVER, { env, obeysVariables: false })).toBe(
      "https_proxy is set, but Node does not use it: start Node 24 or newer with NODE_USE_ENV_PROXY=1, or pass a fetch of your own",
    );
    expect(proxyWarning("http://127.0.0.1:1", { env, obeysVariables: false })).toBeNull();
  });

  it.each([
    ["no variable is set", {}, false],
    ["the runtime obeys it", { HTTPS_PROXY: "http://p" }, true],
    ["it is empty", { HTTPS_PROXY: "" }, false],
    ["the host is excepted", { HTTPS_PROXY: "http://p", NO_PROXY: "localhost, .example.com" }, false],
    ["every host is excepted", { HTTPS_PROXY: "http://p", no_proxy: "*" }, false],
  ])("says nothing where %s", (_, env, obeysVariables) => {
    expect(proxyWarning(SERVER, { env, obeysVariables })).toBeNull();
  });

  it("does not take a part of a name for the host", () => {
    const env = { HTTPS_PROXY: "http://p", NO_PROXY: "ple.com,i.example.com" };
    expect(proxyWarning(SERVER, { env, obeysVariables: false })).toContain("HTTPS_PROXY is set");
  });
});
