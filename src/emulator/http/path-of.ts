/** The path of a request; slashes at its start count as one, because some clients put one more after the server's name. */
export function pathOf({ url }: Request): string {
  return new URL(url).pathname.replace(/^\/{2,}/, "/");
}
