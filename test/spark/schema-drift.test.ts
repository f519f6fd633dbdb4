import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import protobuf, { type Field, type Root, Type } from "protobufjs";
import descriptor from "protobufjs/ext/descriptor/index.js";
import { beforeAll, expect, test } from "vitest";
import { SPARK_CONNECT_SCHEMA } from "../../src/engine/spark/protocol/schema.ts";
import { installSpark } from "./cluster/install-spark.ts";
import { serializedFile } from "./serialized-file.ts";

/** The messages of the calls; what they hold is compared with them. */
const CALLS = ["ExecutePlan", "ReattachExecute", "ReleaseExecute", "AnalyzePlan", "Config", "Interrupt"];
const MESSAGES = [...CALLS, "ReleaseSession", "FetchErrorDetails"].flatMap((name) =>
  name === "ReattachExecute" ? [`${name}Request`] : [`${name}Request`, `${name}Response`],
);

let ours: Root;
let theirs: Root;

beforeAll(async () => {
  ours = described(SPARK_CONNECT_SCHEMA);
  const folder = join(await installSpark(), "sql/connect/proto");
  const names = (await readdir(folder)).filter((name) => name.endsWith("_pb2.py"));
  const files = await Promise.all(
    names.map(async (name) => serializedFile(await readFile(join(folder, name), "utf8"))),
  );
  const spark = files.map((bytes) => descriptor.FileDescriptorProto.decode(bytes));
  theirs = rootOf(
    descriptor.FileDescriptorSet.create({ file: [...ofGoogle("any"), ...ofGoogle("timestamp"), ...spark] }),
  );
});

/** The extension of protobufjs that reads descriptors has no types for this. */
function rootOf(set: object): Root {
  return (protobuf.Root as unknown as { fromDescriptor(set: object): Root }).fromDescriptor(set);
}

/** The messages of a text, with maps as they are on the wire, and in descriptors: repeated pairs. */
function described(text: string): Root {
  return rootOf(protobuf.parse(text, { keepCase: true }).root.toDescriptor("proto3"));
}

/** Files that Spark's import, as protobufjs has them. */
function ofGoogle(name: string): descriptor.IFileDescriptorProto[] {
  const root = protobuf.Root.fromJSON(protobuf.common.get(`google/protobuf/${name}.proto`) ?? {});
  return (root.toDescriptor("proto3") as descriptor.IFileDescriptorSet).file ?? [];
}

/** What a field is on the wire: an enumeration is a number, as far as this client cares. */
function wireType(field: Field): string {
  field.resolve();
  const type =
    field.resolvedType instanceof Type ? "message" : field.resolvedType === null ? field.type : "int32";
  return `${field.repeated ? "repeated " : ""}${type}`;
}

/** Where a message of ours, and those in it, are not as Spark's are. */
function differences(our: Type, their: Type, seen: Set<string>): string[] {
  if (seen.has(our.fullName)) return [];
  seen.add(our.fullName);
  return our.fieldsArray.flatMap((field) => {
    const other = their.fieldsById[field.id];
    const what = `${our.fullName}.${field.name} = ${field.id}`;
    if (other === undefined) return [`${what}: ${their.fullName} has no such number`];
    if (other.name !== field.name) return [`${what}: it is called ${other.name}`];
    if (wireType(other) !== wireType(field))
      return [`${what}: ${wireType(field)}, should be ${wireType(other)}`];
    if (!(field.resolvedType instanceof Type) || !(other.resolvedType instanceof Type)) return [];
    return differences(field.resolvedType, other.resolvedType, seen);
  });
}

test.each(MESSAGES)("%s has the numbers and types that Spark's has", (name) => {
  const seen = new Set<string>();
  const [our, their] = [ours, theirs].map((root) => root.lookupType(`spark.connect.${name}`)) as [Type, Type];
  expect(differences(our, their, seen)).toEqual([]);
  expect(seen.size).toBeGreaterThan(0);
});

test("each of our messages is compared, but for those of gRPC's own errors", () => {
  const seen = new Set<string>();
  for (const name of MESSAGES) {
    const [our, their] = [ours, theirs].map((root) => root.lookupType(`spark.connect.${name}`)) as [
      Type,
      Type,
    ];
    differences(our, their, seen);
  }
  const all = (ours.lookup("spark.connect") as protobuf.Namespace).nestedArray.map(
    ({ fullName }) => fullName,
  );
  const left = all.filter((name) => !seen.has(name)).map((name) => name.replace(".spark.connect.", ""));
  expect(left.sort()).toEqual(["Any", "Duration", "ErrorInfo", "RetryInfo", "Status"]);
});

test("a number that is wrong would be noticed", () => {
  const wrong = described(
    'syntax = "proto3"; package spark.connect; message InterruptResponse { string session_id = 1; repeated string ids = 2; int64 server_side_session_id = 3; string more = 99; }',
  );
  const [our, their] = [wrong, theirs].map((root) => root.lookupType("spark.connect.InterruptResponse")) as [
    Type,
    Type,
  ];
  expect(differences(our, their, new Set()).map((text) => text.split(": ")[1])).toEqual([
    "it is called interrupted_ids",
    "int64, should be string",
    ".spark.connect.InterruptResponse has no such number",
  ]);
});
