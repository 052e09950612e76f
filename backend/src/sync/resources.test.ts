import { keep } from './resources'

test('of a dispute no evidence and nothing the merchant noted is kept, but all that figures are made of', () => {
  const figures = {
    id: 'du_1',
    object: 'dispute',
    amount: 900,
    balance_transactions: [{ id: 'txn_1', amount: -900, fee: 1500, reporting_category: 'dispute' }],
    charge: 'ch_1',
    created: 7,
    currency: 'usd',
    evidence_details: { due_by: 9, has_evidence: true, submission_count: 1 },
    is_charge_refundable: false,
    network_reason_code: '10.4',
    payment_method_details: {
      type: 'card',
      card: { brand: 'visa', case_type: 'chargeback', network: 'visa' },
    },
    reason: 'fraudulent',
    status: 'lost',
  }
  const evidence = { customer_name: 'Kim', receipt: 'file_1', enhanced_evidence: {} }
  expect(keep({ ...figures, evidence, metadata: { note: 'Kim' } })).toEqual({ ...figures, metadata: {} })
})

test('of a card its brand, country, expiry and the outcome of 3-D Secure are kept', () => {
  const card = { brand: 'visa', country: 'US', exp_month: 1, exp_year: 2030, funding: 'credit' }
  const three_d_secure = { result: 'authenticated', transaction_id: 'of the bank' }
  const charge = (more: object) => ({
    id: 'ch_1',
    object: 'charge',
    payment_method_details: { type: 'card', card: { ...card, last4: '4242', fingerprint: 'f', ...more } },
  })
  const kept = (more: object) => keep(charge(more))['payment_method_details']
  expect(kept({ three_d_secure })).toEqual({
    type: 'card',
    card: { ...card, three_d_secure: { result: 'authenticated' } },
  })
  expect(kept({ three_d_secure: null })).toEqual({ type: 'card', card: { ...card, three_d_secure: null } })
})

test('what a canceller wrote is not kept; the reason and the choice are', () => {
  const details = { comment: 'Kim left', feedback: 'unused', reason: 'cancellation_requested' }
  const kept = keep({ id: 'sub_1', object: 'subscription', cancellation_details: details })
  expect(kept['cancellation_details']).toEqual({ ...details, comment: null })
  const open = { id: 'sub_2', object: 'subscription', cancellation_details: null }
  expect(keep(open)).toEqual(open)
})
