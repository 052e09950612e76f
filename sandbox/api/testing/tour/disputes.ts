import type { Tour } from './tour'

const PDF = Buffer.from('%PDF-1.4 tour')

/** Disputes, the evidence against them, and files. */
export const disputeTour: Tour = async ({ stripe }) => {
  const file = await stripe.files.create({
    purpose: 'dispute_evidence',
    file: { data: PDF, name: 'receipt.pdf', type: 'application/pdf' },
    file_link_data: { create: true, expires_at: 4_000_000_000, metadata: { tour: 'yes' } },
  })
  await stripe.files.retrieve(file.id)
  await stripe.files.list({ purpose: 'dispute_evidence', limit: 1, created: { gt: 0 } })
  const link = await stripe.fileLinks.create({
    file: file.id,
    expires_at: 4_000_000_000,
    metadata: { tour: 'yes' },
  })
  await stripe.fileLinks.retrieve(link.id, { expand: ['file'] })
  await stripe.fileLinks.update(link.id, { expires_at: 'now', metadata: { tour: '' } })
  await stripe.fileLinks.list({ file: file.id, expired: true, limit: 1, created: { gt: 0 } })
  const pay = (payment_method: string) =>
    stripe.paymentIntents.create({ amount: 3_000, currency: 'usd', payment_method, confirm: true })
  const paid = await pay('pm_card_createDispute')
  const disputes = await stripe.disputes.list({ payment_intent: paid.id, limit: 1, created: { gt: 0 } })
  const dispute = disputes.data[0]?.id ?? ''
  await stripe.disputes.list({ charge: String(paid.latest_charge) })
  await stripe.disputes.update(dispute, {
    evidence: {
      access_activity_log: 'Signed in',
      billing_address: 'Rua 1',
      cancellation_policy: file.id,
      cancellation_policy_disclosure: 'On the page',
      cancellation_rebuttal: 'None came',
      customer_communication: file.id,
      customer_email_address: 'ana@example.com',
      customer_name: 'Ana',
      customer_purchase_ip: '127.0.0.1',
      customer_signature: file.id,
      duplicate_charge_documentation: file.id,
      duplicate_charge_explanation: 'It is not one',
      duplicate_charge_id: 'ch_1',
      product_description: 'Software',
      receipt: file.id,
      refund_policy: file.id,
      refund_policy_disclosure: 'On the page',
      refund_refusal_explanation: 'Too late',
      service_date: '2026-05-01',
      service_documentation: file.id,
      shipping_address: 'Rua 1',
      shipping_carrier: 'CTT',
      shipping_date: '2026-05-01',
      shipping_documentation: file.id,
      shipping_tracking_number: '1',
      uncategorized_file: file.id,
      uncategorized_text: 'More',
    },
    metadata: { tour: 'yes' },
    submit: false,
  })
  await stripe.disputes.retrieve(dispute, { expand: ['charge', 'payment_intent', 'evidence.receipt'] })
  await stripe.disputes.close(dispute)
  await pay('pm_card_createIssuerFraudRecord')
  const warnings = await stripe.radar.earlyFraudWarnings.list({ limit: 1, created: { gt: 0 } })
  const warning = warnings.data[0]
  await stripe.radar.earlyFraudWarnings.retrieve(warning?.id ?? '', { expand: ['charge'] })
  await stripe.radar.earlyFraudWarnings.list({
    charge: String(warning?.charge),
    payment_intent: String(warning?.payment_intent),
  })
}
