import { totalmem } from "node:os";

/** A quarter of the memory that this process may use, in bytes. */
export function memoryBudget(): number {
  // Zero, or a number beyond all memory, where nothing constrains the process.
  const constrained = process.constrainedMemory?.() || Number.POSITIVE_INFINITY;
  return Math.floor(Math.min(totalmem(), constrained) / 4);
}
