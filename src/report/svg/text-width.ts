/** Widths in em of a common sans-serif typeface, a little on the wide side. What is not listed has the last one. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[\u0300-\u036f\u200b-\u200f]/u, 0],
  [/[ijl.,:;'|!]/u, 0.32],
  [/[ftrI()[\]{}/\\ "*-]/u, 0.42],
  [/[mwMW@%\u2026]/u, 1],
  [/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/u, 1.05],
  [/\p{Emoji_Presentation}/u, 1.4],
  [/\p{Lu}/u, 0.76],
  [/./su, 0.64],
];

const known = new Map<string, number>();

/**
 * About how wide a line of text is. There is no way to measure text without a browser, and Vega's own guess of 0.8 em
 * a character cuts labels that have room.
 *
 * @param size The font size in pixels.
 */
export function textWidth(text: string, size: number): number {
  let em = 0;
  for (const character of text) {
    let width = known.get(character);
    if (width === undefined) {
      width = WIDTHS.find(([of]) => of.test(character))?.[1] ?? 1;
      if (known.size < 5000) known.set(character, width);
    }
    em += width;
  }
  return em * size;
}
