import { isObject, type Json, type JsonObject } from '../../json'
import type { Account } from '../../store/account'
import { escape } from '../html'
import { ACTIONS, type Kind } from './kinds'
import { ID, idLink, link } from './layout'

function cell(account: Account, value: Json | undefined): string {
  if (value === undefined || value === null) return '—'
  if (typeof value === 'object') return ''
  return idLink(account, String(value))
}

/** One page of a list, newest first. */
export function listPage({ columns, title }: Kind, name: string, account: Account, list: Json): string {
  const rows = isObject(list) && Array.isArray(list['data']) ? list['data'].filter(isObject) : []
  const head = ['id', 'created', ...columns].map((one) => `<th scope="col">${one}</th>`).join('')
  const body = rows
    .map((row) => {
      const created = typeof row['created'] === 'number' ? new Date(row['created'] * 1000).toISOString() : ''
      const cells = columns.map((column) => `<td>${cell(account, row[column])}</td>`).join('')
      return `<tr><td>${cell(account, row['id'])}</td><td>${created.slice(0, 16).replace('T', ' ')}</td>${cells}</tr>`
    })
    .join('')
  const last = rows.at(-1)?.['id']
  const more =
    isObject(list) && list['has_more'] === true && typeof last === 'string'
      ? `<p><a href="${escape(link(`/_sandbox/objects/${name}`, account, { after: last }))}">Older ones</a></p>`
      : ''
  return rows.length === 0
    ? '<p>There are none.</p>'
    : `<div class="scroll" role="region" aria-label="${title}" tabindex="0"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>${more}`
}

/** An object as the API gives it, with what can be done to it. */
export function objectPage(account: Account, id: string, object: JsonObject): string {
  const actions = (ACTIONS[id.slice(0, id.indexOf('_'))] ?? [])
    .map(
      ({ label }, index) =>
        `<form method="post" action="/_sandbox/do"><input type="hidden" name="account" value="${account.id}">` +
        `<input type="hidden" name="id" value="${escape(id)}"><button name="action" value="${index}">${label}</button></form>`,
    )
    .join('')
  const text = escape(JSON.stringify(object, null, 2)).replaceAll(
    new RegExp(`&quot;(${ID})&quot;`, 'g'),
    (_whole, named: string) => `&quot;${idLink(account, named)}&quot;`,
  )
  return `<div class="actions">${actions}</div><pre tabindex="0">${text}</pre>`
}
