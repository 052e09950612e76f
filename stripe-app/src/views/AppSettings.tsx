import type { ExtensionContextValue } from '@stripe/ui-extension-sdk/context'
import { AppProviders } from '../components/AppProviders'
import { SettingsPage } from '../settings/SettingsPage'

export default function AppSettings(context: ExtensionContextValue) {
  return (
    <AppProviders context={context}>
      <SettingsPage userName={context.userContext.name ?? null} />
    </AppProviders>
  )
}
