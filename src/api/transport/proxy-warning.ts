type Environment = Readonly<Record<string, string | undefined>>;

/** Runtime facts that decide whether `fetch` uses a proxy. */
export interface ProxyFacts {
  env: Environment;
  /** Whether the runtime's `fetch` obeys the variables. */
  obeysVariables: boolean;
}

function proxyVariable(url: URL, env: Environment): string | undefined {
  const names = url.protocol === "https:" ? ["HTTPS_PROXY", "https_proxy"] : ["HTTP_PROXY", "http_proxy"];
  return names.find((name) => (env[name] ?? "") !== "");
}

function isExcepted(host: string, env: Environment): boolean {
  const list = (env.NO_PROXY ?? env.no_proxy ?? "")
    .split(",")
    .map((name) => name.trim().replace(/^\*?\./, ""));
  return list.some((name) => name === "*" || (name !== "" && (host === name || host.endsWith(`.${name}`))));
}

/**
 * What to tell a user who set a proxy that this runtime's `fetch` does not use: Node ignores the variables unless it is
 * told otherwise, Deno obeys them.
 *
 * @returns null where there is nothing to tell.
 */
export function proxyWarning(server: string, { env, obeysVariables }: ProxyFacts): string | null {
  const url = new URL(server);
  const name = proxyVariable(url, env);
  if (obeysVariables || name === undefined || isExcepted(url.hostname, env)) return null;
  return `${name} is set, but Node does not use it: start Node 24 or newer with NODE_USE_ENV_PROXY=1, or pass a fetch of your own`;
}

/** The facts of the runtime at hand. */
export function proxyFacts(): ProxyFacts {
  // Deno obeys the variables, and asks its user for permission before it shows them.
  if ("Deno" in globalThis) return { env: {}, obeysVariables: true };
  const { env = {}, versions } = globalThis.process ?? {};
  const isNew = Number(versions?.node.split(".")[0] ?? 0) >= 24;
  return { env, obeysVariables: isNew && env.NODE_USE_ENV_PROXY === "1" };
}
