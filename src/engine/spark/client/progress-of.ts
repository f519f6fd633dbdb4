import type { EngineProgress } from "../../engine.ts";
import type { Message } from "../protocol/messages.ts";

interface StageInfo {
  num_tasks?: number;
  num_completed_tasks?: number;
  input_bytes_read?: number;
}

/** How far the stages are that the server knows of by now. */
export function progressOf(progress: Message): EngineProgress {
  const stages = (progress.stages ?? []) as StageInfo[];
  const sum = (count: (stage: StageInfo) => number | undefined): number =>
    stages.reduce((total, stage) => total + (count(stage) ?? 0), 0);
  return {
    unit: "task",
    done: sum((stage) => stage.num_completed_tasks),
    total: sum((stage) => stage.num_tasks),
    bytesRead: sum((stage) => stage.input_bytes_read),
  };
}
