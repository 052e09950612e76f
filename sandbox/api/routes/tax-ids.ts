import { createTaxId, deleteTaxId } from '../domain/customers'
import { missing } from '../http/errors'
import { prepareInnerPage } from '../http/listing'
import type { Route } from '../http/route'
import { renderTaxId } from '../render/tax-id'
import type { Account } from '../store/account'
import type { TaxIdRecord } from '../store/records'
import { readTaxId } from './customer-params'
import { livingCustomer } from './lookups'

function taxIdOf(account: Account, [customer, id = '']: string[]): TaxIdRecord {
  const taxId = account.store.taxIds.get(id)
  if (!taxId || taxId.customer !== customer) throw missing('tax id', id)
  return taxId
}

export const taxIdRoutes: Route[] = [
  {
    method: 'GET',
    path: '/v1/customers/:id/tax_ids',
    answers: 'list of tax_id',
    prepare({ account, ids, params }) {
      const customer = livingCustomer(account, ids[0])
      return prepareInnerPage(params, {
        records: account.store.taxIds.withKey('customer', customer.id).reverse(),
        url: `/v1/customers/${customer.id}/tax_ids`,
        noun: 'tax id',
        render: renderTaxId,
      })
    },
  },
  {
    method: 'POST',
    path: '/v1/customers/:id/tax_ids',
    answers: 'tax_id',
    prepare({ account, ids, params }) {
      const customer = livingCustomer(account, ids[0])
      const wanted = readTaxId(params)
      return () => renderTaxId(createTaxId(account, customer, wanted))
    },
  },
  {
    method: 'GET',
    path: '/v1/customers/:id/tax_ids/:taxId',
    answers: 'tax_id',
    prepare({ account, ids }) {
      const taxId = taxIdOf(account, ids)
      return () => renderTaxId(taxId)
    },
  },
  {
    method: 'DELETE',
    path: '/v1/customers/:id/tax_ids/:taxId',
    answers: 'tax_id',
    prepare({ account, ids }) {
      const taxId = taxIdOf(account, ids)
      return () => {
        deleteTaxId(account, taxId)
        return { id: taxId.id, object: 'tax_id', deleted: true }
      }
    },
  },
]
