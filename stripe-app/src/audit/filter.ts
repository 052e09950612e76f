/** What the trail is narrowed to; empty texts narrow nothing. Days are those of this browser's time zone. */
export type AuditFilter = {
  actor: string
  action: string
  target: string
  account: string
  from: string
  to: string
}

export const NO_FILTER: AuditFilter = { actor: '', action: '', target: '', account: '', from: '', to: '' }

/** The names of the filters, in the order in which they are shown. */
export const LABELS: Record<keyof AuditFilter, string> = {
  actor: 'Who',
  action: 'Action',
  target: 'About',
  account: 'Account',
  from: 'From',
  to: 'To',
}
const isFilterKey = (key: string): key is keyof AuditFilter => key in LABELS
export const KEYS = Object.keys(LABELS).filter(isFilterKey)

/** The beginning of a day in Unix seconds; with `after`, that of as many days later. */
function startOf(day: string, after = 0): number {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number)
  return Math.floor(new Date(year, month - 1, date + after).getTime() / 1000)
}

export type AuditQuery = {
  actor?: string
  action?: string
  target?: string
  account?: string
  from?: number
  to?: number
}

/** The request of a filter: both days of a range are part of it. */
export const toQuery = ({ actor, action, target, account, from, to }: AuditFilter): AuditQuery => ({
  ...(actor ? { actor } : {}),
  ...(action ? { action } : {}),
  ...(target ? { target } : {}),
  ...(account ? { account } : {}),
  ...(from ? { from: startOf(from) } : {}),
  ...(to ? { to: startOf(to, 1) } : {}),
})

/** The areas that the actions of the trail begin with. */
export const AREAS: Record<string, string> = {
  'access.': 'Refusals',
  'account.': 'Accounts',
  'api_key.': 'API keys',
  'approval.': 'Approvals',
  'audit.': 'Exports of the trail',
  'credential.': 'Stripe keys',
  'invitation.': 'Invitations',
  'member.': 'Members',
  'operation.': 'Long work',
  'password.': 'Passwords',
  'promotion.': 'Promotions',
  'role.': 'Roles',
  'second_factor.': 'Second factors',
  'secrets.': 'Master keys',
  'security.': 'Security',
  'session.': 'Sessions',
  'settings.': 'Settings',
  'sign_in.': 'Refused sign-ins',
  'workspace.': 'Workspace',
}

const instant = (seconds: number): string => new Date(seconds * 1000).toISOString().replace('.000Z', 'Z')

/** The command that exports the range of a filter, for whoever holds the machine. */
export function exportCommand(filter: AuditFilter): string {
  const { from, to } = toQuery(filter)
  return [
    'npm run desk -- audit export --format csv',
    ...(from === undefined ? [] : [`--from ${instant(from)}`]),
    ...(to === undefined ? [] : [`--to ${instant(to)}`]),
    '--out audit.csv',
  ].join(' ')
}

/** The same by a request of a program, with all of the filter. */
export function exportRequest(filter: AuditFilter, backendUrl: string): string {
  const url = new URL(`${backendUrl}/v1/audit_entries/export`)
  url.searchParams.set('format', 'csv')
  for (const [key, value] of Object.entries(toQuery(filter))) url.searchParams.set(key, String(value))
  return `curl -H "Authorization: Bearer $KEY" -o audit.csv "${url.href}"`
}
