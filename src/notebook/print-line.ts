/** Prints a line, where there is something to print on. */
export function printLine(text: string): void {
  globalThis.process?.stdout?.write(`${text}\n`);
}
