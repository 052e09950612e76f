import qs from 'qs'
import type { FastifyReply } from 'fastify'
import type { Account } from '../../store/account'
import { escape, sendPage } from '../html'
import { KINDS } from './kinds'

/** The address of a page of an account. */
export function link(path: string, account: Account, more: Record<string, string> = {}): string {
  return `${path}?${qs.stringify({ account: account.id, ...more })}`
}

/** What ids look like: unlike the names of fields they hold a capital letter or a digit. */
export const ID = '[a-z]+_(?:test_)?(?=[a-z]*[A-Z0-9])[A-Za-z0-9]{8,}'

/** A link to an object's page if a text is an id, else the text. */
export function idLink(account: Account, text: string): string {
  if (!new RegExp(`^${ID}$`).test(text)) return escape(text)
  return `<a href="${escape(link('/_sandbox/object', account, { id: text }))}">${escape(text)}</a>`
}

/** Sends a page of the control pages: navigation, what was just done, and the page itself as HTML. */
export function sendWidePage(
  reply: FastifyReply,
  account: Account,
  title: string,
  body: string,
  said?: string,
  status = 200,
): FastifyReply {
  const kinds = Object.entries(KINDS)
    .map(
      ([name, kind]) => `<a href="${escape(link(`/_sandbox/objects/${name}`, account))}">${kind.title}</a>`,
    )
    .join(' ')
  const home = `<a href="${escape(link('/_sandbox/', account))}"><b>Control</b></a>`
  return sendPage(reply, title, `<nav aria-label="Objects">${home} ${kinds}</nav>${notice(said)}${body}`, {
    status,
    wide: true,
  })
}

function notice(said: string | undefined): string {
  return said ? `<p class="said" role="status">${escape(said)}</p>` : ''
}
