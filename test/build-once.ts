import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Builds `dist` before the tests, for those that use the package as its users do. */
export default function setup(): void {
  const root = fileURLToPath(new URL("..", import.meta.url));
  execFileSync("npm", ["run", "--silent", "build"], { cwd: root, stdio: "inherit" });
}
