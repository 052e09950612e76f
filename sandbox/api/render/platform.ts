import { API_VERSION } from '../api-version'
import { parseJson, type JsonObject } from '../json'
import type { Account } from '../store/account'
import type { EventRecord, TestClockRecord, WebhookEndpointRecord } from '../store/records'

export function renderAccount(account: Account): JsonObject {
  return {
    id: account.id,
    object: 'account',
    business_profile: {
      annual_revenue: null,
      estimated_worker_count: null,
      mcc: '5734',
      minority_owned_business_designation: null,
      name: account.businessName,
      product_description: 'Analytics software by subscription',
      specified_commercial_transactions_act_url: null,
      support_address: null,
      support_email: account.email,
      support_phone: null,
      support_url: null,
      url: 'https://northwind.example.com',
    },
    business_type: 'company',
    capabilities: { card_payments: 'active', transfers: 'active' },
    charges_enabled: true,
    controller: { type: 'account' },
    country: account.country,
    created: account.opened,
    default_currency: account.settlementCurrency,
    details_submitted: true,
    email: account.email,
    metadata: {},
    payouts_enabled: true,
    settings: {
      bacs_debit_payments: { display_name: null, service_user_number: null },
      branding: { icon: null, logo: null, primary_color: null, secondary_color: null },
      card_issuing: { tos_acceptance: { date: null, ip: null } },
      card_payments: {
        decline_on: { avs_failure: false, cvc_failure: false },
        statement_descriptor_prefix: null,
        statement_descriptor_prefix_kana: null,
        statement_descriptor_prefix_kanji: null,
      },
      dashboard: { display_name: account.businessName, timezone: 'Etc/UTC' },
      invoices: { default_account_tax_ids: null, hosted_payment_method_save: 'offer' },
      payments: {
        statement_descriptor: 'NORTHWIND METRICS',
        statement_descriptor_kana: null,
        statement_descriptor_kanji: null,
        statement_descriptor_prefix_kana: null,
        statement_descriptor_prefix_kanji: null,
      },
      payouts: {
        debit_negative_balances: true,
        schedule: { delay_days: 2, interval: 'daily' },
        statement_descriptor: null,
      },
      sepa_debit_payments: {},
    },
    type: 'standard',
  }
}

/** An event; how many of its deliveries are outstanding is known to the deliverer only. */
export function renderEvent(event: EventRecord, pendingWebhooks: number): JsonObject {
  return {
    id: event.id,
    object: 'event',
    api_version: API_VERSION,
    created: event.created,
    data: parseJson(event.data),
    livemode: false,
    pending_webhooks: pendingWebhooks,
    request: { ...event.request },
    type: event.type,
  }
}

/** An endpoint as every answer but the one that creates it shows it: without its secret. */
export function renderWebhookEndpoint(endpoint: WebhookEndpointRecord): JsonObject {
  return {
    id: endpoint.id,
    object: 'webhook_endpoint',
    api_version: endpoint.api_version,
    application: null,
    created: endpoint.created,
    description: endpoint.description,
    enabled_events: [...endpoint.enabled_events],
    livemode: false,
    metadata: { ...endpoint.metadata },
    status: endpoint.status,
    url: endpoint.url,
  }
}

export function renderTestClock(clock: TestClockRecord): JsonObject {
  return {
    id: clock.id,
    object: 'test_helpers.test_clock',
    created: clock.created,
    deletes_after: clock.deletes_after,
    frozen_time: clock.frozen_time,
    livemode: false,
    name: clock.name,
    status: clock.status,
    status_details: clock.target === null ? {} : { advancing: { target_frozen_time: clock.target } },
  }
}
