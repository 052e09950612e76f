import type { FastifyInstance } from 'fastify'
import { isOpen } from '../domain/connect/links'
import { standingOf } from '../domain/connect/requirements'
import type { Account } from '../store/account'
import { ACCOUNT_LINK_PAGE } from './addresses'
import { escape, sendPage } from './html'
import type { Desk } from './pages'

/** Stripe's onboarding: who opens a link sees what is still asked of the account, and answers all of it at once. */
export function serveOnboarding(app: FastifyInstance, { engine, act }: Desk): void {
  type Named = { Params: { platform: string; link: string } }
  const find = (platform: string, id: string) => {
    for (const account of [engine.main, engine.live]) {
      const link = account.id === platform ? account.store.accountLinks.get(id) : undefined
      const target = link && account.connected.get(link.account)
      if (link && target) return { account, link, target }
    }
    return undefined
  }

  app.get<Named>(`${ACCOUNT_LINK_PAGE}/:platform/:link`, (request, reply) => {
    const found = find(request.params.platform, request.params.link)
    if (!found) return sendPage(reply, 'This link does not exist', '', { status: 404 })
    if (!isOpen(found.link, found.account.now)) return reply.redirect(found.link.refresh_url, 302)
    return sendPage(reply, 'Set up your account', formFor(found.target, request.url))
  })

  app.post<Named>(`${ACCOUNT_LINK_PAGE}/:platform/:link`, async (request, reply) => {
    const found = find(request.params.platform, request.params.link)
    if (!found) return sendPage(reply, 'This link does not exist', '', { status: 404 })
    if (!isOpen(found.link, found.account.now)) return reply.redirect(found.link.refresh_url, 302)
    const form = typeof request.body === 'string' ? request.body : ''
    const path = `/_sandbox/account_links/${found.link.id}/submit`
    await act(found.account, { method: 'POST', path, form })
    return reply.redirect(found.link.return_url, 303)
  })
}

function formFor(target: Account, action: string): string {
  const { due } = standingOf(target)
  const asked = due.map((name) => `<li><code>${escape(name)}</code></li>`).join('')
  return (
    `<p>${escape(target.profile.name ?? target.id)} (${escape(target.country)}) connects with the platform.</p>` +
    (due.length > 0 ? `<h2>Still asked</h2><ul>${asked}</ul>` : '<p>Nothing is asked any more.</p>') +
    `<form method="post" action="${escape(action)}">` +
    `<label for="type">Type of business</label>` +
    `<select id="type" name="business_type"><option value="company">Company</option>` +
    `<option value="individual">Individual</option></select><br>` +
    `<button name="outcome" value="complete">Give all that is asked</button> ` +
    `<button name="outcome" value="later">Return without</button></form>`
  )
}
