/** Pseudo-random numbers from 0 to 1, the same for a seed. */
export function randomSource(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const CELL = new DataView(new ArrayBuffer(8));

/** Texts of numbers in JSON of every kind: short ones, those of doubles, ones near to the middle of two doubles. */
export function numberText(random: () => number): string {
  const below = (limit: number) => Math.floor(random() * limit);
  const digits = (count: number) => Array.from({ length: count }, () => below(10)).join("");
  const whole = (count: number) => (count === 0 ? "0" : `${1 + below(9)}${digits(count - 1)}`);
  const sign = random() < 0.3 ? "-" : "";
  const power = () => `${["e", "E"][below(2)]}${["", "+", "-"][below(3)]}${digits(1 + below(3))}`;
  switch (below(9)) {
    case 0:
      return sign + whole(below(19));
    case 1:
      return `${sign}${whole(below(6))}.${digits(1 + below(20))}`;
    case 2:
      return `${sign}${whole(below(12))}.${digits(1 + below(8))}`;
    case 3:
      return `${sign}0.${"0".repeat(below(12))}${digits(1 + below(18))}`;
    case 4:
      return `${sign}${whole(below(18))}${random() < 0.5 ? `.${digits(1 + below(18))}` : ""}${power()}`;
    case 5:
      return sign + String(random() * 10 ** below(8) + random() * 2 ** -30);
    case 6:
      CELL.setUint32(0, below(2 ** 32));
      CELL.setUint32(4, below(2 ** 32));
      return jsonText(CELL.getFloat64(0));
    case 7:
      return sign + (random() * 10 ** below(6)).toFixed(1 + below(8));
    default:
      return sign + nearMiddle(random() * 10 ** below(7), { digits: 17, shift: below(3) - 1 });
  }
}

function jsonText(value: number): string {
  return Number.isFinite(value) ? JSON.stringify(value) : "0.0";
}

/** The middle of a double and the next one, cut to a number of digits, and one more or less in the last of them. */
function nearMiddle(value: number, { digits, shift }: { digits: number; shift: number }): string {
  CELL.setFloat64(0, value);
  const bits = CELL.getBigInt64(0);
  const exponent = Number((bits >> 52n) & 0x7ffn) - 1075;
  const mantissa = 2n * ((bits & 0xfffffffffffffn) | 0x10000000000000n) + 1n;
  // mantissa * 2^(exponent - 1) as an integer of 10^-30
  const shiftBits = BigInt(1 - exponent);
  const scaled = (mantissa * 10n ** 30n) / 2n ** shiftBits;
  const text = String(scaled);
  const cut = String(BigInt(text.slice(0, digits)) + BigInt(shift));
  const fraction = 30 - (text.length - digits);
  if (fraction <= 0) return cut;
  const padded = cut.padStart(fraction + 1, "0");
  return `${padded.slice(0, -fraction)}.${padded.slice(-fraction)}`;
}
