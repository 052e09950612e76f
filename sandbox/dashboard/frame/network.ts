import { GOOD_NETWORK, throughNetwork, type Network } from '../network'

/** Puts the switchable network under the views' own requests. @returns what changes it */
export function installNetwork(): (network: Network) => void {
  let current = GOOD_NETWORK
  const native = globalThis.fetch
  globalThis.fetch = (input, init) =>
    throughNetwork(
      () => current,
      () => native(input, init),
      init?.signal ?? (input instanceof Request ? input.signal : null),
    )
  return (network) => {
    current = network
  }
}
