import { redact } from "../../../util/redact.ts";
import { QueryError, type QueryFragment } from "../../query-error.ts";
import type { Message } from "../protocol/messages.ts";
import { plainReason } from "./plain-reason.ts";
import type { RpcFailure } from "./rpc-failure.ts";
import { STATUS } from "./status-code.ts";
import { syntaxFragment } from "./syntax-fragment.ts";

/** What `FetchErrorDetails` answers, as far as it is read. */
interface ErrorDetails {
  root_error_idx?: number;
  errors?: { message?: string; spark_throwable?: SparkThrowable }[];
}

interface SparkThrowable {
  error_class?: string;
  sql_state?: string;
  query_contexts?: { start_index?: number; fragment?: string }[];
}

/**
 * The error that callers get for what Spark could not run.
 *
 * @param options.details What the server answers to `FetchErrorDetails`; null where it does not.
 */
export function queryError(
  failure: RpcFailure,
  options: { query: string; details: Message | null; secrets: readonly string[] },
): QueryError {
  const { query, details, secrets } = options;
  const { errors = [], root_error_idx = 0 } = (details ?? {}) as ErrorDetails;
  const { message = failure.message, spark_throwable = {} } = errors[root_error_idx] ?? {};
  const { query_contexts = [] } = spark_throwable;
  const context = query_contexts.flatMap(({ start_index, fragment = "" }): QueryFragment[] =>
    fragment === "" ? [] : [{ text: fragment, start: start_index ?? 0 }],
  );
  return new QueryError(redact(plainReason(message), secrets) + hintFor(failure), query, {
    engine: "spark",
    errorClass: spark_throwable.error_class ?? failure.info?.errorClass,
    sqlState: spark_throwable.sql_state ?? failure.info?.sqlState,
    context: context.length > 0 ? context : syntaxFragment(message, query),
  });
}

function hintFor({ status, info, message }: RpcFailure): string {
  if (info !== null || status !== STATUS.resourceExhausted || !/larger than/.test(message)) return "";
  return message.includes("send")
    ? ": a query and the tables that go with it may be 128 MiB; write larger tables to files that the cluster reads"
    : ": one answer may be 128 MiB; select fewer or smaller values per row";
}
