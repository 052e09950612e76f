import { Badge, Box, Inline, Link, List, ListItem } from '@stripe/ui-extension-sdk/ui'
import type { Subscription } from '../api/types'
import { secondsText } from '../format/dates'
import { money } from '../format/money'
import { useLocale } from '../hooks/LocaleProvider'

export type Tone = 'positive' | 'info' | 'warning' | 'negative' | 'neutral'

/** How a subscription's status reads. */
export const SUBSCRIPTION_STATUS: Record<string, { label: string; tone: Tone }> = {
  active: { label: 'Active', tone: 'positive' },
  trialing: { label: 'Trial', tone: 'info' },
  past_due: { label: 'Past due', tone: 'warning' },
  unpaid: { label: 'Unpaid', tone: 'negative' },
  paused: { label: 'Paused', tone: 'neutral' },
  canceled: { label: 'Canceled', tone: 'neutral' },
  incomplete: { label: 'Incomplete', tone: 'warning' },
  incomplete_expired: { label: 'Expired', tone: 'neutral' },
}

/** When it renews, or ends; nothing where it does neither. */
export function nextText(subscription: Subscription, locale: string): string {
  const { current_period_end, cancel_at_period_end, status } = subscription
  if (current_period_end === null || status === 'canceled') return ''
  const day = secondsText(current_period_end, locale)
  return cancel_at_period_end ? `Ends ${day}` : `Renews ${day}`
}

/** What is subscribed to: Lumen Pro × 5. */
export const itemsText = (items: Subscription['items']): string =>
  items
    .map(({ product, quantity }) =>
      quantity !== null && quantity > 1 ? `${product} × ${quantity}` : product,
    )
    .join(', ')

function Row({ subscription }: { subscription: Subscription }) {
  const locale = useLocale()
  const { id, status, items, mrr, currency } = subscription
  const { label, tone } = SUBSCRIPTION_STATUS[status] ?? { label: status, tone: 'neutral' }
  const name = itemsText(items)
  return (
    <ListItem
      id={id}
      title={
        <Box css={{ stack: 'x', gapX: 'small', alignY: 'center', wrap: 'wrap' }}>
          <Link href={{ name: 'subscriptionDetails', params: { subscriptionId: id } }}>{name || id}</Link>
          <Badge type={tone}>{label}</Badge>
        </Box>
      }
      secondaryTitle={nextText(subscription, locale)}
      value={<Inline>{`${money(mrr, currency, locale)} MRR`}</Inline>}
    />
  )
}

export function Subscriptions({ subscriptions }: { subscriptions: Subscription[] }) {
  return (
    <Box css={{ stack: 'y', gapY: 'xsmall' }}>
      <Inline css={{ font: 'subheading' }}>Subscriptions</Inline>
      {subscriptions.length === 0 ? (
        <Box css={{ color: 'secondary' }}>No subscriptions yet.</Box>
      ) : (
        <List>
          {subscriptions.map((subscription) => (
            <Row key={subscription.id} subscription={subscription} />
          ))}
        </List>
      )}
    </Box>
  )
}
