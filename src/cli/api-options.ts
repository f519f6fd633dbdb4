/** Options of all commands that ask the API. */
export const API_OPTIONS = {
  server: {
    type: "string",
    value: "URL",
    help: "the server [default: INFINITY_API_SERVER, else https://api.toinfinity.ai]",
  },
  "token-file": {
    type: "string",
    value: "FILE",
    help: "a file with the token, which nobody else may read [default: INFINITY_API_TOKEN, else the file ~/.config/infinity-frames/token]",
  },
  "token-stdin": { type: "boolean", help: "read the token from stdin" },
  offline: { type: "boolean", help: "make no connection; fail where one is needed" },
} as const;
