/** A request that the server turns down, with the status and the `detail` of its answer. */
export class Refusal extends Error {
  override name = "Refusal";
  readonly status: 400 | 401 | 403 | 404 | 413 | 422;

  constructor(status: Refusal["status"], detail: string) {
    super(detail);
    this.status = status;
  }
}

/**
 * Turns a request down.
 *
 * @throws Refusal, always.
 */
export function refuse(status: Refusal["status"], detail: string): never {
  throw new Refusal(status, detail);
}
