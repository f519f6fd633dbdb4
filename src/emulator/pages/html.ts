import { html as tag } from "hono/html";

/** A piece of HTML in which everything that came from outside is escaped. */
export type Html = ReturnType<typeof tag>;

/** Writes HTML; every value that is not a piece of HTML itself is escaped. */
export const html: (strings: TemplateStringsArray, ...values: unknown[]) => Html = tag;
