// Ingests in a process of its own, which can be killed: `node ingest-child.mjs FOLDER OUT OPTIONS`.
import { ingest } from "../../../dist/dataset/ingest/ingest.js";

const [folder, out, options] = process.argv.slice(2);
console.log("begun");
try {
  const report = await ingest(folder, out, JSON.parse(options));
  console.log(JSON.stringify({ report, peakKib: process.resourceUsage().maxRSS }));
} catch (error) {
  console.log(JSON.stringify({ error: { name: error.name, code: error.code, message: error.message } }));
}
