import { Badge, Banner, Box, ContextView, Divider, Inline, List, ListItem } from '@stripe/ui-extension-sdk/ui'
import type { SubscriptionProfile } from '../api/types'
import { Amount } from '../components/Amount'
import { CoverageLine } from '../components/Coverage'
import { HistoryNotice } from '../components/HistoryNotice'
import { Loaded } from '../components/Loaded'
import { MrrLine } from '../customer/MrrHistory'
import { itemsText, nextText, SUBSCRIPTION_STATUS } from '../customer/Subscriptions'
import { dayText, secondsText } from '../format/dates'
import { money } from '../format/money'
import { sentence } from '../format/words'
import { useLocale } from '../hooks/LocaleProvider'
import { useMe } from '../hooks/useMe'
import { useNow } from '../hooks/useNow'
import { useSync } from '../hooks/useSync'
import { todayIn } from '../format/periods'
import { useSubscription } from './useSubscription'

const SHOWN = 10

type Part = { subscription: SubscriptionProfile }

function History({ subscription: { changes, mrr, currency } }: Part) {
  const me = useMe()
  const now = useNow()
  if (changes.length === 0)
    return <Box css={{ color: 'secondary' }}>The history begins with the first paid period.</Box>
  const steps = changes.map(({ day, after }) => ({ date: day, value: after }))
  const today = 'value' in me ? todayIn(me.value.account.time_zone, now) : ''
  const last = changes.at(-1)?.day ?? ''
  return (
    <MrrLine steps={today > last ? [...steps, { date: today, value: mrr }] : steps} currency={currency} />
  )
}

const endText = ({ ends, duration }: SubscriptionProfile['discounts'][number], locale: string): string =>
  ends !== null ? `Ends ${secondsText(ends, locale)}` : duration === 'once' ? 'Once' : 'Does not end'

function Discounts({ subscription: { discounts } }: Part) {
  const locale = useLocale()
  return (
    <Box css={{ stack: 'y', gapY: 'xsmall' }}>
      <Inline css={{ font: 'subheading' }}>Promotions</Inline>
      {discounts.length === 0 ? (
        <Box css={{ color: 'secondary' }}>None takes from it now.</Box>
      ) : (
        <List>
          {discounts.map((discount, index) => (
            <ListItem
              key={index}
              title={discount.name ?? discount.coupon}
              secondaryTitle={endText(discount, locale)}
            />
          ))}
        </List>
      )}
    </Box>
  )
}

function Changes({ subscription: { changes, currency } }: Part) {
  const locale = useLocale()
  if (changes.length === 0) return null
  const latest = changes.toReversed().slice(0, SHOWN)
  return (
    <Box css={{ stack: 'y', gapY: 'xsmall' }}>
      <Inline css={{ font: 'subheading' }}>Movements</Inline>
      <Inline css={{ font: 'caption', color: 'secondary' }}>
        {changes.length > SHOWN
          ? `The latest ${SHOWN} of ${changes.length}, of this subscription alone`
          : 'Of this subscription alone'}
      </Inline>
      <List>
        {latest.map(({ day, type, before, after, causes, reconstructed }) => (
          <ListItem
            key={day}
            title={sentence(type)}
            secondaryTitle={[
              dayText(day, locale),
              ...(causes.length > 0 ? [`told by ${causes.join(', ')}`] : []),
              ...(reconstructed ? ['rebuilt from invoices'] : []),
            ].join(' · ')}
            value={
              <Inline css={{ whiteSpace: 'nowrap' }}>
                {money(after - before, currency, locale, { signed: true })}
              </Inline>
            }
          />
        ))}
      </List>
    </Box>
  )
}

function Revenue({ subscription }: Part) {
  const locale = useLocale()
  const { mrr, currency, status, items, as_of } = subscription
  const { label, tone } = SUBSCRIPTION_STATUS[status] ?? { label: status, tone: 'neutral' }
  const next = nextText(subscription, locale)
  return (
    <Box css={{ stack: 'y', gapY: 'medium' }}>
      <Box css={{ stack: 'x', gapX: 'small', alignY: 'center', wrap: 'wrap' }}>
        <Inline css={{ fontWeight: 'semibold' }}>{itemsText(items)}</Inline>
        <Badge type={tone}>{label}</Badge>
      </Box>
      <Amount label="MRR" value={money(mrr, currency, locale)} />
      {next === '' ? null : <Box>{next}</Box>}
      <CoverageLine of={{ currency, as_of }} />
      <Inline css={{ font: 'subheading' }}>{`MRR history in ${currency.toUpperCase()}`}</Inline>
      <History subscription={subscription} />
      <Divider />
      <Discounts subscription={subscription} />
      <Changes subscription={subscription} />
    </Box>
  )
}

const UNKNOWN = (
  <Banner
    title="Not in Revenue Desk yet"
    description="This subscription appears here after the next sync. New ones take a few seconds."
  />
)

/** What a subscription adds to the MRR, how that came about, and what comes next. */
export function SubscriptionRevenue({ subscriptionId }: { subscriptionId: string }) {
  const subscription = useSubscription(subscriptionId)
  const sync = useSync()
  return (
    <ContextView title="Revenue">
      <Loaded
        from={subscription}
        what="This subscription"
        empty={UNKNOWN}
        partial={<HistoryNotice sync={sync} />}
      >
        {({ found }) => (found ? <Revenue subscription={found} /> : UNKNOWN)}
      </Loaded>
    </ContextView>
  )
}
