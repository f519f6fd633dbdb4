import type { Findings } from "../data/findings.ts";
import type { Block } from "../document/block.ts";
export function sampleBlocks({ samples }: Findings): Block[] {
  void samples;
  return [];
}
