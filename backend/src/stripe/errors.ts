import Stripe from 'stripe'
import { AppError } from '../errors'

/** What a failed Stripe call means to our caller. Stripe's own words go along; request bodies and headers do not. */
export function fromStripeError(error: unknown): AppError {
  if (error instanceof AppError) return error
  const cause = { cause: error }
  const { errors } = Stripe
  if (error instanceof errors.StripeAuthenticationError)
    return new AppError('stripe_credential_refused', 'Stripe refused the API key of this account', cause)
  if (error instanceof errors.StripePermissionError)
    return new AppError('stripe_permission_missing', error.message, cause)
  if (error instanceof errors.StripeRateLimitError)
    return new AppError('stripe_busy', 'Stripe limits the rate of requests', {
      ...cause,
      retryAfterSeconds: 5,
    })
  if (error instanceof errors.StripeConnectionError)
    return new AppError('stripe_unavailable', 'No answer from Stripe', { ...cause, retryAfterSeconds: 5 })
  if (error instanceof errors.StripeInvalidRequestError && error.code === 'resource_missing')
    return new AppError('not_found', error.message, cause)
  if (error instanceof errors.StripeAPIError)
    return new AppError('stripe_unavailable', 'Stripe could not complete the request', {
      ...cause,
      retryAfterSeconds: 5,
    })
  if (error instanceof errors.StripeError) return new AppError('stripe_refused', error.message, cause)
  return new AppError('stripe_unavailable', 'The call to Stripe failed', cause)
}
