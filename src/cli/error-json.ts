import { redact } from "../util/redact.ts";
import { optionWords } from "./option-words.ts";

/** Of what errors may have, that which a program acts on. */
const FIELDS = ["submissionId", "batchIds", "status", "needed", "remaining"] as const;

/** What programs are told of an error. */
export interface ErrorJson {
  name: string;
  /** Tells the kind of error; null where it has none. */
  code: string | null;
  message: string;
  submissionId?: string;
  batchIds?: readonly string[];
  /** The HTTP status of the answer. */
  status?: number;
  /** The samples that the jobs need. */
  needed?: number | null;
  /** The samples that are left. */
  remaining?: number | null;
  /** The jobs that could not be downloaded. */
  failed?: string[];
}

function failedJobs(error: Error): string[] | undefined {
  const { failed } = error as { failed?: unknown };
  return Array.isArray(failed) ? failed.map(({ jobId }: { jobId: string }) => jobId) : undefined;
}

/** An error as a part of a JSON document, without stacks and secrets. */
export function errorJson(error: unknown): ErrorJson {
  if (!(error instanceof Error)) return { name: "Error", code: null, message: redact(String(error)) };
  const { name, message, code } = error as NodeJS.ErrnoException;
  const fields = Object.entries(error).filter(([key]) => (FIELDS as readonly string[]).includes(key));
  const failed = failedJobs(error);
  return {
    name,
    code: typeof code === "string" ? code : null,
    message: redact(optionWords(message)),
    ...Object.fromEntries(fields),
    ...(failed && { failed }),
  };
}
