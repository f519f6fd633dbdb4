const DEEPEST = 32;
const LONGEST_PART = 255;
const CONTROL = /\p{Cc}/u;
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$) *(?:\.|$)/i;

/**
 * Why a name in an archive must not become a path, or null where it may. The rules of all systems hold on each of
 * them, so that what was extracted on one can be copied to another.
 */
export function nameFault(name: string): string | null {
  if (CONTROL.test(name)) return "its name holds a control character";
  if (name.includes("\\") || name.includes(":")) return "its name holds a backslash or a colon";
  if (name.startsWith("/")) return "its name starts at the root";
  const parts = name.replace(/\/$/, "").split("/");
  if (parts.length > DEEPEST) return `it is nested more than ${DEEPEST} folders deep`;
  for (const part of parts) {
    const fault = partFault(part);
    if (fault !== null) return fault;
  }
  return null;
}

function partFault(part: string): string | null {
  if (part === "..") return "its name leaves the folder";
  if (part === "" || part === ".") return "a part of its name is empty or a dot";
  if (/[. ]$/.test(part)) return "a part of its name ends in a dot or a space, which Windows drops";
  if (DEVICE.test(part)) return "a part of its name is a device on Windows";
  return Buffer.byteLength(part) > LONGEST_PART
    ? `a part of its name is longer than ${LONGEST_PART} bytes`
    : null;
}
