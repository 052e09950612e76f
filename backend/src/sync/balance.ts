/** What an account holds, and what moved on its balance: no event tells of either in full. */
import type { Figures } from '../analytics/figures'
import { readVersions, storeVersions } from '../database/mirror'
import { AppError } from '../errors'
import type { PayoutSchedule } from '../metrics'
import type { StripeGateway, StripeObject, StripePage } from '../stripe/gateway'
import { keep } from './resources'
import { syncState } from './state'

/** Seconds. */
export const createdAt = ({ created }: StripeObject): number => Number(created)

/** When the account is paid out; null where the key may not know. */
async function payoutSchedule(stripe: StripeGateway): Promise<PayoutSchedule | null> {
  try {
    const { payments } = await stripe.balanceSettings()
    const schedule = payments.payouts?.schedule
    return schedule?.interval ? { ...schedule, interval: schedule.interval } : null
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'stripe_permission_missing') throw error
    return null
  }
}

/** Reads what the account holds now, in the place of what was read before. @throws AppError */
export async function readFunds(stripe: StripeGateway): Promise<void> {
  const { object, readAt } = await stripe.balance()
  const told = { ...object, payout_schedule: await payoutSchedule(stripe) }
  // as of a list: what happens later in this second may be missing
  const version = { id: object.id, version: readAt - 1, deleted: false, object: told }
  await storeVersions('balances', [version], true)
}

/** Nothing was read yet and nobody is at it: the sync will read all there is. */
async function unread(): Promise<boolean> {
  const { resources } = await syncState()
  const own = resources.find(({ resource }) => resource === 'balance_transactions')
  return !own || (own.count === 0 && own.status !== 'running' && own.status !== 'complete')
}

/** The newest balance transactions, down to the first that is known. */
async function readNewest(stripe: StripeGateway, figures: Figures): Promise<void> {
  if (await unread()) return
  const pages: StripePage[] = []
  let cursor: string | undefined
  do {
    const page = await stripe.page('balance_transactions', cursor)
    pages.push(page)
    const ids = page.data.map(({ id }) => id)
    const known = await readVersions('balance_transactions', ids)
    cursor = page.hasMore && known.size === 0 ? ids.at(-1) : undefined
  } while (cursor !== undefined)
  // oldest first: what is known has nothing unknown before it, wherever this is interrupted
  for (const { data, readAt } of pages.reverse()) {
    const versions = data.map((object) => ({
      id: object.id,
      version: readAt - 1,
      deleted: false,
      object: keep(object),
    }))
    await figures.storeMoney(data.map(createdAt), () =>
      storeVersions('balance_transactions', versions, false),
    )
  }
}

/** Brings the balance and what moved on it up to now; nothing where the key may not read them, as the sync says. */
export async function followBalance(stripe: StripeGateway, figures: Figures): Promise<void> {
  try {
    await readNewest(stripe, figures)
    await readFunds(stripe)
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'stripe_permission_missing') throw error
  }
}
