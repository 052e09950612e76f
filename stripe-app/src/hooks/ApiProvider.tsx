import type { ExtensionContextValue } from '@stripe/ui-extension-sdk/context'
import { createContext, useContext, useMemo, type ReactNode } from 'react'
import { createApi, type Api } from '../api/client'
import type { Caller } from '../api/session'

const ApiContext = createContext<Api | null>(null)

/** The views of one frame share one client, and with it one token, for each caller. */
const clients = new Map<string, Api>()

function clientFor(key: string): Api {
  const known = clients.get(key)
  if (known) return known
  const caller: Caller = JSON.parse(key)
  const api = createApi(caller)
  clients.set(key, api)
  return api
}

/** Who calls, as text: the SDK may pass new context objects at each render, so only their values count. */
function callerKey({ userContext, environment }: ExtensionContextValue): string {
  const backendUrl = environment.constants?.['backend_url']
  const caller: Caller = {
    backendUrl: typeof backendUrl === 'string' ? backendUrl : '',
    userId: userContext.id ?? '',
    accountId: userContext.account.id,
    mode: environment.mode,
    roles: (userContext.roles ?? []).map(({ id, name, type }) => ({ id: id ?? name, name, type })),
  }
  return JSON.stringify(caller)
}

/** Gives the views below it the client of the signed-in Dashboard user. */
export function ApiProvider({ context, children }: { context: ExtensionContextValue; children: ReactNode }) {
  const key = callerKey(context)
  const api = useMemo(() => clientFor(key), [key])
  return <ApiContext.Provider value={api}>{children}</ApiContext.Provider>
}

/** The backend's client; features call it in their own hook, nowhere else. */
export function useApi(): Api {
  const api = useContext(ApiContext)
  if (!api) throw new Error('useApi needs an ApiProvider above it.')
  return api
}
