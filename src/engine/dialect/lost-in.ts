/** What a sum of two numbers loses to rounding, as simple-statistics has it: the algorithm of Kahan and Babuska. */
export function lostIn(sum: string, added: string): string {
  const first = `${sum} - (${sum} + ${added}) + ${added}`;
  const second = `${added} - (${sum} + ${added}) + ${sum}`;
  return `CASE WHEN abs(${sum}) >= abs(${added}) THEN ${first} ELSE ${second} END`;
}
