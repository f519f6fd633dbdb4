import { expect, test } from "vitest";
import { startCluster } from "./cluster/start-cluster.ts";

test("a cluster that does not come up tells how its logs end, and which process ended", async () => {
  const start = startCluster({ conf: { "spark.executor.cores": "many" } });
  await expect(start).rejects.toThrow(
    /lost a process.*\n\nmaster\.log:\n.*\n\nconnect\.log \(ended\):\n.*cores must be a positive number/s,
  );
});
