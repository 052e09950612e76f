import type { ExtensionContextValue } from '@stripe/ui-extension-sdk/context'
import { AppProviders } from '../components/AppProviders'
import { SubscriptionRevenue } from '../subscription/SubscriptionRevenue'

export default function SubscriptionDetail(context: ExtensionContextValue) {
  const subscriptionId = context.environment.objectContext?.id ?? ''
  return (
    <AppProviders context={context}>
      <SubscriptionRevenue key={subscriptionId} subscriptionId={subscriptionId} />
    </AppProviders>
  )
}
