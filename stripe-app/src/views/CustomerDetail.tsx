import type { ExtensionContextValue } from '@stripe/ui-extension-sdk/context'
import { AppProviders } from '../components/AppProviders'
import { CustomerRevenue } from '../customer/CustomerRevenue'

export default function CustomerDetail(context: ExtensionContextValue) {
  const customerId = context.environment.objectContext?.id ?? ''
  return (
    <AppProviders context={context}>
      <CustomerRevenue key={customerId} customerId={customerId} />
    </AppProviders>
  )
}
