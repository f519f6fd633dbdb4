const LETTERS = new Map(Object.entries({ n: "\n", r: "\r", t: "\t", a: "\x07", b: "\b", f: "\f", v: "\v" }));

/** The description of a `.proto` file that the Python code made of it holds, as the bytes of a literal. */
export function serializedFile(python: string): Uint8Array {
  const found = /AddSerializedFile\(\s*b(['"])((?:\\[\s\S]|(?!\1)[^\\])*)\1/.exec(python);
  if (found?.[2] === undefined) throw new Error("This is no module that protoc made for Python");
  const bytes = found[2].replace(/\\(x[0-9a-fA-F]{2}|[0-7]{1,3}|[\s\S])/g, (_, code: string) => {
    if (code.startsWith("x")) return String.fromCharCode(Number.parseInt(code.slice(1), 16));
    if (/^[0-7]/.test(code)) return String.fromCharCode(Number.parseInt(code, 8));
    return LETTERS.get(code) ?? code;
  });
  return Buffer.from(bytes, "latin1");
}
