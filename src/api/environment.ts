/** An environment variable; undefined where it is not set, is empty, or must not be read (Deno asks its user first). */
export function environment(name: string): string | undefined {
  try {
    return globalThis.process?.env[name] || undefined;
  } catch {
    return undefined;
  }
}
