import { useSearchParam } from '@stripe/ui-extension-sdk/navigation'
import { useAccounts } from '../accounts/useAccounts'
import { may, useMe } from '../hooks/useMe'
import type { Loadable } from '../hooks/useResource'
import { choiceOf, type Choice } from './choice'

const ready = (value: Choice): Loadable<Choice> => ({ state: 'ready', value, stale: null })

/** The chosen account. It lives in the address: reload and links keep it, back returns to the one before. */
export function useChoice(): { choice: Loadable<Choice>; choose: (account: string) => void } {
  const [param, setParam] = useSearchParam('account', { replace: false })
  const named = typeof param === 'string' && param !== '' ? param : null
  const me = useMe()
  const mayList = me.state === 'ready' && may(me.value, 'accounts:read')
  const accounts = useAccounts(mayList)
  const choose = (account: string) =>
    setParam(me.state === 'ready' && me.value.account.id === account ? undefined : account)

  if (me.state !== 'ready') return { choice: me.state === 'failed' ? me : { state: 'loading' }, choose }
  if (mayList && accounts.state === 'loading') return { choice: accounts, choose }
  // without the list the own account can still be shown, another one cannot
  if (accounts.state === 'failed' && named !== null) return { choice: accounts, choose }
  const list = accounts.state === 'loading' || accounts.state === 'failed' ? [] : accounts.value.data
  return { choice: ready(choiceOf(me.value, list, named)), choose }
}
