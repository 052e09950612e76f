import { Box, Inline } from '@stripe/ui-extension-sdk/ui'
import { LineChart } from '@stripe/ui-extension-sdk/ui/next'
import { Loaded } from '../components/Loaded'
import { fromDay } from '../format/dates'
import { toMajor } from '../format/money'
import { evenHistory } from './history'
import { useCustomerMrr } from './useCustomer'

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
        {({ data }) => (
          <Box css={{ height: 180 }}>
            <LineChart
              data={evenHistory(data).map(({ date, value }) => ({
                x: fromDay(date),
                y: toMajor(value, currency),
                name: 'MRR',
              }))}
            />
          </Box>
        )}
      </Loaded>
    </Box>
  )
}
