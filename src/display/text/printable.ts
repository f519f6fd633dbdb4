/**
 * A text from elsewhere that is safe to show on a terminal: characters that would move the cursor, change colours or
 * turn the direction of writing, and halves of characters, are shown as their codes.
 */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, (char) => {
    return `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`;
  });
}
