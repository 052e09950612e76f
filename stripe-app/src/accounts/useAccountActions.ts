import type {
  Account,
  ConnectAccount,
  Credential,
  CredentialChange,
  InstallationState,
  NewCredential,
  OnboardingLink,
} from '../api/types'
import { useApi } from '../hooks/ApiProvider'
import type { KeyHeader } from '../hooks/useAction'

function answered<T>({ data, response }: { data?: T; response: Response }): T {
  if (data === undefined) throw new Error(`The answer of ${response.url} was empty.`)
  return data
}

/** What can be done to accounts and to the keys of the account that the views are about. */
export function useAccountActions() {
  const api = useApi()
  const path = (id: string) => ({ params: { path: { id } } })
  return {
    /** @param platform through whose key a new account is made; null where it has a key of its own */
    async connect(body: ConnectAccount, platform: string | null, headers: KeyHeader): Promise<Account> {
      const params = platform === null ? {} : { params: { query: { account: platform } } }
      return answered(await api.POST('/v1/accounts', { body, headers, ...params }))
    },

    async disconnect(id: string, data: 'keep' | 'erase', headers: KeyHeader): Promise<void> {
      await api.POST('/v1/accounts/{id}/disconnect', { body: { data }, headers, ...path(id) })
    },

    // made anew at each press: an answer that holds a secret is not kept for a second one
    onboardingLink: async (id: string): Promise<OnboardingLink> =>
      answered(await api.POST('/v1/accounts/{id}/onboarding_links', path(id))),

    installation: async (platform: string): Promise<InstallationState> =>
      answered(await api.POST('/v1/installations', { params: { query: { account: platform } } })),

    addCredential: async (body: NewCredential, headers: KeyHeader): Promise<Credential> =>
      answered(await api.POST('/v1/credentials', { body, headers })),

    changeCredential: async (id: string, body: CredentialChange): Promise<Credential> =>
      answered(await api.PATCH('/v1/credentials/{id}', { body, ...path(id) })),

    probe: async (id: string): Promise<Credential> =>
      answered(await api.POST('/v1/credentials/{id}/probe', path(id))),

    async deleteCredential(id: string): Promise<void> {
      await api.DELETE('/v1/credentials/{id}', path(id))
    },
  }
}
