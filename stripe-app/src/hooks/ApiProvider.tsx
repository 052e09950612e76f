import type { ExtensionContextValue } from '@stripe/ui-extension-sdk/context'
import { createContext, useContext, useMemo, type ReactNode } from 'react'
import { createApis, type Api } from '../api/client'
import type { Caller } from '../api/session'

type Bound = {
  apis: (account: string | null) => Api
  api: Api
  /** Names caller and account, so that no answer is taken for that of another. */
  about: string
  backendUrl: string
}

const ApiContext = createContext<Bound | null>(null)

/** The views of one frame share the clients, and with them one token, of each caller. */
const callers = new Map<string, Bound['apis']>()

function apisFor(key: string): Bound['apis'] {
  const known = callers.get(key)
  if (known) return known
  const caller: Caller = JSON.parse(key)
  const apis = createApis(caller)
  callers.set(key, apis)
  return apis
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

/** Gives the views below it the client of the signed-in Dashboard user, about the account they came through. */
export function ApiProvider({ context, children }: { context: ExtensionContextValue; children: ReactNode }) {
  const key = callerKey(context)
  const bound = useMemo(() => {
    const apis = apisFor(key)
    const { backendUrl }: Caller = JSON.parse(key)
    return { apis, api: apis(null), about: key, backendUrl }
  }, [key])
  return <ApiContext.Provider value={bound}>{children}</ApiContext.Provider>
}

function useBound(): Bound {
  const bound = useContext(ApiContext)
  if (!bound) throw new Error('useApi needs an ApiProvider above it.')
  return bound
}

/** Whatever the views below it ask is about this account, or about `all`; null is the one that the user came through. */
export function AboutAccount({ account, children }: { account: string | null; children: ReactNode }) {
  const outer = useBound()
  const bound = useMemo(() => {
    const { apis, about } = outer
    return account === null ? outer : { ...outer, api: apis(account), about: `${about} ${account}` }
  }, [outer, account])
  return <ApiContext.Provider value={bound}>{children}</ApiContext.Provider>
}

/** The backend's client; features call it in their own hook, nowhere else. */
export const useApi = (): Api => useBound().api

/** Names caller and account of what is asked here. */
export const useAbout = (): string => useBound().about

/** Where the backend is, for what is done outside of the views. */
export const useBackendUrl = (): string => useBound().backendUrl
