import { GOOD_NETWORK, type Network } from '../../network'

let current = GOOD_NETWORK

/** The network that the switches ask for; what the Dashboard fetches for a view goes over it too. */
export const currentNetwork = (): Network => current

export function setCurrentNetwork(network: Network): void {
  current = network
}
