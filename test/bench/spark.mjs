// Times fetching a million rows of annotations from Spark into a table, beside making the table of the same bytes in
// memory, and beside reading the same answers with Node's own HTTP/2 and throwing them away, in this run. The answers of a server are recorded once and replayed by another process, so that what Spark
// takes to work them out is not counted as the client's; the whole way, with Spark's own time, is timed besides. Without
// a server the answers are made here, with as many rows in a batch as Spark puts there.
// `INFINITY_FRAMES_SPARK=sc://… npm run bench:spark [rows] [rounds]`

import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:http2";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Client, credentials } from "@grpc/grpc-js";
import {
  columnFromValues,
  float64,
  int32,
  int64,
  tableFromColumns,
  tableToIPC,
  utf8,
} from "@uwdata/flechette";
import { loadMessages } from "../../dist/engine/spark/protocol/messages.js";
import { readTable } from "../../dist/engine/spark/results/read-table.js";
import { SparkEngine } from "../../dist/engine/spark/spark-engine.js";

const address = process.env.INFINITY_FRAMES_SPARK;
const rows = Number(process.argv[2] ?? 1_000_000);
const rounds = Number(process.argv[3] ?? 7);

const QUERY = `
  SELECT format_string('job-%06d', id DIV 400) AS job_id, id AS annotation_id, CAST(id DIV 4 AS INT) AS image_id,
    element_at(array('person', 'dumbbell', 'bench', 'watch', 'spill'), CAST(id % 5 AS INT) + 1) AS category,
    sqrt(id) AS x, sqrt(id + 1) AS y, sin(id) * 500 AS width, cos(id) * 500 AS height,
    CASE WHEN id % 10 > 0 THEN id / 7.0D END AS area, CASE WHEN id % 3 > 0 THEN CAST(id % 100 AS INT) END AS percent_in_fov
  FROM range(0, ${rows}, 1, 8)`;

/** As Spark's own default. */
const BATCH_ROWS = 10_000;

const median = (times) => times.toSorted((a, b) => a - b)[times.length >> 1];
const seconds = (ms) => `${(ms / 1000).toFixed(3)} s`;

async function timed(work) {
  globalThis.gc?.();
  const start = performance.now();
  const table = await work();
  const time = performance.now() - start;
  if (table !== undefined && table.numRows() !== rows) throw new Error(`${table.numRows()} rows came`);
  return time;
}

/** As the client asks for it: that much may be on its way. */
const WINDOW = 2 * 2 ** 20;

/** A connection of Node's own HTTP/2 to the server that has the answers. */
async function plainConnection(port) {
  const connection = connect(`http://127.0.0.1:${port}`, { settings: { initialWindowSize: WINDOW } });
  await once(connection, "remoteSettings");
  connection.setLocalWindowSize(WINDOW);
  return connection;
}

/** Reads the answers and throws them away. */
async function readPlain(connection) {
  const stream = connection.request({
    ":method": "POST",
    ":path": "/spark.connect.SparkConnectService/ExecutePlan",
    "content-type": "application/grpc",
    te: "trailers",
  });
  let bytes = 0;
  stream.on("data", (chunk) => {
    bytes += chunk.length;
  });
  stream.end(Buffer.alloc(5)); // A message without fields.
  await once(stream, "end");
  if (bytes < answerBytes) throw new Error(`${bytes} bytes came`);
}

/** The server's answers to the query, as the bytes that come, in chunks as the client asks for them. */
async function record() {
  const messages = await loadMessages();
  const client = new Client(new URL(address.replace("sc:", "http:")).host, credentials.createInsecure(), {
    "grpc.max_receive_message_length": 2 ** 27,
  });
  const answers = client.makeServerStreamRequest(
    "/spark.connect.SparkConnectService/ExecutePlan",
    (request) => messages.encode("ExecutePlanRequest", request),
    (bytes) => bytes,
    {
      session_id: crypto.randomUUID(),
      user_context: { user_id: "bench" },
      plan: { root: { sql: { query: QUERY } } },
      request_options: [
        { reattach_options: { reattachable: true } },
        {
          result_chunking_options: {
            allow_arrow_batch_chunking: true,
            preferred_arrow_chunk_size: 2 * 2 ** 20,
          },
        },
      ],
      operation_id: crypto.randomUUID(),
    },
  );
  const recorded = [];
  for await (const answer of answers) recorded.push(Buffer.from(answer));
  client.close();
  return recorded;
}

