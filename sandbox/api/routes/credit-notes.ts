import { draftCreditNote, issueCreditNote, voidCreditNote } from '../domain/credit-notes'
import { creditNoteEvents } from '../domain/events'
import { customerOf } from '../domain/invoice-build'
import { rehearse } from '../domain/rehearsal'
import { invalid } from '../http/errors'
import { prepareInnerPage, preparePage } from '../http/listing'
import type { Call, Route } from '../http/route'
import type { JsonObject } from '../json'
import { renderCreditNote, renderCreditNoteLine } from '../render/credit-note'
import type { Account } from '../store/account'
import type { CreditNoteLineRecord, CreditNoteRecord } from '../store/records'
import { readCreditNote } from './credit-note-params'
import { fromPath, given } from './lookups'

const PATH = '/v1/credit_notes'

const noteOf = ({ account, ids }: Call): CreditNoteRecord =>
  fromPath(account.store.creditNotes, 'credit note', ids[0])

/** One page of a note's lines. */
function prepareLines(
  { account, params }: Call,
  url: string,
  records: readonly CreditNoteLineRecord[],
): () => JsonObject {
  const render = (line: CreditNoteLineRecord) => renderCreditNoteLine(account, line)
  return prepareInnerPage(params, { records, url, noun: 'credit note line item', render })
}

/** A note that is not issued, as it would be. */
function preview<T>({ account, params }: Call, show: (account: Account, note: CreditNoteRecord) => T): T {
  const { invoice, make } = readCreditNote(account, params)
  return rehearse(account, customerOf(account, invoice), () =>
    show(account, draftCreditNote(account, invoice, make())),
  )
}

export const creditNoteRoutes: Route[] = [
  {
    method: 'GET',
    path: PATH,
    answers: 'list of credit_note',
    prepare({ account, params }) {
      const customer = params.filled('customer')
      const invoice = params.filled('invoice')
      return preparePage(
        params,
        {
          collection: account.store.creditNotes,
          url: PATH,
          noun: 'credit note',
          render: (one) => renderCreditNote(account, one),
        },
        {
          created: params.range('created') ?? {},
          by: {
            ...(customer === undefined ? {} : { customer }),
            ...(invoice === undefined ? {} : { invoice }),
          },
        },
      )
    },
  },
  {
    method: 'POST',
    path: PATH,
    answers: 'credit_note',
    prepare({ account, params }) {
      const { invoice, make } = readCreditNote(account, params)
      return () => renderCreditNote(account, issueCreditNote(account, invoice, make()))
    },
  },
  {
    method: 'GET',
    path: `${PATH}/preview`,
    answers: 'credit_note',
    prepare(call) {
      const rendered = preview(call, renderCreditNote)
      return () => rendered
    },
  },
  {
    method: 'GET',
    path: `${PATH}/preview/lines`,
    answers: 'list of credit_note_line_item',
    prepare(call) {
      const lines = preview(call, (_account, note) => note.lines)
      return prepareLines(call, `${PATH}/preview/lines`, lines)
    },
  },
  {
    method: 'GET',
    path: `${PATH}/:id`,
    answers: 'credit_note',
    prepare(call) {
      const note = noteOf(call)
      return () => renderCreditNote(call.account, note)
    },
  },
  {
    method: 'POST',
    path: `${PATH}/:id`,
    answers: 'credit_note',
    prepare(call) {
      const note = noteOf(call)
      const { account, params } = call
      const fields = given<Pick<CreditNoteRecord, 'memo' | 'metadata'>>({
        memo: params.text('memo'),
        metadata: params.metadata('metadata', note.metadata),
      })
      return () => {
        const changed = creditNoteEvents.watch(account, note)
        Object.assign(note, fields)
        changed()
        return renderCreditNote(account, note)
      }
    },
  },
  {
    method: 'GET',
    path: `${PATH}/:id/lines`,
    answers: 'list of credit_note_line_item',
    prepare(call) {
      const note = noteOf(call)
      return prepareLines(call, `${PATH}/${note.id}/lines`, note.lines)
    },
  },
  {
    method: 'POST',
    path: `${PATH}/:id/void`,
    answers: 'credit_note',
    prepare(call) {
      const note = noteOf(call)
      const invoice = fromPath(call.account.store.invoices, 'invoice', note.invoice)
      if (note.status === 'void') throw invalid('This credit note is already void.')
      if (note.post_payment_amount > 0 || invoice.status !== 'open') {
        throw invalid('You can only void credit notes on open invoices.')
      }
      return () => {
        voidCreditNote(call.account, invoice, note)
        return renderCreditNote(call.account, note)
      }
    },
  },
]
