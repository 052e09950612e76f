/** What an account holds, and what moved on its balance: no event tells of either in full. */
import { readVersions, storeVersions } from '../database/mirror'
import { AppError } from '../errors'
import type { StripeGateway } from '../stripe/gateway'
import { keep } from './resources'

/** Reads what the account holds now, in the place of what was read before. @throws AppError */
export async function readFunds(stripe: StripeGateway): Promise<void> {
  const { object, readAt } = await stripe.balance()
  // as of a list: what happens later in this second may be missing
  const version = { id: object.id, version: readAt - 1, deleted: false, object }
  await storeVersions('balances', [version], true)
}

/** The newest balance transactions, down to the first that is known. */
async function readNewest(stripe: StripeGateway): Promise<void> {
  let cursor: string | undefined
  for (;;) {
    const page = await stripe.page('balance_transactions', cursor)
    const known = await readVersions(
      'balance_transactions',
      page.data.map(({ id }) => id),
    )
    const versions = page.data.map((object) => ({
      id: object.id,
      version: page.readAt - 1,
      deleted: false,
      object: keep(object),
    }))
    await storeVersions('balance_transactions', versions, false)
    cursor = page.data.at(-1)?.id
    if (known.size > 0 || !page.hasMore || cursor === undefined) return
  }
}

/** Brings the balance and what moved on it up to now; nothing where the key may not read them, as the sync says. */
export async function followBalance(stripe: StripeGateway): Promise<void> {
  try {
    await readNewest(stripe)
    await readFunds(stripe)
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'stripe_permission_missing') throw error
  }
}
