import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ServerCredentials } from "@grpc/grpc-js";

/** Makes a certificate for this machine, which signs itself, in a folder; needs `openssl`. */
export function selfSigned(folder: string, name: string): { file: string; credentials: ServerCredentials } {
  const file = join(folder, `${name}.pem`);
  const keyFile = join(folder, `${name}.key`);
  const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", keyFile];
  const subject = ["-subj", `/CN=${name}`, "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"];
  execFileSync("openssl", ["req", "-x509", ...key, ...subject, "-days", "2", "-out", file], {
    stdio: "pipe",
  });
  const pair = { private_key: readFileSync(keyFile), cert_chain: readFileSync(file) };
  return { file, credentials: ServerCredentials.createSsl(null, [pair]) };
}
