/** One thing in several forms, by MIME type: text, or JSON where the type ends in `json`. Notebooks choose one. */
export type MimeBundle = Readonly<Record<string, string | Readonly<Record<string, unknown>>>>;
