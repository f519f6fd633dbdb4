import { inspect } from "node:util";

const DEFAULT_PORT = 15002;

/** What an address of Spark Connect says. */
export interface SparkAddress {
  /** The address without its token. */
  readonly shown: string;
  readonly host: string;
  readonly port: number;
  readonly useSsl: boolean;
  readonly userId: string | undefined;
  readonly sessionId: string | undefined;
  /** Other headers, which go with each call. */
  readonly headers: Readonly<Record<string, string>>;
  /** The token. A function, so that nothing shows it by chance. */
  token(): string | undefined;
}

/**
 * Reads an address: `sc://host:port/;token=…;use_ssl=true;user_id=…;session_id=…`.
 *
 * @throws {TypeError} When it is none; the error does not repeat it, because it may hold a token.
 */
export function parseSparkAddress(address: string): SparkAddress {
  const match = /^sc:\/\/(\[[^\]]+\]|[^/:;?#\s]+)(?::(\d+))?(?:\/(?:;(.*))?)?$/.exec(address);
  if (match === null) {
    throw new TypeError(
      'Cannot read the address of an engine: expected "sc://host:port/;token=…;use_ssl=true", with the options after "/;"',
    );
  }
  const [, host = "", digits, parameters = ""] = match;
  const port = digits === undefined ? DEFAULT_PORT : Number(digits);
  if (port < 1 || port > 65_535)
    throw new TypeError(`Cannot read the address of an engine: there is no port ${port}`);
  const options = new Map<string, string>();
  for (const part of parameters.split(";")) {
    if (part === "") continue;
    const [name = "", ...value] = part.split("=");
    if (value.length === 0)
      throw new TypeError(`Cannot read the address of an engine: "${name}" has no value`);
    options.set(name, decodeURIComponent(value.join("=")));
  }
  const token = options.get("token");
  const useSsl =
    options.get("use_ssl") === "true" || (token !== undefined && options.get("use_ssl") !== "false");
  const own = new Set(["token", "use_ssl", "user_id", "session_id", "user_agent"]);
  return {
    shown: `sc://${host}:${port}`,
    host,
    port,
    useSsl,
    userId: options.get("user_id"),
    sessionId: options.get("session_id"),
    headers: Object.fromEntries([...options].filter(([name]) => !own.has(name))),
    token: () => token,
    [inspect.custom as never]: () => `SparkAddress { ${host}:${port} }`,
  };
}
