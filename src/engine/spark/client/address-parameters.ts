const KNOWN = ["token", "use_ssl", "user_id", "user_agent", "session_id"];
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Reads the parameters of an address, `name=value;…`. Errors tell a parameter by its place: any part of it may be a
 * token that lacks its encoding.
 *
 * @throws {TypeError} When one is not known, is there twice, or has no such value.
 */
export function readParameters(text: string): Map<string, string> {
  const parameters = new Map<string, string>();
  for (const [index, part] of text.split(";").entries()) {
    if (part === "") continue;
    const equals = part.indexOf("=");
    const name = part.slice(0, Math.max(equals, 0)).toLowerCase();
    if (!KNOWN.includes(name) && !/^x-[a-z0-9_.-]+(?<!-bin)$/.test(name)) {
      const known = `${KNOWN.join(", ")} or a header x-…`;
      throw fault(`parameter ${index + 1} is none of ${known}, followed by "=" and a value`);
    }
    if (parameters.has(name)) throw fault(`"${name}" is there twice`);
    parameters.set(name, readValue(name, part.slice(equals + 1)));
  }
  return parameters;
}

function readValue(name: string, text: string): string {
  const value = decoded(name, text);
  if (!/^[\x20-\x7e]+$/.test(value)) throw fault(`"${name}" must be letters, digits and signs of ASCII`);
  if (name === "token" && value.includes(" ")) throw fault('"token" must have no spaces');
  if (name === "session_id" && !UUID.test(value)) throw fault('"session_id" must be a UUID');
  if (name !== "use_ssl") return value;
  const lower = value.toLowerCase();
  if (lower !== "true" && lower !== "false") throw fault('"use_ssl" must be true or false');
  return lower;
}

function decoded(name: string, text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw fault(`"${name}" is not URL-encoded as it should be: "%" is written "%25"`);
  }
}

function fault(what: string): TypeError {
  return new TypeError(`Cannot read the address of an engine: ${what}`);
}
