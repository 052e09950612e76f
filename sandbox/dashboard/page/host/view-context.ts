import type { ExtensionContextValue } from '@stripe/ui-extension-sdk/context'
import type { Session } from '../../protocol'
import { locale } from '../components/formats'
import type { Identity } from '../preview-context'

/** Deep links: only parameters named `app_…` reach a view, without that prefix. */
function deepLinkParams(search: string): Record<string, string> {
  const params: Record<string, string> = {}
  for (const [key, value] of new URLSearchParams(search)) {
    if (key.startsWith('app_')) params[key.slice(4)] = value
  }
  return params
}

type ViewPlace = { viewport: string; objectContext: { id: string; object: string } | null }

/** The props of a view: user, account, roles, mode, the object it stands beside, and the manifest's constants. */
export function viewContext(session: Session, identity: Identity, { viewport, objectContext }: ViewPlace) {
  const { person, role, account, mode } = identity
  return {
    userContext: {
      id: person.id,
      name: person.name,
      account: {
        id: account.id,
        name: account.name,
        country: account.country,
        org_id: null,
        isSandbox: false,
      },
      locale: locale(),
      roles: [role],
    },
    environment: {
      constants: session.app.constants,
      mode,
      viewportID: viewport,
      objectContext,
      queryParams: deepLinkParams(location.search),
    },
    appContext: {
      authorizedPermissions: session.app.permissions,
      authorizedContentSecurityPolicy: { connectSrc: session.app.connectSrc, imageSrc: session.app.imageSrc },
    },
  } satisfies Omit<ExtensionContextValue, 'userContext' | 'environment'> & Record<string, unknown>
}
