import type { ExtensionContextValue } from '@stripe/ui-extension-sdk/context'
import { AppRouter } from '@stripe/ui-extension-sdk/navigation'
import { AppProviders } from '../components/AppProviders'

const HOME = { key: 'overview' } as const

export default function FullPage(context: ExtensionContextValue) {
  return (
    <AppProviders context={context}>
      <AppRouter context={context} redirectOnNotFound={HOME} />
    </AppProviders>
  )
}
