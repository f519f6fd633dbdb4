import { ApiError, type ApiErrorDetails } from "./api-error.ts";
import { AuthenticationError } from "./authentication-error.ts";
import { NotFoundError } from "./not-found-error.ts";
import { PermissionError } from "./permission-error.ts";
import { QuotaExceededError } from "./quota-exceeded-error.ts";
import { RateLimitError } from "./rate-limit-error.ts";
import { ServerError } from "./server-error.ts";

type ApiErrorClass = new (details: ApiErrorDetails, options?: ErrorOptions) => ApiError;

const CLASSES: ReadonlyMap<number, ApiErrorClass> = new Map<number, ApiErrorClass>([
  [401, AuthenticationError],
  [403, PermissionError],
  [404, NotFoundError],
  [429, RateLimitError],
]);

/** The error of an answer, of the class that is made for its status, or for a lack of samples. */
export function makeApiError(details: ApiErrorDetails, options?: ErrorOptions): ApiError {
  if (QuotaExceededError.isMeantBy(details)) return new QuotaExceededError(details, options);
  const Class = CLASSES.get(details.status) ?? (details.status >= 500 ? ServerError : ApiError);
  return new Class(details, options);
}
