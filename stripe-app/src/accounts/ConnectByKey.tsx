import { Box, Link } from '@stripe/ui-extension-sdk/ui'
import type { Account } from '../api/types'
import { KeyForm } from './KeyForm'
import { enteredIn } from './key-draft'
import { useAccountActions } from './useAccountActions'

const INTRO = (
  <Box css={{ stack: 'y', gapY: 'small' }}>
    <Box>
      Give the key read access to products, prices, coupons, promotion codes, customers, subscriptions,
      invoices, charges, payment intents, balance and events, and write access to coupons, promotion codes and
      webhook endpoints. What a missing permission is needed for lies still; all else works.
    </Box>
    <Link href="https://dashboard.stripe.com/apikeys" target="_blank" external>
      Create a restricted key at Stripe
    </Link>
  </Box>
)

type ConnectByKeyProps = {
  mode: Account['mode']
  onClose: () => void
  onConnected: (account: Account) => void
}

/** Connects the account that a pasted key belongs to. */
export function ConnectByKey({ mode, onClose, onConnected }: ConnectByKeyProps) {
  const { connect } = useAccountActions()
  return (
    <KeyForm
      title="Connect by key"
      action="Connect account"
      mode={mode}
      intro={INTRO}
      onClose={onClose}
      send={async (draft, headers) => {
        const sandbox = mode === 'sandbox' ? { sandbox: true } : {}
        onConnected(await connect({ via: 'key', ...enteredIn(draft), ...sandbox }, null, headers))
      }}
    />
  )
}