/** Answers as a server would give them. */
async function make() {
  const messages = await loadMessages();
  const every = (count, at) => (first) => Array.from({ length: count }, (_, i) => at(first + i));
  const column = (type, at) => (first) => columnFromValues(every(BATCH_ROWS, at)(first), type);
  const columns = {
    job_id: column(utf8(), (id) => `job-${String(Math.floor(id / 400)).padStart(6, "0")}`),
    annotation_id: column(int64(), (id) => BigInt(id)),
    image_id: column(int32(), (id) => Math.floor(id / 4)),
    category: column(utf8(), (id) => ["person", "dumbbell", "bench", "watch", "spill"][id % 5]),
    x: column(float64(), (id) => Math.sqrt(id)),
    y: column(float64(), (id) => Math.sqrt(id + 1)),
    width: column(float64(), (id) => Math.sin(id) * 500),
    height: column(float64(), (id) => Math.cos(id) * 500),
    area: column(float64(), (id) => (id % 10 > 0 ? id / 7 : null)),
    percent_in_fov: column(int32(), (id) => (id % 3 > 0 ? id % 100 : null)),
  };
  const answers = [];
  for (let first = 0; first < rows; first += BATCH_ROWS) {
    const batch = tableFromColumns(Object.entries(columns).map(([name, fill]) => [name, fill(first)]));
    const arrow_batch = {
      row_count: BATCH_ROWS,
      data: tableToIPC(batch, { format: "stream" }),
      start_offset: first,
    };
    answers.push({ arrow_batch });
  }
  answers.push({ result_complete: {} });
  return answers.map((answer, i) =>
    messages.encode("ExecutePlanResponse", { ...answer, response_id: `answer ${i}` }),
  );
}

/** The streams of Arrow in recorded answers. */
async function streamsOf(recorded) {
  const messages = await loadMessages();
  const chunks = recorded.flatMap((bytes) => messages.decode("ExecutePlanResponse", bytes).arrow_batch ?? []);
  const streams = [];
  let parts = [];
  for (const { data, num_chunks_in_batch = 1 } of chunks) {
    parts.push(data);
    if (parts.length < num_chunks_in_batch) continue;
    streams.push(new Uint8Array(Buffer.concat(parts)));
    parts = [];
  }
  return streams;
}

const folder = mkdtempSync(join(tmpdir(), "infinity-frames-bench-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
const recorded = await (address === undefined ? make() : record());
const streams = await streamsOf(recorded);
const bytes = streams.reduce((sum, { length }) => sum + length, 0);
const answerBytes = recorded.reduce((sum, { length }) => sum + length, 0);
const file = join(folder, "answers");
writeFileSync(
  file,
  Buffer.concat(
    recorded.flatMap((answer) => {
      const length = Buffer.alloc(4);
      length.writeUInt32LE(answer.length);
      return [length, answer];
    }),
  ),
);
const server = fork(fileURLToPath(new URL("replay-spark.mjs", import.meta.url)), [file]);
const port = await new Promise((resolve) => server.once("message", resolve));
const replayed = await SparkEngine.open(`sc://127.0.0.1:${port}`);
const plain = await plainConnection(port);
const spark = address === undefined ? null : await SparkEngine.open(address);

const times = { memory: [], plain: [], replayed: [], spark: [] };
for (let round = 0; round <= rounds; round++) {
  const each = {
    memory: await timed(() => readTable(streams)),
    plain: await timed(() => readPlain(plain)),
    replayed: await timed(() => replayed.query(QUERY).toTable()),
    ...(round > 1 || spark === null ? {} : { spark: await timed(() => spark.query(QUERY).toTable()) }),
  };
  // The first round warms up.
  if (round > 0) for (const [name, time] of Object.entries(each)) times[name].push(time);
}
const [memory, read, fetched] = [median(times.memory), median(times.plain), median(times.replayed)];
const share = (part) => `${((100 * part) / fetched).toFixed(0)} %`;
console.log(
  `${rows} rows of 10 columns, ${(bytes / 1e6).toFixed(1)} MB in ${streams.length} batches; medians of ${rounds}`,
);
console.log(`a table of the bytes in memory     ${seconds(memory)}`);
console.log(`the bytes read with Node's HTTP/2  ${seconds(read)}`);
console.log(`fetched from a server that has it  ${seconds(fetched)}`);
console.log(
  `that is ${share(memory)} of the rate of memory, and ${share(memory + read)} of that of both together`,
);
if (spark !== null) console.log(`fetched from Spark, with its work  ${seconds(median(times.spark))}`);

plain.close();
await replayed.close();
await spark?.close();
server.kill();
