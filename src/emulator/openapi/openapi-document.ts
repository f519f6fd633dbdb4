import { LIBRARY_VERSION } from "../../util/library-version.ts";
import { GENERATORS } from "../generators/generators.ts";
import { componentSchemas } from "./component-schemas.ts";
import { type JsonSchema, schemaReference } from "./json-schema.ts";
import { needsToken, type Operation } from "./operation.ts";
import { OPERATIONS } from "./operations.ts";
import { type ParameterObject, parameterObjects } from "./parameters.ts";
import { type MediaTypes, type ResponseObject, responseObjects } from "./response-objects.ts";

const DESCRIPTION = [
  "An emulator of the Infinity API.",
  "Every request that is turned down says why, in the field detail of its JSON.",
  "A path that has other methods answers 405 and names them in Allow; HEAD works wherever GET does.",
].join(" ");

/** One operation, as the document has it. */
export interface OperationObject {
  operationId: string;
  tags: string[];
  summary: string;
  security: object[];
  parameters: ParameterObject[];
  requestBody?: { required: true; content: MediaTypes };
  responses: Record<string, ResponseObject>;
}

/** An OpenAPI 3.1 document, as JSON. */
export interface OpenapiDocument {
  openapi: string;
  info: { title: string; version: string; description: string };
  servers: { url: string }[];
  tags: { name: string }[];
  paths: Record<string, Record<string, OperationObject>>;
  components: { schemas: Record<string, JsonSchema>; securitySchemes: object };
}

function operationObject(operation: Operation): OperationObject {
  const { id, group, summary, body } = operation;
  const content = body && { "application/json": { schema: schemaReference(body) } };
  return {
    operationId: id,
    tags: [group],
    summary,
    security: needsToken(operation) ? [{ token: [] }] : [],
    parameters: parameterObjects(operation),
    ...(content && { requestBody: { required: true, content } }),
    responses: responseObjects(operation),
  };
}

/** Describes the whole server. */
export function openapiDocument(): OpenapiDocument {
  const paths: OpenapiDocument["paths"] = {};
  for (const operation of OPERATIONS) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: operationObject(operation) };
  }
  return {
    openapi: "3.1.1",
    info: { title: "Infinity API, emulated", version: LIBRARY_VERSION, description: DESCRIPTION },
    servers: [{ url: "/" }],
    tags: [...new Set(OPERATIONS.map(({ group }) => group))].map((name) => ({ name })),
    paths,
    components: {
      schemas: componentSchemas([...GENERATORS.values()].map(({ info }) => info)),
      securitySchemes: {
        token: {
          type: "apiKey",
          in: "header",
          name: "Authorization",
          description: 'The word "Token", a space and the token',
        },
      },
    },
  };
}
