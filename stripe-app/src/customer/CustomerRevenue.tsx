import { Banner, Box, ContextView, Divider } from '@stripe/ui-extension-sdk/ui'
import type { Customer } from '../api/types'
import { Amount } from '../components/Amount'
import { CoverageLine } from '../components/Coverage'
import { HistoryNotice } from '../components/HistoryNotice'
import { Loaded } from '../components/Loaded'
import { money } from '../format/money'
import { useLocale } from '../hooks/LocaleProvider'
import { useSync } from '../hooks/useSync'
import { MrrHistory } from './MrrHistory'
import { Subscriptions } from './Subscriptions'
import { useCustomer } from './useCustomer'

function Revenue({ customer }: { customer: Customer }) {
  const locale = useLocale()
  const { mrr, lifetime_revenue, subscriptions, as_of, fx_missing } = customer
  return (
    <Box css={{ stack: 'y', gapY: 'medium' }}>
      <Box css={{ stack: 'x', gapX: 'xlarge', gapY: 'small', wrap: 'wrap' }}>
        <Amount label="MRR" value={money(mrr.value, mrr.currency, locale)} />
        <Amount
          label="Lifetime revenue"
          value={money(lifetime_revenue.value, lifetime_revenue.currency, locale)}
        />
      </Box>
      <CoverageLine of={{ currency: mrr.currency, as_of, fx_missing }} />
      <MrrHistory customerId={customer.id} currency={mrr.currency} />
      <Divider />
      <Subscriptions subscriptions={subscriptions} />
    </Box>
  )
}

const UNKNOWN = (
  <Banner
    title="Not in Revenue Desk yet"
    description="This customer appears here after the next sync. New customers take a few seconds."
  />
)

/** What a customer is worth, and why. */
export function CustomerRevenue({ customerId }: { customerId: string }) {
  const customer = useCustomer(customerId)
  const sync = useSync()
  return (
    <ContextView title="Revenue">
      <Loaded from={customer} what="This customer" empty={UNKNOWN} partial={<HistoryNotice sync={sync} />}>
        {({ found }) => (found ? <Revenue customer={found} /> : UNKNOWN)}
      </Loaded>
    </ContextView>
  )
}
