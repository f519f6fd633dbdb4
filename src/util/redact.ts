/** Query parameters of presigned URLs that grant access. */
const SIGNED = [
  ...["X-Amz-Signature", "X-Amz-Credential", "X-Amz-Security-Token", "X-Goog-Signature", "X-Goog-Credential"],
  ...["Signature", "Policy", "Key-Pair-Id", "AWSAccessKeyId", "GoogleAccessId", "sig", "token"],
];
const SIGNED_VALUE = new RegExp(`([?&;](?:${SIGNED.join("|")})=)[^&#\\s"'<>]+`, "gi");

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** The forms in which a secret may turn up: as it is, URL-encoded, JSON-escaped and in base64. */
function formsOf(secret: string): string[] {
  const base64 = btoa(String.fromCharCode(...new TextEncoder().encode(secret))).replace(/=+$/, "");
  return [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1), base64];
}

/**
 * Takes secrets out of a text, in every form in which they may turn up, and with them whatever grants access in the
 * query of a presigned URL.
 */
export function redact(text: string, secrets: readonly string[] = []): string {
  const forms = secrets.flatMap(formsOf).sort((a, b) => b.length - a.length);
  const pattern = new RegExp(forms.map(escapePattern).join("|"), "g");
  const clean = forms.length === 0 ? text : text.replace(pattern, "[redacted]");
  return clean.replace(SIGNED_VALUE, "$1[redacted]");
}
