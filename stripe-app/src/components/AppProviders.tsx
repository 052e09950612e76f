import type { ExtensionContextValue } from '@stripe/ui-extension-sdk/context'
import { NavigationProvider } from '@stripe/ui-extension-sdk/navigation'
import type { ReactNode } from 'react'
import { ApiProvider } from '../hooks/ApiProvider'
import { LocaleProvider } from '../hooks/LocaleProvider'
import { routes } from '../routes'

/** What every view stands on: the routes it can link to, the user's locale, the backend's client. */
export function AppProviders({ context, children }: { context: ExtensionContextValue; children: ReactNode }) {
  return (
    <NavigationProvider routes={routes}>
      <LocaleProvider locale={context.userContext.locale}>
        <ApiProvider context={context}>{children}</ApiProvider>
      </LocaleProvider>
    </NavigationProvider>
  )
}
