import type { Account, Me } from '../api/types'

/** How the address and the API name all accounts together. */
export const ALL = 'all'

/** What the tabs are about: one account, or all of them. */
export type Choice = {
  /** The member; their `account` is the chosen one, or the own one where all are chosen. */
  me: Me
  /** For the API: null is the own account. */
  account: string | null
  /** All that can be chosen, where there is a choice. */
  accounts: Account[]
  /** What the address names and nobody can be shown here. */
  missing: string | null
}

function meAt(me: Me, { id, name, mode, time_zone, reporting_currency, default_currency }: Account): Me {
  return { ...me, account: { id, name, mode, time_zone, reporting_currency, default_currency } }
}

/** What an address that names this account means to a member who may see these; they always see their own. */
export function choiceOf(me: Me, seen: Account[], named: string | null): Choice {
  const accounts = seen.length > 1 ? seen : []
  const own: Choice = { me, account: null, accounts, missing: null }
  if (named === null || named === me.account.id) return own
  if (named === ALL && accounts.length > 0) return { ...own, account: ALL }
  const chosen = accounts.find(({ id }) => id === named)
  if (!chosen) return { ...own, missing: named }
  return { ...own, me: meAt(me, chosen), account: chosen.id }
}

/** The name of an account in a list; where two have the same, with what tells them apart. */
export function labelOf({ id, name }: Account, accounts: Account[]): string {
  const same = accounts.filter((other) => other.name === name)
  return same.length > 1 ? `${name} (${id})` : name
}
