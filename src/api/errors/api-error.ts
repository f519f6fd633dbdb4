import { InfinityFramesError } from "../../util/infinity-frames-error.ts";

/** Where an {@link ApiError} comes from. */
export interface ApiErrorDetails {
  status: number;
  method: string;
  path: string;
  /** What the server said, shortened and without secrets. */
  detail: string;
}

const MEANING: Record<number, string> = {
  400: "the request was refused",
  401: "the token is not valid",
  403: "the token may not do this",
  404: "there is no such thing for this token",
};

/** The API answered with a status that is not a success. */
export class ApiError extends InfinityFramesError {
  override name = "ApiError";
  /** The HTTP status, e.g. 404. */
  readonly status: number;
  /** The HTTP method of the request. */
  readonly method: string;
  /** The path of the request, without the server. */
  readonly path: string;
  /** What the server said. */
  readonly detail: string;

  constructor({ status, method, path, detail }: ApiErrorDetails) {
    const meaning = MEANING[status] ?? (status < 500 ? "the request was refused" : "the server failed");
    const said = detail === "" ? "" : `: ${detail}`;
    super(`API_${status}`, `${method} ${path} answered ${status}, ${meaning}${said}`);
    this.status = status;
    this.method = method;
    this.path = path;
    this.detail = detail;
  }
}
