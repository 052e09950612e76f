import type { Attention, NeedsAttention } from '../api/types'
import type { Place } from '../components/MaybeLink'
import { secondsText } from '../format/dates'
import { count } from '../format/figures'
import { money } from '../format/money'

type Case = Attention['cases'][number]

/** One thing that needs somebody, in words. */
export type Need = {
  key: string
  title: string
  detail: string
  /** Where one sees all of them; null where the Dashboard has no such place. */
  place: Place | null
  cases: { key: string; title: string; amount: string; detail: string; place: Place }[]
}

const many = (value: number, one: string, more: string, locale: string): string =>
  `${count(value, locale)} ${value === 1 ? one : more}`

type Kind = {
  title: (value: number, locale: string) => string
  detail: (amount: string, due: string) => string
  place: Place | null
  placeOf: (one: Case) => Place
}

const customerOf = ({ id }: Case): Place => ({ name: 'customerDetails', params: { customerId: id } })

const KINDS: Record<Attention['kind'], Kind> = {
  disputes: {
    title: (value, locale) => many(value, 'dispute to answer', 'disputes to answer', locale),
    detail: (amount, due) => [`${amount} disputed`, due && `the first by ${due}`].filter(Boolean).join(', '),
    place: null,
    placeOf: ({ id }) => ({ name: 'paymentDetails', params: { paymentId: id } }),
  },
  failed_payments: {
    title: (value, locale) => many(value, 'failed payment', 'failed payments', locale),
    detail: (amount) => `${amount} at risk`,
    place: { name: 'invoices' },
    placeOf: ({ id }) => ({ name: 'invoiceDetails', params: { invoiceId: id } }),
  },
  approvals: {
    title: (value, locale) => many(value, 'approval waits', 'approvals wait', locale),
    detail: () => 'Decide in the app settings, under Team.',
    place: null,
    placeOf: customerOf,
  },
  expiring_cards: {
    title: (value, locale) =>
      many(value, 'card expires before its next charge', 'cards expire before their next charge', locale),
    detail: (amount) => `${amount} of MRR`,
    place: null,
    placeOf: customerOf,
  },
}

function needOf(
  { kind, count: value, amount, due, cases }: Attention,
  currency: string,
  locale: string,
): Need {
  const { title, detail, place, placeOf } = KINDS[kind]
  return {
    key: kind,
    title: title(value, locale),
    detail: detail(
      amount === null ? '' : money(amount, currency, locale),
      due === null ? '' : secondsText(due, locale),
    ),
    place,
    cases: cases.map((one) => ({
      key: one.id,
      title: one.customer_name ?? one.customer ?? one.id,
      amount: money(one.amount, one.currency, locale),
      detail: one.due === null ? '' : `By ${secondsText(one.due, locale)}`,
      place: placeOf(one),
    })),
  }
}

const aboutFigures = (key: string, title: string, detail: string): Need => ({
  ...{ key, title, detail },
  ...{ place: null, cases: [] },
})

/** What needs somebody, the most urgent first; figures that are not whole are among it. */
export function needsOf({ data, currency, complete, fx_missing }: NeedsAttention, locale: string): Need[] {
  return [
    ...data.map((one) => needOf(one, currency, locale)),
    ...(complete
      ? []
      : [
          aboutFigures(
            'incomplete',
            'Figures are not whole',
            'The app settings say what is still being read, or what a key may not read.',
          ),
        ]),
    ...(fx_missing.length === 0
      ? []
      : [
          aboutFigures(
            'rates',
            `No exchange rate for ${fx_missing.join(', ').toUpperCase()}`,
            'Amounts in it are left out of the figures until there is one.',
          ),
        ]),
  ]
}
