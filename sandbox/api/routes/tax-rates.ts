import { taxRateEvents } from '../domain/events'
import { invalid } from '../http/errors'
import { preparePage } from '../http/listing'
import type { Params } from '../http/params'
import type { Route } from '../http/route'
import { renderTaxRate } from '../render/tax'
import { makeId } from '../store/account'
import type { TaxRateRecord } from '../store/records'
import { fromPath, given } from './lookups'

const PATH = '/v1/tax_rates'

/** The kinds of tax that the pinned package names. */
const TAX_TYPES = (
  'admissions_tax amusement_tax attendance_tax communications_tax digital_excise_tax entertainment_tax get_fund ' +
  'gross_receipts_tax gst hospitality_tax hst igst jct lease_tax luxury_tax mass_transit_parking_tax nhil ' +
  'parking_tax pst qst resort_tax retail_delivery_fee rst sales_tax service_tax tourism_tax ' +
  'utility_users_tax vat'
).split(' ')

function readFields(params: Params, current?: TaxRateRecord) {
  return given<Omit<TaxRateRecord, 'id' | 'created' | 'inclusive' | 'percentage'>>({
    active: params.boolean('active'),
    country: params.text('country', 2),
    description: params.text('description'),
    display_name: params.filled('display_name', 50),
    jurisdiction: params.text('jurisdiction', 50),
    metadata: params.metadata('metadata', current?.metadata),
    state: params.text('state', 2),
    tax_type: params.oneOf('tax_type', TAX_TYPES),
  })
}

function readPercentage(params: Params): number {
  const percentage = params.decimal('percentage') ?? params.missing('percentage')
  if (Number(percentage) < 0 || Number(percentage) > 100) {
    throw invalid('Invalid percentage: must be between 0 and 100.', { param: 'percentage' })
  }
  if (!/^\d+(\.\d{1,4})?$/.test(percentage)) {
    throw invalid('Invalid percentage: must have at most 4 decimal places.', { param: 'percentage' })
  }
  return Number(percentage)
}

export const taxRateRoutes: Route[] = [
  {
    method: 'GET',
    path: PATH,
    answers: 'list of tax_rate',
    prepare({ account, params }) {
      const active = params.boolean('active')
      const inclusive = params.boolean('inclusive')
      return preparePage(
        params,
        { collection: account.store.taxRates, url: PATH, noun: 'tax rate', render: renderTaxRate },
        {
          created: params.range('created') ?? {},
          where: (one) =>
            (active === undefined || one.active === active) &&
            (inclusive === undefined || one.inclusive === inclusive),
        },
      )
    },
  },
  {
    method: 'POST',
    path: PATH,
    answers: 'tax_rate',
    prepare({ account, params }) {
      const display_name = params.required('display_name')
      const fields = {
        active: true,
        country: null,
        description: null,
        jurisdiction: null,
        metadata: {},
        state: null,
        tax_type: null,
        ...readFields(params),
        display_name,
        inclusive: params.boolean('inclusive') ?? params.missing('inclusive'),
        percentage: readPercentage(params),
      }
      return () => {
        const id = makeId(account, 'txr_')
        const rate = account.store.taxRates.add({ id, created: account.now, ...fields })
        taxRateEvents.emit(account, 'created', rate)
        return renderTaxRate(rate)
      }
    },
  },
  {
    method: 'GET',
    path: `${PATH}/:id`,
    answers: 'tax_rate',
    prepare({ account, ids }) {
      const rate = fromPath(account.store.taxRates, 'tax rate', ids[0])
      return () => renderTaxRate(rate)
    },
  },
  {
    method: 'POST',
    path: `${PATH}/:id`,
    answers: 'tax_rate',
    prepare({ account, ids, params }) {
      const rate = fromPath(account.store.taxRates, 'tax rate', ids[0])
      const fields = readFields(params, rate)
      return () => {
        const changed = taxRateEvents.watch(account, rate)
        Object.assign(rate, fields)
        changed()
        return renderTaxRate(rate)
      }
    },
  },
]
