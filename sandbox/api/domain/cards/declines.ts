/** Why a card does not pay, as the API tells it. */
export interface Decline {
  /** The error's code where it is not `card_declined`. */
  code?: string
  message?: string
  advice?: 'confirm_card_data' | 'do_not_try_again'
  network_code?: string
}

/**
 * The ways in which cards are declined, by decline code. Sources: docs.stripe.com/declines/codes and
 * docs.stripe.com/declines/network-codes.
 */
export const DECLINES: Record<string, Decline> = {
  generic_decline: { network_code: '01' },
  do_not_honor: { network_code: '05' },
  insufficient_funds: { message: 'Your card has insufficient funds.', network_code: '51' },
  lost_card: { advice: 'do_not_try_again', network_code: '41' },
  stolen_card: { advice: 'do_not_try_again', network_code: '43' },
  pickup_card: { advice: 'do_not_try_again', network_code: '04' },
  fraudulent: { advice: 'do_not_try_again' },
  transaction_not_allowed: { advice: 'do_not_try_again', network_code: '57' },
  expired_card: {
    code: 'expired_card',
    message: 'Your card has expired.',
    advice: 'confirm_card_data',
    network_code: '54',
  },
  incorrect_cvc: {
    code: 'incorrect_cvc',
    message: "Your card's security code is incorrect.",
    advice: 'confirm_card_data',
    network_code: 'N7',
  },
  incorrect_number: {
    code: 'incorrect_number',
    message: 'Your card number is incorrect.',
    advice: 'confirm_card_data',
    network_code: '14',
  },
  processing_error: {
    code: 'processing_error',
    message: 'An error occurred while processing your card. Try again in a little bit.',
    network_code: '96',
  },
  card_velocity_exceeded: {
    message:
      'Your card was declined for making repeated attempts too frequently or exceeding its amount limit.',
    network_code: '61',
  },
  authentication_required: {
    code: 'authentication_required',
    message: 'Your card was declined. This transaction requires authentication.',
    network_code: '1A',
  },
}

/** What the API says of a decline code. */
export function describeDecline(reason: string) {
  const { code = 'card_declined', message = 'Your card was declined.', ...rest } = DECLINES[reason] ?? {}
  return { code, message, advice: rest.advice ?? 'try_again_later', network_code: rest.network_code ?? null }
}
