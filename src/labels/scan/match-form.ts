import type { ByteTexts } from "./byte-texts.ts";
import { BACKSLASH, OPEN_LIST, OPEN_OBJECT, QUOTE, SPACE } from "./characters.ts";
import type { Form } from "./form.ts";
import type { PolygonScanner } from "./polygon-scanner.ts";
import { scanNumber } from "./scan-number.ts";
import { skipNumbers } from "./skip-numbers.ts";
import { skipValue } from "./skip-value.ts";

/** What forms are read with. */
export interface FormReaders {
  /** The bytes of the file. */
  view: DataView;
  texts: ByteTexts;
  polygons: PolygonScanner;
}

/** Where a field ends that has a form, or -1 where it has another one. Its numbers or its text are then in the form. */
export function matchForm(form: Form, bytes: Uint8Array, start: number, readers: FormReaders): number {
  const { fixed, ends, numbers } = form;
  const { view } = readers;
  let at = start;
  let from = 0;
  for (let hole = 0; ; hole++) {
    const end = ends[hole] as number;
    if (!isAt(view, at, fixed, from, end)) return -1;
    at += end - from;
    from = end;
    if (hole === numbers.length) break;
    at = scanNumber(view, at, numbers, hole);
    if (at < 0) return -1;
  }
  switch (form.kind) {
    case "numbers":
      for (const hole of form.meaning.integers) {
        const number = numbers[hole] as number;
        if ((number | 0) !== number) return -1;
      }
      return at;
    case "text":
      return matchText(form, bytes, at, readers.texts);
    case "polygons":
      return bytes[at] === OPEN_LIST ? readers.polygons.scan(bytes, view, at) : -1;
    case "unread object":
      return bytes[at] === OPEN_OBJECT ? skipValue(bytes, at) : -1;
    default: {
      const end = skipNumbers(view, bytes, at);
      return end < 0 ? skipValue(bytes, at) : end;
    }
  }
}

/** Whether some fixed bytes stand at a place, compared four at a time; the last four may overlap those before. */
function isAt(view: DataView, start: number, fixed: DataView, from: number, end: number): boolean {
  const length = end - from;
  if (start + length > view.byteLength) return false;
  if (length < 4) {
    for (let i = 0; i < length; i++) if (view.getUint8(start + i) !== fixed.getUint8(from + i)) return false;
    return true;
  }
  const last = length - 4;
  for (let i = 0; i < last; i += 4) if (view.getInt32(start + i) !== fixed.getInt32(from + i)) return false;
  return view.getInt32(start + last) === fixed.getInt32(from + last);
}

function matchText(form: Form, bytes: Uint8Array, start: number, texts: ByteTexts): number {
  let at = start;
  for (;;) {
    const code = bytes[at];
    if (code === QUOTE) break;
    if (code === undefined || code < SPACE || code === BACKSLASH) return -1;
    at++;
  }
  try {
    form.text = texts.at(bytes, start, at);
  } catch {
    return -1;
  }
  return at + 1;
}
