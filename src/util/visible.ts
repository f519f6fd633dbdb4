/**
 * A text with pictures in place of control characters, other than line breaks and tabs: ␛ for an escape, and � for half
 * of a character, which no file in UTF-8 can hold.
 */
export function visible(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f]|\p{Cs}/gu, (character) => {
    const code = character.charCodeAt(0);
    if (code > 0x7f) return "\ufffd";
    return String.fromCharCode(code === 0x7f ? 0x2421 : 0x2400 + code);
  });
}
