import { Box, Link } from '@stripe/ui-extension-sdk/ui'

/** What will be here, and where it begins. */
export function NoRevenueYet() {
  return (
    <Box css={{ stack: 'y', gapY: 'small' }}>
      <Box css={{ color: 'secondary' }}>MRR appears here with the first active subscription.</Box>
      <Link href={{ name: 'subscriptions' }}>Create a subscription in Stripe</Link>
    </Box>
  )
}
