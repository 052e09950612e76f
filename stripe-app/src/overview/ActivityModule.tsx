import { Badge, Banner, Box, Button, Inline, List, ListItem, PageModule } from '@stripe/ui-extension-sdk/ui'
import { useState } from 'react'
import type { Activity } from '../api/types'
import { Figure } from '../components/Figure'
import { Loaded } from '../components/Loaded'
import { MaybeLink } from '../components/MaybeLink'
import { SUBSCRIPTION_STATUS, type Tone } from '../customer/Subscriptions'
import { ALL, type Choice } from '../desk/choice'
import { secondsText } from '../format/dates'
import { count, NOTHING } from '../format/figures'
import { money } from '../format/money'
import { useLocale } from '../hooks/LocaleProvider'
import { may } from '../hooks/useMe'
import { useStartSync } from '../hooks/useStartSync'
import { CreatePromotion } from '../promotions/CreatePromotion'
import type { Question } from '../question/useQuestion'
import { useActivity } from './useOverview'

const PAYMENT_STATUS: Record<Activity['payments'][number]['status'], { label: string; tone: Tone }> = {
  succeeded: { label: 'Succeeded', tone: 'positive' },
  pending: { label: 'Pending', tone: 'info' },
  failed: { label: 'Failed', tone: 'negative' },
  refunded: { label: 'Refunded', tone: 'neutral' },
  partially_refunded: { label: 'Partly refunded', tone: 'neutral' },
  disputed: { label: 'Disputed', tone: 'warning' },
}

function Count({ label, value }: { label: string; value: number }) {
  const locale = useLocale()
  return (
    <Box css={{ stack: 'y', gapY: 'xxsmall' }}>
      <Inline css={{ color: 'secondary', font: 'caption' }}>{label}</Inline>
      <Inline css={{ font: 'subtitle' }}>{count(value, locale)}</Inline>
      <Inline css={{ color: 'secondary', font: 'caption' }}>Now</Inline>
    </Box>
  )
}

function Counts({ activity: { counts, figures, currency } }: { activity: Activity }) {
  return (
    <Box css={{ display: 'grid', minTileWidth: 144, gap: 'medium' }}>
      <Count label="Active products" value={counts.products} />
      <Count label="Customers" value={counts.customers} />
      <Count label="Subscriptions" value={counts.subscriptions} />
      <Figure label="Payments in the range" figure={figures.payments} currency={currency} />
    </Box>
  )
}

type Whose = { customer: string | null; customer_name: string | null }
const whose = ({ customer, customer_name }: Whose): string => customer_name ?? customer ?? NOTHING

type LatestProps = { activity: Activity; linked: boolean }

function Payments({ activity: { payments }, linked }: LatestProps) {
  const locale = useLocale()
  return (
    <Box css={{ stack: 'y', gapY: 'xsmall' }}>
      <Inline css={{ fontWeight: 'semibold' }}>Latest payments</Inline>
      {payments.length === 0 ? <Inline css={{ color: 'secondary' }}>No payments yet.</Inline> : null}
      <List>
        {payments.map((payment) => {
          const { label, tone } = PAYMENT_STATUS[payment.status]
          return (
            <ListItem
              key={payment.id}
              title={
                <Box css={{ stack: 'x', gapX: 'small', alignY: 'center', wrap: 'wrap' }}>
                  <MaybeLink
                    to={linked ? { name: 'paymentDetails', params: { paymentId: payment.id } } : null}
                  >
                    {whose(payment)}
                  </MaybeLink>
                  <Badge type={tone}>{label}</Badge>
                </Box>
              }
              secondaryTitle={secondsText(payment.created, locale)}
              value={
                <Inline css={{ whiteSpace: 'nowrap' }}>
                  {money(payment.amount, payment.currency, locale)}
                </Inline>
              }
            />
          )
        })}
      </List>
    </Box>
  )
}

function Subscriptions({ activity: { subscriptions }, linked }: LatestProps) {
  const locale = useLocale()
  return (
    <Box css={{ stack: 'y', gapY: 'xsmall' }}>
      <Inline css={{ fontWeight: 'semibold' }}>Latest subscriptions</Inline>
      {subscriptions.length === 0 ? (
        <Inline css={{ color: 'secondary' }}>No subscriptions yet.</Inline>
      ) : null}
      <List>
        {subscriptions.map((subscription) => {
          const { label, tone } = SUBSCRIPTION_STATUS[subscription.status] ?? {
            label: subscription.status,
            tone: 'neutral',
          }
          return (
            <ListItem
              key={subscription.id}
              title={
                <Box css={{ stack: 'x', gapX: 'small', alignY: 'center', wrap: 'wrap' }}>
                  <MaybeLink
                    to={
                      linked
                        ? { name: 'subscriptionDetails', params: { subscriptionId: subscription.id } }
                        : null
                    }
                  >
                    {whose(subscription)}
                  </MaybeLink>
                  <Badge type={tone}>{label}</Badge>
                </Box>
              }
              secondaryTitle={subscription.products.join(', ')}
              value={
                <Inline css={{ whiteSpace: 'nowrap' }}>{secondsText(subscription.created, locale)}</Inline>
              }
            />
          )
        })}
      </List>
    </Box>
  )
}

type ActionsProps = { choice: Choice; done: () => void }

/** What can be begun from here; what one may not do is absent. Each is about one account. */
function QuickActions({ choice: { me, account, accounts }, done }: ActionsProps) {
  const [creating, setCreating] = useState(false)
  const { pending, problem, start } = useStartSync(done)
  const [mayCreate, maySync] = [may(me, 'promotions:write'), may(me, 'sync:run')]
  if (account === ALL || !(mayCreate || maySync)) return null
  return (
    <Box css={{ stack: 'y', gapY: 'small' }}>
      <Box css={{ stack: 'x', gapX: 'small', gapY: 'xsmall', wrap: 'wrap' }}>
        {mayCreate ? <Button onPress={() => setCreating(true)}>Create promotion</Button> : null}
        {maySync ? (
          <Button pending={pending} onPress={start}>
            Sync now
          </Button>
        ) : null}
      </Box>
      {problem ? (
        <Banner
          type="critical"
          title="The sync did not start"
          description={`${problem.title}. ${problem.detail}`}
        />
      ) : null}
      {creating ? (
        <CreatePromotion
          currency={me.account.default_currency}
          accountName={accounts.length > 0 ? me.account.name : null}
          onClose={() => setCreating(false)}
          onCreated={done}
        />
      ) : null}
    </Box>
  )
}

/** What there is and what came last, and what can be begun from here. */
export function ActivityModule({ choice, question }: { choice: Choice; question: Question }) {
  const activity = useActivity(question)
  const linked = choice.account === null
  return (
    <PageModule title="Activity" subtitle="What there is, and what came last">
      <Box css={{ stack: 'y', gapY: 'large' }}>
        <QuickActions choice={choice} done={activity.refresh} />
        <Loaded from={activity} what="The latest activity">
          {(value) => (
            <Box css={{ stack: 'y', gapY: 'large' }}>
              <Counts activity={value} />
              <Box css={{ display: 'grid', minTileWidth: 280, gap: 'large' }}>
                <Payments activity={value} linked={linked} />
                <Subscriptions activity={value} linked={linked} />
              </Box>
            </Box>
          )}
        </Loaded>
      </Box>
    </PageModule>
  )
}
