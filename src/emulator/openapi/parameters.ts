import { GENERATORS } from "../generators/generators.ts";
import type { JsonSchema } from "./json-schema.ts";
import type { HeaderName, Operation, QueryName } from "./operation.ts";

/** A parameter of an operation, as the document has it. */
export interface ParameterObject {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required?: true;
  readonly description: string;
  readonly schema: JsonSchema;
}

type Described = Omit<ParameterObject, "name" | "in">;

const UUID: JsonSchema = { type: "string", format: "uuid" };
const TIME: JsonSchema = { type: "string", format: "date-time" };

const QUERY: Readonly<Record<QueryName, Described>> = {
  start_time: { description: "The earliest time, with an offset; the time itself counts", schema: TIME },
  end_time: { description: "The latest time, with an offset; the time itself counts", schema: TIME },
  batch_id: { description: "The batch whose jobs are wanted", schema: UUID },
  signature: {
    description: "As result_url has it",
    schema: { type: "string", pattern: "^[0-9a-f]{32}$" },
    required: true,
  },
  page: {
    description: "Which page of a long list, from 1; the nearest there is",
    schema: { type: "string", default: "1" },
  },
  refresh: {
    description: '"no" keeps the page from loading itself again while jobs are in progress',
    schema: { type: "string" },
  },
};

const HEADERS: Readonly<Record<HeaderName, Described>> = {
  "Idempotency-Key": {
    description: "A second submission with the same key and jobs gives the batch of the first",
    schema: { type: "string" },
  },
  Range: {
    description: "The part that is wanted, as one span of bytes",
    schema: { type: "string", examples: ["bytes=1000-"] },
  },
  "If-Range": {
    description: "The ETag of what the part is of; all is sent where it is another now",
    schema: { type: "string" },
  },
};

type PathName = "generator" | "id";

const PATH: Readonly<Record<PathName, Described>> = {
  generator: {
    description: "The name of a generator",
    schema: { type: "string", enum: [...GENERATORS.keys()] },
  },
  id: { description: "The id of the batch or job", schema: UUID },
};

/** The parameters of an operation, as the document has them. */
export function parameterObjects({ path, query = [], headers = [] }: Operation): ParameterObject[] {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(
    ([, name]): ParameterObject => ({
      name: name as PathName,
      in: "path",
      required: true,
      ...PATH[name as PathName],
    }),
  );
  return [
    ...inPath,
    ...query.map((name): ParameterObject => ({ name, in: "query", ...QUERY[name] })),
    ...headers.map((name): ParameterObject => ({ name, in: "header", ...HEADERS[name] })),
  ];
}
