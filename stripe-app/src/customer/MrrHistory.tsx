import { Box, Inline } from '@stripe/ui-extension-sdk/ui'
import { LineChart } from '@stripe/ui-extension-sdk/ui/next'
import { Loaded } from '../components/Loaded'
import { fromDay } from '../format/dates'
import { toMajor } from '../format/money'
import { evenHistory, type Step } from './history'
import { useCustomerMrr } from './useCustomer'

/** MRR as a line, from the days on which it changed. */
export function MrrLine({ steps, currency }: { steps: Step[]; currency: string }) {
  return (
    <Box css={{ height: 180 }}>
      <LineChart
        data={evenHistory(steps).map(({ date, value }) => ({
          x: fromDay(date),
          y: toMajor(value, currency),
          name: 'MRR',
        }))}
      />
    </Box>
  )
}

export function MrrHistory({ customerId, currency }: { customerId: string; currency: string }) {
  const history = useCustomerMrr(customerId)
  return (
    <Box css={{ stack: 'y', gapY: 'small' }}>
      <Inline css={{ font: 'subheading' }}>{`MRR history in ${currency.toUpperCase()}`}</Inline>
      <Loaded
        from={history}
        what="The MRR history"
        empty={<Box css={{ color: 'secondary' }}>The history begins with the first paid subscription.</Box>}
      >
        {({ data }) => <MrrLine steps={data} currency={currency} />}
      </Loaded>
    </Box>
  )
}
