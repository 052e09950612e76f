import { closeDispute, respondToDispute } from '../domain/disputes'
import { isClosed } from '../domain/dispute-status'
import { invalid } from '../http/errors'
import { preparePage } from '../http/listing'
import type { Params } from '../http/params'
import type { Route } from '../http/route'
import type { JsonObject } from '../json'
import { EVIDENCE_FILES, EVIDENCE_TEXTS, renderDispute, renderEarlyFraudWarning } from '../render/dispute'
import type { Account } from '../store/account'
import type { DisputeRecord } from '../store/records'
import { filters, fromParam, fromPath } from './lookups'

/** Sources: the pinned package's types for single fields; docs.stripe.com/disputes/api for the sums. */
const FIELD_LIMIT = 20_000
const TEXT_LIMIT = 150_000
const FILES_LIMIT = 4_500_000

function readEvidence(
  account: Account,
  params: Params,
  dispute: DisputeRecord,
): Record<string, string> | undefined {
  const hash = params.hash('evidence')
  if (!hash) return undefined
  const evidence: Record<string, string> = {}
  for (const field of EVIDENCE_TEXTS) {
    const text = hash.text(field, FIELD_LIMIT)
    if (text !== undefined) evidence[field] = text ?? ''
  }
  for (const field of EVIDENCE_FILES) {
    const id = hash.text(field)
    if (typeof id === 'string') checkFile(account, id, hash.name(field))
    if (id !== undefined) evidence[field] = id ?? ''
  }
  checkTotals(account, { ...dispute.evidence, ...evidence })
  return evidence
}

function checkFile(account: Account, id: string, param: string): void {
  const file = fromParam(account.store.files, 'file', id, param)
  if (file.purpose === 'dispute_evidence') return
  throw invalid(
    `The file ${id} has the purpose ${file.purpose}, but evidence must be of the purpose dispute_evidence.`,
    { param },
  )
}

function checkTotals(account: Account, evidence: Record<string, string>): void {
  const texts = EVIDENCE_TEXTS.reduce((sum, field) => sum + (evidence[field]?.length ?? 0), 0)
  if (texts > TEXT_LIMIT) {
    throw invalid(
      `The combined character count of your evidence is ${texts}, which is more than the limit of ${TEXT_LIMIT}.`,
      { param: 'evidence' },
    )
  }
  const bytes = EVIDENCE_FILES.reduce(
    (sum, field) => sum + (account.store.files.get(evidence[field] ?? '')?.size ?? 0),
    0,
  )
  if (bytes > FILES_LIMIT) {
    throw invalid('The combined size of your evidence files is more than the limit of 4.5 MB.', {
      code: 'dispute_evidence_file_size_limit_exceeded',
      param: 'evidence',
    })
  }
}

function checkOpen(dispute: DisputeRecord): void {
  if (isClosed(dispute)) throw invalid('This dispute is already closed')
}

function prepareResponse(account: Account, params: Params, dispute: DisputeRecord): () => JsonObject {
  const metadata = params.metadata('metadata', dispute.metadata) ?? dispute.metadata
  const evidence = readEvidence(account, params, dispute)
  const submit = params.boolean('submit') ?? evidence !== undefined
  if (evidence || submit) {
    checkOpen(dispute)
    if (dispute.submissions > 0) {
      throw invalid(
        'You have already submitted evidence for this dispute, and evidence can be submitted only once.',
      )
    }
  }
  return () => {
    respondToDispute(account, dispute, evidence ?? {}, { submit, metadata })
    return renderDispute(account, dispute)
  }
}

export const disputeRoutes: Route[] = [
  {
    method: 'GET',
    path: '/v1/disputes',
    answers: 'list of dispute',
    prepare: ({ account, params }) =>
      preparePage(
        params,
        {
          collection: account.store.disputes,
          url: '/v1/disputes',
          noun: 'dispute',
          render: (one) => renderDispute(account, one),
        },
        { created: params.range('created') ?? {}, by: filters(params, 'charge', 'payment_intent') },
      ),
  },
  {
    method: 'GET',
    path: '/v1/disputes/:id',
    answers: 'dispute',
    prepare({ account, ids }) {
      const dispute = fromPath(account.store.disputes, 'dispute', ids[0], 'dispute')
      return () => renderDispute(account, dispute)
    },
  },
  {
    method: 'POST',
    path: '/v1/disputes/:id',
    answers: 'dispute',
    prepare: ({ account, ids, params }) =>
      prepareResponse(account, params, fromPath(account.store.disputes, 'dispute', ids[0], 'dispute')),
  },
  {
    method: 'POST',
    path: '/v1/disputes/:id/close',
    answers: 'dispute',
    prepare({ account, ids }) {
      const dispute = fromPath(account.store.disputes, 'dispute', ids[0], 'dispute')
      checkOpen(dispute)
      return () => {
        closeDispute(account, dispute, dispute.inquiry ? 'warning_closed' : 'lost')
        return renderDispute(account, dispute)
      }
    },
  },
  {
    method: 'GET',
    path: '/v1/radar/early_fraud_warnings',
    answers: 'list of radar.early_fraud_warning',
    prepare({ account, params }) {
      const intent = params.filled('payment_intent')
      return preparePage(
        params,
        {
          collection: account.store.earlyFraudWarnings,
          url: '/v1/radar/early_fraud_warnings',
          noun: 'early fraud warning',
          render: (one) => renderEarlyFraudWarning(account, one),
        },
        {
          created: params.range('created') ?? {},
          by: filters(params, 'charge'),
          where: (one) => intent === undefined || one.payment_intent === intent,
        },
      )
    },
  },
  {
    method: 'GET',
    path: '/v1/radar/early_fraud_warnings/:id',
    answers: 'radar.early_fraud_warning',
    prepare({ account, ids }) {
      const warning = fromPath(account.store.earlyFraudWarnings, 'early fraud warning', ids[0])
      return () => renderEarlyFraudWarning(account, warning)
    },
  },
]
