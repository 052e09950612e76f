import type { Tour } from './tour'

/** Connected accounts from their creation to their end. */
export const connectTour: Tour = async ({ sandbox, stripe }) => {
  const account = await stripe.accounts.create({
    country: 'DE',
    default_currency: 'eur',
    email: 'shop@example.com',
    controller: {
      fees: { payer: 'application' },
      losses: { payments: 'application' },
      requirement_collection: 'application',
      stripe_dashboard: { type: 'none' },
    },
    capabilities: { card_payments: { requested: true }, transfers: { requested: true } },
    business_type: 'individual',
    business_profile: {
      name: 'Tour shop',
      mcc: '5734',
      url: 'https://shop.example.com',
      product_description: 'Everything',
    },
    metadata: { tour: 'yes' },
    settings: { payments: { statement_descriptor: 'TOUR SHOP' } },
  })
  await stripe.accounts.retrieve(account.id)
  await stripe.accounts.list({ limit: 1 })
  const bank = {
    object: 'bank_account' as const,
    country: 'DE',
    currency: 'eur',
    account_number: 'DE89370400440532013000',
    account_holder_name: 'Tour shop',
  }
  await stripe.accounts.update(account.id, {
    individual: {
      first_name: 'Ida',
      last_name: 'Tour',
      email: 'ida@example.com',
      phone: '+49301234567',
      dob: { day: 1, month: 2, year: 1990 },
      address: { line1: 'Allee 1', city: 'Berlin', postal_code: '10115' },
    },
    tos_acceptance: { date: 1_700_000_000, ip: '127.0.0.1' },
    external_account: bank,
    email: 'new@example.com',
  })
  await stripe.accounts.update(account.id, {
    company: {
      name: 'Tour shop',
      tax_id: '1',
      phone: '2',
      address: { line1: 'Allee 1', city: 'Berlin', postal_code: '10115' },
    },
  })
  const second = await stripe.accounts.createExternalAccount(account.id, { external_account: bank as never })
  await stripe.accounts.listExternalAccounts(account.id, { object: 'bank_account', limit: 1 })
  await stripe.accounts.deleteExternalAccount(account.id, second.id)
  await stripe.accounts.listCapabilities(account.id)
  await stripe.accounts.retrieveCapability(account.id, 'transfers')
  await stripe.accounts.updateCapability(account.id, 'transfers', { requested: false })
  await stripe.accountLinks.create({
    account: account.id,
    type: 'account_update',
    refresh_url: 'https://desk.example.com/refresh',
    return_url: 'https://desk.example.com/return',
    collect: 'currently_due',
  })
  await stripe.accounts.reject(account.id, { reason: 'fraud' })
  await stripe.accounts.del(account.id)
  const express = await stripe.accounts.create({ type: 'express', country: 'US' })
  const link = await stripe.accountLinks.create({
    account: express.id,
    type: 'account_onboarding',
    refresh_url: 'https://desk.example.com/refresh',
    return_url: 'https://desk.example.com/return',
    collection_options: { fields: 'eventually_due', future_requirements: 'include' },
  })
  await fetch(link.url, { method: 'POST', body: 'business_type=individual', redirect: 'manual' })
  await stripe.accounts.createLoginLink(express.id)
  const own = 'com.example.revenue-desk'
  await fetch(`${sandbox.url}/_sandbox/accounts`, { method: 'POST', body: 'size=empty' })
  const installs = await stripe.apps.installs.list({
    app: own,
    status: 'installed',
    limit: 1,
    created: { gt: 0 },
  })
  const install = installs.data[0]?.id ?? ''
  await stripe.apps.installs.list({ account: installs.data[0]?.account ?? '' })
  await stripe.apps.installs.retrieve(install)
  await stripe.apps.installs.uninstall(install)
}
