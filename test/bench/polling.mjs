// What one look at a batch costs, by the number of parameters of its jobs. Prints medians and their ratio.
//   npm run bench:polling [jobs]
import { Session } from "infinity-frames";
import { startEmulator } from "infinity-frames/emulator";

const numJobs = Number(process.argv[2] ?? 2000);
const LOOKS = 30;

function median(values) {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

const server = await startEmulator({ quota: Number.MAX_SAFE_INTEGER, jobDurationMs: 1e9 });
const rows = [];
for (const generator of ["spills-v0.1.0", "visionfit-flagship-v0.1.0"]) {
  const session = await Session.connect({ server: server.url, token: server.token, generator });
  const batch = await session.submit(Array.from({ length: numJobs }, () => ({})));
  const looks = {
    "one look (summary)": () => batch.getBatchSummaryData(),
    "for comparison: the whole batch": () => batch.getBatchData(),
  };
  for (const [name, look] of Object.entries(looks)) {
    const times = [];
    const before = server.requests.length;
    for (let i = 0; i < LOOKS; i++) {
      const start = performance.now();
      await look();
      times.push(performance.now() - start);
    }
    const { bytes } = server.requests[before];
    rows.push({ generator, params: session.space.names.length, what: name, ms: median(times), bytes });
  }
}
await server.close();

console.log(`${numJobs} jobs, medians of ${LOOKS}:`);
for (const { generator, params, what, ms, bytes } of rows) {
  console.log(
    `  ${what.padEnd(32)} ${generator.padEnd(26)} ${String(params).padStart(3)} parameters  ${ms.toFixed(1).padStart(7)} ms  ${String(bytes).padStart(9)} bytes`,
  );
}
for (const what of new Set(rows.map((row) => row.what))) {
  const [few, many] = rows.filter((row) => row.what === what);
  console.log(
    `  ${what}: ${many.generator} / ${few.generator} = ${(many.ms / few.ms).toFixed(2)} in time, ${(many.bytes / few.bytes).toFixed(2)} in bytes`,
  );
}
