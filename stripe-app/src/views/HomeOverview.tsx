import type { ExtensionContextValue } from '@stripe/ui-extension-sdk/context'
import { AppProviders } from '../components/AppProviders'
import { HomeSummary } from '../home/HomeSummary'

export default function HomeOverview(context: ExtensionContextValue) {
  return (
    <AppProviders context={context}>
      <HomeSummary />
    </AppProviders>
  )
}
