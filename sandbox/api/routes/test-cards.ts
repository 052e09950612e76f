import type { NewCard } from '../domain/customers'
import { missingParam } from '../http/errors'
import type { Account } from '../store/account'

/** Stripe's test payment methods that can be attached, and how they behave. Source: docs.stripe.com/testing. */
const TEST_CARDS: Record<string, Omit<NewCard, 'expYear'>> = {
  pm_card_visa: { brand: 'visa', last4: '4242', country: 'US' },
  pm_card_mastercard: { brand: 'mastercard', last4: '4444', country: 'US' },
  pm_card_amex: { brand: 'amex', last4: '8431', country: 'US' },
  pm_card_jcb: { brand: 'jcb', last4: '0505', country: 'JP' },
  pm_card_chargeCustomerFail: { brand: 'visa', last4: '0341', country: 'US', decline: 'generic_decline' },
}

/** The test card that an id names. */
export function testCard(account: Account, id: string, param: string): NewCard {
  const card = TEST_CARDS[id]
  if (!card) throw missingParam('PaymentMethod', id, param)
  return { ...card, expYear: new Date(account.now * 1000).getUTCFullYear() + 1 }
}
