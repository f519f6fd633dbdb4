/** Replaces a secret in a text, in its raw, URL-encoded and base64 forms, by `[redacted]`. */
export function redact(text: string, secret: string): string {
  let result = text;
  for (const form of [secret, encodeURIComponent(secret), btoa(secret)]) {
    result = result.replaceAll(form, "[redacted]");
  }
  return result;
}
