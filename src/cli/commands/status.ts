import { ApiClient } from "../../api/api-client.ts";
import { getBatchData } from "../../api/endpoints/get-batch-data.ts";
import { API_OPTIONS } from "../api-options.ts";
import { batchStatus, printStatus } from "../batch-status.ts";
import { clientOptions } from "../client-options.ts";
import { type Command, command } from "../command.ts";
import { EXIT } from "../exit-status.ts";
import { explainFolder } from "../explain-folder.ts";
import { OUTPUT_OPTIONS } from "../output-options.ts";
import { ProgressLine } from "../progress-line.ts";
import { readBatchFolder } from "../read-batch-folder.ts";

/** `infinity-frames status`: how far a batch is. */
export const status: Command = command(
  {
    name: "status",
    about: "Show how far a batch is, and which jobs failed.",
    arguments: [
      {
        name: "BATCH",
        help: "the id of the batch; with --offline, the folder of a downloaded one, which is shown as it was then",
      },
    ],
    options: { ...API_OPTIONS, ...OUTPUT_OPTIONS },
  },
  async ({ values, args: [batch = ""], signal }) => {
    if (values.offline) {
      printStatus((await readBatchFolder(batch)).status, values);
      return EXIT.ok;
    }
    const client = new ApiClient(
      await clientOptions("status", values, { progress: new ProgressLine(values), signal }),
    );
    const data = await getBatchData(client, batch, { signal }).catch((error) =>
      explainFolder(error, batch, "; --offline shows it as it was downloaded"),
    );
    printStatus(batchStatus(data), values);
    return EXIT.ok;
  },
);
