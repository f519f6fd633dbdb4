import { parseArgs } from "node:util";
import { nearest } from "../util/nearest.ts";
import type { ArgumentSpec, CommandSpec, OptionSpecs, ValuesOf } from "./command.ts";
import { UsageError } from "./usage-error.ts";

const NO_TOKEN_HERE =
  "--token would show the token to everybody on this machine and keep it in the shell's history; set INFINITY_API_TOKEN, or use --token-file or --token-stdin";

function checkArguments(
  { name: command, arguments: wanted = [] }: CommandSpec<OptionSpecs>,
  args: string[],
): void {
  const missing = wanted.find(({ optional }, index) => !optional && args[index] === undefined);
  if (missing !== undefined) throw new UsageError(`${command} needs ${missing.name}, ${missing.help}`);
  const hasRest = wanted.some(({ repeated }: ArgumentSpec) => repeated);
  if (args.length > wanted.length && !hasRest) {
    throw new UsageError(
      `${command} takes ${wanted.length === 0 ? "no argument" : `${wanted.length} at most`}, got ${args.length}`,
    );
  }
}

interface GivenOption {
  name: string;
  rawName: string;
  value?: string | undefined;
  inlineValue?: boolean | undefined;
}

function checkOption(
  { name: command, options }: CommandSpec<OptionSpecs>,
  { name, rawName, value, inlineValue }: GivenOption,
): void {
  const option = Object.hasOwn(options, name) ? options[name] : undefined;
  if (option === undefined) {
    const meant = nearest(name, Object.keys(options));
    const hint = meant === null ? "" : ` (did you mean --${meant}?)`;
    throw new UsageError(`There is no option ${rawName} for ${command}${hint}`);
  }
  if (option.type === "boolean") {
    if (value !== undefined) throw new UsageError(`${rawName} takes no value`);
    return;
  }
  const isOption = !inlineValue && value !== undefined && /^-[^\d.]/.test(value);
  if (value !== undefined && !isOption) return;
  const advice = isOption ? `; a value that begins with - is given as ${rawName}=${option.value}` : "";
  throw new UsageError(`${rawName} needs ${option.value}${advice}`);
}

/**
 * The options and arguments that a command is given.
 *
 * @throws {UsageError} When one is missing or not known; the message holds no value, which may be a secret.
 */
export function readArgs<O extends OptionSpecs>(
  spec: CommandSpec<O>,
  args: string[],
): { values: ValuesOf<O>; args: string[] } {
  const given = args.includes("--") ? args.slice(0, args.indexOf("--")) : args;
  if (!("token" in spec.options) && given.some((arg) => arg === "--token" || arg.startsWith("--token="))) {
    throw new UsageError(NO_TOKEN_HERE);
  }
  const options = Object.fromEntries(
    Object.entries(spec.options).map(([name, { type, multiple = false }]) => [name, { type, multiple }]),
  );
  // Not strict: its own messages are long, and name no command.
  const { values, positionals, tokens } = parseArgs({ args, options, strict: false, tokens: true });
  for (const token of tokens) if (token.kind === "option") checkOption(spec, token);
  for (const [name, { single }] of Object.entries(spec.options)) {
    const isRepeated = tokens.filter((token) => token.kind === "option" && token.name === name).length > 1;
    if (single && isRepeated) throw new UsageError(`--${name} is given twice, and takes one value`);
  }
  checkArguments(spec, positionals);
  const read = Object.entries(spec.options).map(([name, option]) => {
    const value = values[name] ?? option.default ?? (option.type === "boolean" ? false : undefined);
    if (value === undefined && option.required) {
      throw new UsageError(`${spec.name} needs --${name} ${option.value ?? ""}, ${option.help}`);
    }
    return [name, value];
  });
  return { values: Object.fromEntries(read) as ValuesOf<O>, args: positionals };
}
