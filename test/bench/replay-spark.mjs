// Answers every query with what was recorded: the process that bench:spark fetches from.

import { readFileSync } from "node:fs";
import { Server, ServerCredentials } from "@grpc/grpc-js";
import { loadMessages } from "../../dist/engine/spark/protocol/messages.js";

const messages = await loadMessages();
const file = readFileSync(process.argv[2]);
const answers = [];
for (let at = 0; at < file.length; ) {
  const length = file.readUInt32LE(at);
  answers.push(file.subarray(at + 4, at + 4 + length));
  at += 4 + length;
}

const SERVICE = "/spark.connect.SparkConnectService/";
const same = (bytes) => bytes;
const form = (method, isStream) => ({
  path: SERVICE + method,
  requestStream: false,
  responseStream: isStream,
  requestSerialize: same,
  requestDeserialize: same,
  responseSerialize: same,
  responseDeserialize: same,
});
const answer = (type, message) => (_, done) => done(null, messages.encode(type, message));

const server = new Server();
server.addService(
  {
    AnalyzePlan: form("AnalyzePlan", false),
    Config: form("Config", false),
    ExecutePlan: form("ExecutePlan", true),
    ReleaseExecute: form("ReleaseExecute", false),
    ReleaseSession: form("ReleaseSession", false),
    Interrupt: form("Interrupt", false),
  },
  {
    AnalyzePlan: answer("AnalyzePlanResponse", { spark_version: { version: "replayed" } }),
    Config: answer("ConfigResponse", {}),
    ReleaseExecute: answer("ReleaseExecuteResponse", {}),
    ReleaseSession: answer("ReleaseSessionResponse", {}),
    Interrupt: answer("InterruptResponse", {}),
    async ExecutePlan(call) {
      for (const each of answers) {
        if (!call.write(each)) await new Promise((resolve) => call.once("drain", resolve));
      }
      call.end();
    },
  },
);
server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, port) => {
  if (error) throw error;
  process.send(port);
  process.once("disconnect", () => process.exit());
});
