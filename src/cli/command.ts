/** An option of a command. */
export interface OptionSpec {
  type: "string" | "boolean";
  /** What its value is, in capitals: `DIR`. */
  value?: string;
  help: string;
  default?: string | readonly string[];
  /** Whether it may be given several times. */
  multiple?: boolean;
  /** Whether giving it twice is an error; otherwise the last one counts. */
  single?: boolean;
  /** Whether the command cannot do without it. */
  required?: boolean;
}

/** The options of a command, by name. */
export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

/** An argument without a name; `optional` ones come last, the last may be `repeated`. */
export interface ArgumentSpec {
  name: string;
  help: string;
  optional?: boolean;
  repeated?: boolean;
}

/** What a command takes, and what its help says of it. */
export interface CommandSpec<O extends OptionSpecs> {
  name: string;
  about: string;
  arguments?: readonly ArgumentSpec[];
  options: O;
}

type ValueOf<S extends OptionSpec> = S extends { type: "boolean" }
  ? boolean
  : S extends { multiple: true }
    ? string[]
    : S extends { required: true } | { default: string }
      ? string
      : string | undefined;

/** The values of options, by name. */
export type ValuesOf<O extends OptionSpecs> = { [Name in keyof O]: ValueOf<O[Name]> };

/** What a command is run with. */
export interface CommandInput<O extends OptionSpecs> {
  values: ValuesOf<O>;
  args: string[];
  /** Aborts when the user stops the command. */
  signal: AbortSignal;
}

/** A command. It returns the exit status. */
export interface Command<O extends OptionSpecs = OptionSpecs> {
  spec: CommandSpec<O>;
  // What a command needs beside its options is imported in here: help and wrong options need not wait for it.
  // A method, so that commands with options of their own are commands.
  run(input: CommandInput<O>): Promise<number>;
}

/** A command; what it takes decides the types of what it is run with. */
export function command<const O extends OptionSpecs>(
  spec: CommandSpec<O>,
  run: (input: CommandInput<O>) => Promise<number>,
): Command<O> {
  return { spec, run };
}
