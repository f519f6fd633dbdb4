import { BlockList, isIP } from "node:net";

/** IPv4 networks that are not the public Internet: https://www.iana.org/assignments/iana-ipv4-special-registry */
const NOT_PUBLIC_4 = [
  ...["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"],
  ...["192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15"],
  ...["198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"],
];

/** The IPv6 networks that are, and what is special in them: https://www.iana.org/assignments/iana-ipv6-special-registry */
const PUBLIC_6 = ["2000::/3", "64:ff9b::/96"];
const NOT_PUBLIC_6 = ["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"];

/** In which networks with only IPv6 show the addresses of IPv4. */
const NAT64 = "64:ff9b::";

function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address, prefix] = network.split("/") as [string, string];
    list.addSubnet(address, Number(prefix), isIP(address) === 6 ? "ipv6" : "ipv4");
  }
  return list;
}

const notPublic4 = listOf(NOT_PUBLIC_4);
const public6 = listOf(PUBLIC_6);
const notPublic6 = listOf([
  ...NOT_PUBLIC_6,
  ...NOT_PUBLIC_4.map((network) => {
    const [address, prefix] = network.split("/") as [string, string];
    return `${NAT64}${address}/${96 + Number(prefix)}`;
  }),
]);

/** Whether an IP address belongs to the public Internet, not to this machine, its network or its host's metadata. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !notPublic4.check(address, "ipv4");
  return version === 6 && public6.check(address, "ipv6") && !notPublic6.check(address, "ipv6");
}
