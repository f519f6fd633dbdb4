import { ApiError, type ApiErrorDetails } from "./api-error.ts";

const THING = "(?:quota|credits?|balance|allowance|samples)";
const LACK = "(?:insufficient|exceed\\w*|exhausted|not enough|too (?:few|low|many)|used up|remain\\w*)";
const REFUSAL = new RegExp(`\\b${LACK}\\b.*\\b${THING}\\b|\\b${THING}\\b.*\\b${LACK}\\b`, "is");
const NUMBER = "(\\d[\\d,]*)";
const NEEDED = new RegExp(`\\b(?:need|require|cost|request|estimate)\\w*\\D{0,30}?${NUMBER}`, "i");
const REMAINING = [
  new RegExp(`\\b(?:remain\\w*|left|available|balance)(?:\\W|is|are|only){0,6}${NUMBER}`, "i"),
  new RegExp(`${NUMBER}\\D{0,20}?\\b(?:remain|left|available)`, "i"),
];

function numberIn(text: string, ...patterns: readonly RegExp[]): number | null {
  for (const pattern of patterns) {
    const digits = pattern.exec(text)?.[1];
    if (digits !== undefined) return Number(digits.replaceAll(",", ""));
  }
  return null;
}

/**
 * The samples that the token has left do not suffice for the jobs. Nothing was submitted.
 *
 * @example
 * ```ts
 * const small = await startEmulator({ quota: 100 });
 * const login = { server: small.url, token: small.token };
 * const session = await Session.connect({ ...login, generator: "visionfit-v0.3.1" });
 * const jobs = grid({ camera_height: [0.5, 1, 1.5] });
 * try {
 *   await session.submit(jobs);
 * } catch (error) {
 *   if (!(error instanceof QuotaExceededError)) throw error;
 *   [error.needed, error.remaining]; // [144, 100]
 *   (await session.submit(jobs.slice(0, 2))).numJobs; // 2
 * }
 * await small.close();
 * ```
 */
export class QuotaExceededError extends ApiError {
  override name = "QuotaExceededError";
  /** The samples that the jobs need; null where the server does not say. */
  readonly needed: number | null;
  /** The samples that are left; null where the server does not say. */
  readonly remaining: number | null;

  constructor(details: ApiErrorDetails, options?: ErrorOptions) {
    super(details, options);
    this.needed = numberIn(details.detail, NEEDED);
    this.remaining = numberIn(details.detail, ...REMAINING);
  }

  /** Whether an answer tells that samples are lacking. There is no status for it; the server says so in words. */
  static isMeantBy({ status, detail }: ApiErrorDetails): boolean {
    return (status === 400 || status === 402 || status === 403) && REFUSAL.test(detail);
  }
}
