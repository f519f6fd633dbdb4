import { UsageError } from "./usage-error.ts";

/** The option of commands that a cluster may do the work of. */
export const ENGINE_OPTION = {
  engine: {
    type: "string",
    value: "ADDRESS",
    single: true,
    help: "where the work is done: sc://HOST:PORT is a cluster of Apache Spark, which has to reach the same paths; its token, if it needs one, is in INFINITY_FRAMES_SPARK_TOKEN [default: this machine]",
  },
} as const;

/**
 * Checks the options of a command that `--engine` has another engine do the work of.
 *
 * @param local The options that are for this machine alone.
 * @throws {UsageError} When one of these is given.
 */
export function checkNoLocalOptions(
  values: Readonly<Record<string, unknown>>,
  local: readonly string[],
): void {
  const odd = local.find((name) => values[name] !== undefined && values[name] !== false);
  if (odd !== undefined) throw new UsageError(`--${odd} is for the work on this machine, not for --engine`);
}
