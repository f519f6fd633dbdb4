import { readParameters } from "./address-parameters.ts";

const DEFAULT_PORT = 15002;
const FORM = /^sc:\/\/(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::(\d{1,5}))?(?:\/(?:;(.*))?)?$/i;
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i;
/** Header values that are shorter are taken for no secrets: to hide them would blot out parts of other words. */
const SHORTEST_SECRET = 8;

/** What an address of Spark Connect says. It shows neither its token nor its headers. */
export class SparkAddress {
  /** The address without its parameters. */
  readonly shown: string;
  readonly host: string;
  readonly port: number;
  readonly useSsl: boolean;
  /** Whether the host is this machine, under a name that no name server is asked for. */
  readonly isLoopback: boolean;
  readonly userId: string | undefined;
  readonly sessionId: string | undefined;
  readonly userAgent: string | undefined;
  readonly #token: string | undefined;
  readonly #headers: ReadonlyMap<string, string>;

  constructor(host: string, port: number, parameters: ReadonlyMap<string, string>) {
    this.shown = `sc://${host}:${port}`;
    this.host = host;
    this.port = port;
    this.isLoopback = LOOPBACK.test(host);
    this.userId = parameters.get("user_id");
    this.sessionId = parameters.get("session_id");
    this.userAgent = parameters.get("user_agent");
    this.#token = parameters.get("token");
    this.#headers = new Map([...parameters].filter(([name]) => name.startsWith("x-")));
    const useSsl = parameters.get("use_ssl");
    this.useSsl = useSsl === "true" || (useSsl === undefined && this.hasToken && !this.isLoopback);
  }

  get hasToken(): boolean {
    return this.#token !== undefined;
  }

  /** The headers that go with each call, the token's among them. */
  headers(): [name: string, value: string][] {
    return [
      ...(this.#token === undefined ? [] : ([["authorization", `Bearer ${this.#token}`]] as const)),
      ...this.#headers,
    ].map(([name, value]) => [name, value]);
  }

  /** What no message may repeat. */
  secrets(): string[] {
    const values = [...this.#headers.values()].filter(({ length }) => length >= SHORTEST_SECRET);
    return this.#token === undefined ? values : [this.#token, ...values];
  }
}

/**
 * Reads an address: `sc://host:port/;name=value;…`, with the port 15002 where there is none. Values are URL-encoded
 * where they hold `;` or `%`. Parameters:
 *
 * - `token`: a bearer token. Where there is none, that of the environment's `INFINITY_FRAMES_SPARK_TOKEN`, if any.
 * - `use_ssl`: `true` for TLS, `false` for plain text. Without it, a token goes over TLS, except to this machine;
 *   without a token, plain text is spoken. An authority of one's own is told by the environment's
 *   `GRPC_DEFAULT_SSL_ROOTS_FILE_PATH` (a file of PEM certificates).
 * - `user_id`, `user_agent`: what the server lists the session under.
 * - `session_id` (a UUID): a session to share with other clients; closing the engine leaves it open.
 * - `x-…`: further headers.
 *
 * @throws {TypeError} When it is none; the error does not repeat it, because it may hold a token.
 */
export function parseSparkAddress(
  address: string,
  env: Readonly<Record<string, string | undefined>> = process.env,
): SparkAddress {
  const match = FORM.exec(address);
  if (match === null) {
    throw new TypeError(
      'Cannot read the address of an engine: expected "sc://host:port/;token=…;use_ssl=true", with the parameters after "/;"',
    );
  }
  const [, host = "", digits, text = ""] = match;
  const port = digits === undefined ? DEFAULT_PORT : Number(digits);
  if (port < 1 || port > 65_535) {
    throw new TypeError(`Cannot read the address of an engine: there is no port ${port}`);
  }
  const parameters = readParameters(text);
  const { INFINITY_FRAMES_SPARK_TOKEN: token = "" } = env;
  if (token !== "" && !parameters.has("token")) parameters.set("token", checkedToken(token));
  return new SparkAddress(host, port, parameters);
}

function checkedToken(token: string): string {
  if (/^[\x21-\x7e]+$/.test(token)) return token;
  throw new TypeError(
    "INFINITY_FRAMES_SPARK_TOKEN holds what no token has: a space, a line's end or the like",
  );
}
