const LOCAL_NAME = /^(localhost|.+\.localhost|\d+\.\d+\.\d+\.\d+|\[.*\])$/;

/**
 * Whether the host of an address is an IP address or `localhost`. Any other name may be one that a hostile site has
 * pointed at this machine, so that the site may read what the browser gets.
 */
export function isLocalName(hostname: string): boolean {
  return LOCAL_NAME.test(hostname);
}
