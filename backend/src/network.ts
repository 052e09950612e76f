import { BlockList, isIP, type IPVersion } from 'node:net'

/** @returns null where the entry is neither an address nor a network such as `203.0.113.0/24` */
function readNetwork(entry: string): { address: string; length: number; family: IPVersion } | null {
  const [address = '', prefix] = entry.split('/')
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
  const longest = family === 'ipv6' ? 128 : 32
  const length = prefix === undefined ? longest : Number(/^\d{1,3}$/.exec(prefix)?.[0] ?? NaN)
  return isIP(address) !== 0 && length <= longest ? { address, length, family } : null
}

/** Whether a text is an IP address or a network. */
export const isNetwork = (entry: string): boolean => readNetwork(entry) !== null

/** Whether an address is one of the addresses and networks; an IPv4 client of an IPv6 socket counts as what it is. */
export function isWithin(address: string, entries: string[]): boolean {
  const list = new BlockList()
  for (const entry of entries) {
    const network = readNetwork(entry)
    if (network) list.addSubnet(network.address, network.length, network.family)
  }
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  return list.check(plain, isIP(plain) === 6 ? 'ipv6' : 'ipv4')
}
