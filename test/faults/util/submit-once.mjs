// Submits jobs once, as a script of a user does, and prints what came of it.
// `node submit-once.mjs '{"server": …, "journal": …, "numJobs": …, "options": { … }}'`, with the token in TOKEN.

import { Session } from "infinity-frames";

const { server, journal, numJobs, options } = JSON.parse(process.argv[2]);
let preparing = process.cpuUsage();
const session = await Session.connect({
  server,
  journal,
  token: process.env.TOKEN,
  generator: "spills-v0.1.0",
  onEvent: ({ type, state }) => {
    if (type === "submission" && state === "sending") preparing = process.cpuUsage(preparing);
  },
});
const jobs = Array.from({ length: numJobs }, (_, row) => ({
  design_row: row + 1,
  size: 1 + (row % 50) / 10,
}));
preparing = process.cpuUsage();
const outcome = await session.submit(jobs, options).then(
  (batch) => ({
    batchId: batch.batchId,
    designRows: Array.from(batch.table.array("design_row")).slice(0, 3),
  }),
  ({ code, message }) => ({ code, message }),
);
const preparedMs = (preparing.user + preparing.system) / 1000;
const rssMb = Math.round(process.resourceUsage().maxRSS / 1024);
process.stdout.write(JSON.stringify({ ...outcome, preparedMs, rssMb }));
