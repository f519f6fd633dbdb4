function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** Replaces a secret in a text, in its raw, URL-encoded, JSON-escaped and base64 forms, by `[redacted]`. */
export function redact(text: string, secret: string): string {
  const forms = [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1), btoa(secret)];
  return text.replace(new RegExp(forms.map(escapePattern).join("|"), "g"), "[redacted]");
}
