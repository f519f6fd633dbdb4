/** A text of at most so many characters, cut at its end. No character is cut in two. */
export function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const characters = Array.from(text.slice(0, 2 * longest));
  if (characters.length <= longest && text.length <= 2 * longest) return text;
  return `${characters.slice(0, longest - 1).join("")}…`;
}
