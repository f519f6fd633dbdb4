/** The sum of some numbers. */
export function sum(numbers: ArrayLike<number>): number {
  let all = 0;
  for (let i = 0; i < numbers.length; i++) all += numbers[i] as number;
  return all;
}
