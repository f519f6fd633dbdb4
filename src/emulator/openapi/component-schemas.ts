import * as z from "zod";
import type { GeneratorInfo } from "../../api/wire-types.ts";
import { BATCH, BATCH_LIST, BATCH_LIST_ITEM, BATCH_SUMMARY } from "../schemas/batch-schema.ts";
import { ESTIMATE } from "../schemas/estimate-schema.ts";
import { GENERATOR, GENERATOR_LIST, PARAM } from "../schemas/generator-schema.ts";
import { JOB, JOB_LIST, JOB_SUMMARY, LISTED_JOB } from "../schemas/job-schema.ts";
import { PROBLEM } from "../schemas/problem-schema.ts";
import { BATCH_SUBMISSION, JOB_SUBMISSION, SINGLE_SUBMISSION } from "../schemas/submission-schema.ts";
import { USAGE } from "../schemas/usage-schema.ts";
import { type JsonSchema, schemaReference } from "./json-schema.ts";
import { paramsSchema } from "./params-schema.ts";

/** The name of a reply's schema in the document. */
export type ReplyName =
  | "Batch"
  | "BatchList"
  | "BatchListItem"
  | "BatchSummary"
  | "Estimate"
  | "Generator"
  | "GeneratorList"
  | "Job"
  | "JobList"
  | "JobSummary"
  | "ListedJob"
  | "Param"
  | "Problem"
  | "Usage";

/** The name of a request body's schema in the document. */
export type RequestName = "BatchSubmission" | "RunSubmission" | "PreviewSubmission";

const REPLIES: Readonly<Record<ReplyName, z.ZodType>> = {
  Batch: BATCH,
  BatchList: BATCH_LIST,
  BatchListItem: BATCH_LIST_ITEM,
  BatchSummary: BATCH_SUMMARY,
  Estimate: ESTIMATE,
  Generator: GENERATOR,
  GeneratorList: GENERATOR_LIST,
  Job: JOB,
  JobList: JOB_LIST,
  JobSummary: JOB_SUMMARY,
  ListedJob: LISTED_JOB,
  Param: PARAM,
  Problem: PROBLEM,
  Usage: USAGE,
};

const REQUESTS = {
  BatchSubmission: BATCH_SUBMISSION,
  JobSubmission: JOB_SUBMISSION,
  SingleSubmission: SINGLE_SUBMISSION,
};

function toJsonSchemas<Name extends string>(
  shapes: Readonly<Record<Name, z.ZodType>>,
  io: "input" | "output",
): Record<Name, JsonSchema> {
  const registry = z.registry<{ id: string }>();
  for (const [id, shape] of Object.entries<z.ZodType>(shapes)) registry.add(shape, { id });
  const { schemas } = z.toJSONSchema(registry, {
    io,
    uri: (id) => schemaReference(id).$ref as string,
    // Parameter values are any object here; what each generator takes stands in their place.
    unrepresentable: "any",
  });
  const named: Record<string, JsonSchema> = Object.fromEntries(
    Object.entries(schemas).map(([name, { $schema, $id, ...schema }]) => [name, schema]),
  );
  return named as Record<Name, JsonSchema>;
}

/** Narrows the shape of a job to what each generator takes. */
function oneOfEach(shape: JsonSchema, generators: readonly GeneratorInfo[]): JsonSchema {
  const properties = shape.properties as Record<string, JsonSchema>;
  return {
    oneOf: generators.map(({ name, options }) => ({
      ...shape,
      properties: {
        ...properties,
        name: { const: name },
        ...(properties.is_preview && options.preview !== true && { is_preview: { const: false } }),
        param_values: schemaReference(name),
      },
    })),
  };
}

/** The schemas of all requests and replies, and of the parameters of each generator under its name. */
export function componentSchemas(generators: readonly GeneratorInfo[]): Record<string, JsonSchema> {
  const { BatchSubmission, JobSubmission, SingleSubmission } = toJsonSchemas(REQUESTS, "input");
  const withPreviews = generators.filter(({ options }) => options.preview === true);
  return {
    ...toJsonSchemas(REPLIES, "output"),
    BatchSubmission,
    JobSubmission: oneOfEach(JobSubmission, generators),
    RunSubmission: oneOfEach(SingleSubmission, generators),
    PreviewSubmission: oneOfEach(SingleSubmission, withPreviews),
    ...Object.fromEntries(generators.map((info) => [info.name, paramsSchema(info)])),
  };
}
