import { spawnSync } from "node:child_process";

/**
 * Reads JSON files from stdin as hexadecimal lines, and answers each with what Python's own parser makes of it: numbers
 * as the bits of a double, integers beyond 2^53 as their digits, strings as their UTF-16 units, objects as their sorted
 * members.
 */
const SCRIPT = `
import json, struct, sys
def number(value):
    value = float(value)
    return "NaN" if value != value else struct.pack(">d", value + 0.0).hex()
def text(value): return value.encode("utf-16-be", "surrogatepass").hex()
def plain(value):
    if value is None or value is True or value is False: return value
    if isinstance(value, int) and abs(value) >= 2 ** 53: return {"integer": str(value)}
    if isinstance(value, (int, float)): return {"number": number(value)}
    if isinstance(value, str): return {"text": text(value)}
    if isinstance(value, list): return [plain(item) for item in value]
    return {"members": sorted([text(key), plain(item)] for key, item in value.items())}
for line in sys.stdin:
    try: print(json.dumps({"value": plain(json.loads(bytes.fromhex(line)))}))
    except ValueError: print("null")
`;

/** What a parser makes of a file: null where it refuses it. */
export type Parsed = { value: unknown } | null;

/** What Python makes of some files; null where there is no Python. */
export function pythonJson(files: readonly Uint8Array[]): Parsed[] | null {
  const input = files.map((file) => `${Buffer.from(file).toString("hex")}\n`).join("");
  const { status, stdout, stderr, error } = spawnSync("python3", ["-c", SCRIPT], { input, maxBuffer: 1e9 });
  if (error !== undefined) return null;
  if (status !== 0) throw new Error(`Python failed: ${stderr.toString()}`);
  return stdout
    .toString()
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Parsed);
}

/** A value of ours in the form of {@link pythonJson}. */
export function plain(value: unknown): unknown {
  if (typeof value === "number") {
    const bits = Buffer.alloc(8);
    bits.writeDoubleBE(value + 0);
    return { number: Number.isNaN(value) ? "NaN" : bits.toString("hex") };
  }
  if (typeof value === "bigint") return { integer: String(value) };
  if (typeof value === "string") return { text: units(value) };
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).map(([key, item]): [string, unknown] => [units(key), plain(item)]);
  return { members: members.sort(([a], [b]) => (a < b ? -1 : 1)) };
}

function units(text: string): string {
  return Buffer.from(text, "utf16le").swap16().toString("hex");
}
