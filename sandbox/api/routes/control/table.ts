import type { Route } from '../../http/route'
import { accountCommands } from './accounts'
import { keyCommands } from './keys'
import { paymentCommands } from './payments'
import { portalCommands } from './portal'
import { retryCommands } from './retries'
import { sampleCommands } from './sample'

/**
 * What a person or a test makes happen to an account. Unlike the other control routes these change it, so they are
 * commands like those of the API: kept in the data directory and repeated after a restart.
 */
export const controlRoutes: Route[] = [
  ...accountCommands,
  ...keyCommands,
  ...retryCommands,
  ...sampleCommands,
  ...paymentCommands,
  ...portalCommands,
]
