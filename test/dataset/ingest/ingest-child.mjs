// Ingests in a process of its own, which can be killed: `node ingest-child.mjs FOLDER OUT OPTIONS`.
import { ingest } from "../../../dist/dataset/ingest/ingest.js";

const [folder, out, options] = process.argv.slice(2);
process.stdout.write("begun\n");
try {
  const report = await ingest(folder, out, JSON.parse(options));
  process.stdout.write(`${JSON.stringify({ report, peakKib: process.resourceUsage().maxRSS })}\n`);
} catch (error) {
  process.stdout.write(
    `${JSON.stringify({ error: { name: error.name, code: error.code, message: error.message } })}\n`,
  );
}
