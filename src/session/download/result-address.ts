import { UnexpectedReplyError } from "../../api/errors/unexpected-reply-error.ts";
import type { ResultUrlRules } from "./result-url-rules.ts";
import type { ResultUrls } from "./result-urls.ts";

/** Where the result of one job is, which may change once. */
export class ResultAddress {
  readonly #jobId: string;
  readonly #urls: ResultUrls;
  readonly #rules: ResultUrlRules;
  #current: string;
  #mayRenew = true;

  /** @throws {UnexpectedReplyError} When the job has no result. */
  constructor(jobId: string, { urls, rules }: { urls: ResultUrls; rules: ResultUrlRules }) {
    this.#jobId = jobId;
    this.#urls = urls;
    this.#rules = rules;
    const address = urls.of(jobId);
    if (address === null) throw new UnexpectedReplyError(`Job ${jobId} has no result any more`);
    this.#current = address;
  }

  /**
   * The address.
   *
   * @throws {UnexpectedReplyError} When it must not be asked.
   */
  check(): Promise<URL> {
    return this.#rules.check(this.#current);
  }

  /** Asks for another address, once; false where there is none. */
  async renew(): Promise<boolean> {
    if (!this.#mayRenew) return false;
    this.#mayRenew = false;
    const renewed = await this.#urls.renew(this.#jobId, this.#current);
    if (renewed === null || renewed === this.#current) return false;
    this.#current = renewed;
    return true;
  }
}
