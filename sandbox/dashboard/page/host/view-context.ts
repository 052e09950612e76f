import type { ExtensionContextValue } from '@stripe/ui-extension-sdk/context'
import type { Session } from '../../protocol'
import type { Identity } from '../preview-context'

type ViewPlace = {
  viewport: string
  objectContext: { id: string; object: string } | null
  queryParams: Readonly<Record<string, string>>
}

/** The props of a view: user, account, roles, mode, the object it stands beside, and the manifest's constants. */
export function viewContext(
  session: Session,
  identity: Identity,
  { viewport, objectContext, queryParams }: ViewPlace,
) {
  const { person, role, account, mode, locale, permissions } = identity
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
      locale,
      roles: [role],
    },
    environment: {
      constants: session.app.constants,
      mode,
      viewportID: viewport,
      objectContext,
      queryParams,
    },
    appContext: {
      authorizedPermissions: permissions,
      authorizedContentSecurityPolicy: { connectSrc: session.app.connectSrc, imageSrc: session.app.imageSrc },
    },
  } satisfies Omit<ExtensionContextValue, 'userContext' | 'environment'> & Record<string, unknown>
}
