import { type JsonSchema, schemaReference } from "./json-schema.ts";
import type { Operation, RefusalStatus } from "./operation.ts";

/** Content by its type. */
export type MediaTypes = Record<string, { schema?: JsonSchema }>;

/** A response, as the document has it. */
export interface ResponseObject {
  description: string;
  headers?: object;
  content?: MediaTypes;
}

const REFUSALS: Readonly<Record<RefusalStatus, string>> = {
  301: "The path lacks its trailing slash; Location has it",
  400: "The request is not what it must be; detail names every problem",
  401: "The token is missing or wrong",
  403: "The signature does not fit the address, or the page was asked by a name that is not this machine's",
  404: "There is no such thing, or not yet",
  413: "The body is larger than the server takes",
  416: "There is no such part; Content-Range has the size",
  422: "The Idempotency-Key belongs to a batch of other jobs",
};

const CONTENT_RANGE = { required: true, schema: { type: "string" } };

function content(type: string, schema?: JsonSchema): MediaTypes {
  return { [type]: schema ? { schema } : {} };
}

function refusal(status: RefusalStatus, { group }: Operation): ResponseObject {
  const description = REFUSALS[status];
  if (status === 301) {
    const schema = { type: "string", format: "uri-reference" };
    return { description, headers: { Location: { required: true, schema } } };
  }
  if (status === 416) return { description, headers: { "Content-Range": CONTENT_RANGE } };
  const page = group === "Pages";
  return {
    description,
    content: page ? content("text/html") : content("application/json", schemaReference("Problem")),
  };
}

/** The responses of an operation by status, as the document has them. */
export function responseObjects(operation: Operation): Record<string, ResponseObject> {
  const { reply, status = 200, inParts, refusals } = operation;
  const granted =
    typeof reply === "string" ? content("application/json", schemaReference(reply)) : content(reply.content);
  return {
    [status]: { description: status === 201 ? "Submitted" : "Done", content: granted },
    ...(inParts && {
      206: { description: "A part", headers: { "Content-Range": CONTENT_RANGE }, content: granted },
    }),
    ...Object.fromEntries(refusals.map((each) => [each, refusal(each, operation)])),
  };
}
