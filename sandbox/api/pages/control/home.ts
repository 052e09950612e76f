import { DAY, HOUR } from '../../engine/calendar'
import { SCENARIOS } from '../../sample/scenarios'
import { SIZES } from '../../sample/sizes'
import type { Account } from '../../store/account'
import { escape } from '../html'
import type { Desk } from '../pages'
import { link } from './layout'

const JUMPS: [string, number][] = [
  ['one hour', HOUR],
  ['one day', DAY],
  ['a week', 7 * DAY],
  ['30 days', 30 * DAY],
  ['90 days', 90 * DAY],
]

/** Time, the business, what goes wrong, and the accounts. */
export function homePage({ engine, faults }: Desk, account: Account): string {
  const form = (what: string, inside: string) =>
    `<form method="post" action="/_sandbox/home/${what}"><input type="hidden" name="account" value="${account.id}">${inside}</form>`
  const now = new Date(account.clock.now * 1000).toISOString().replace('T', ' ').slice(0, 19)
  const jumps = JUMPS.map(([label, seconds]) => `<option value="${seconds}">${label}</option>`).join('')
  const scenarios = Object.entries(SCENARIOS)
    .map(
      ([name, { summary }]) =>
        `<tr><td><button name="name" value="${name}">${name.replaceAll('_', ' ')}</button></td><td>${escape(summary)}</td></tr>`,
    )
    .join('')
  const accounts = engine
    .accounts()
    .filter(({ live }) => !live)
    .map(
      (one) =>
        `<tr><td><a href="${escape(link('/_sandbox/', one))}"${one === account ? ' aria-current="true"' : ''}>${escape(one.profile.name ?? one.id)}</a></td>` +
        `<td>${one.id}</td><td>${one.store.customers.size} customers</td></tr>`,
    )
    .join('')
  const number = (name: string, label: string, value: number) =>
    `<label>${label} <input type="number" min="0" name="${name}" value="${value}"></label>`
  const [rule] = faults.fail
  return [
    `<form method="get" action="/_sandbox/object"><input type="hidden" name="account" value="${account.id}">` +
      `<label>Find an object <input name="id" placeholder="cus_…, sub_…, ch_…" required></label> <button>Open</button></form>`,
    `<h2>Time</h2><p>The account's clock says <b>${now}</b> UTC.</p>`,
    form(
      'advance',
      `<label>Move it ahead by <select name="seconds">${jumps}</select></label> <button>Move</button>`,
    ),
    `<h2>The business</h2>`,
    form(
      'trickle',
      `<label>New customers an hour <input type="number" name="new_per_hour" min="0" max="1000" value="6"></label> <button>Let them come</button>`,
    ),
    form('scenario', `<table>${scenarios}</table>`),
    `<h2>What goes wrong</h2>`,
    form(
      'faults',
      `<div class="grid">${number('latency_ms', 'Each request waits, ms', faults.latencyMs)}` +
        `${number('requests_per_second', 'Requests a second at most (0: any)', faults.requestsPerSecond)}` +
        `${number('drop_deliveries', 'Webhooks to lose', faults.dropDeliveries)}` +
        `${number('duplicate_deliveries', 'Webhooks to send twice', faults.duplicateDeliveries)}` +
        `${number('delay_deliveries_ms', 'Each webhook waits, ms', faults.delayDeliveriesMs)}` +
        `<label>Webhooks in any order <input type="checkbox" name="shuffle_deliveries"${faults.shuffleDeliveries ? ' checked' : ''}></label>` +
        `${number('fail_times', 'Requests to fail', rule?.times ?? 0)}` +
        `<label>… whose method and path contain <input name="fail_match" value="${escape(rule?.match ?? '')}"></label>` +
        `${number('fail_status', '… with the status', rule?.status ?? 0)}</div><button>Set</button>`,
    ),
    `<h2>Accounts</h2><table>${accounts}</table>`,
    form(
      'accounts',
      `<label>Another business installs the app <input name="name" value="Sudwind Metrics" required></label> ` +
        `<select name="country" aria-label="Country"><option>DE</option><option>US</option><option>JP</option></select> ` +
        `<select name="size" aria-label="Size">${Object.keys(SIZES)
          .filter((size) => size !== 'large')
          .map((size) => `<option${size === 'small' ? ' selected' : ''}>${size}</option>`)
          .join('')}</select> <button>Add</button>`,
    ),
  ].join('')
}
