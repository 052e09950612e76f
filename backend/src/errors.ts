/** Every problem the API can answer with: status, title and what the caller can do about it. */
export const CATALOGUE = {
  invalid_request: {
    status: 400,
    title: 'The request does not match its schema',
    remedy: 'Correct the named fields and send it again.',
  },
  not_signed_in: {
    status: 401,
    title: 'Sign in first',
    remedy: 'Send an access token as Authorization: Bearer.',
  },
  wrong_credentials: {
    status: 401,
    title: 'E-mail address, password or code is wrong',
    remedy: 'Check them and try again; a code is good once.',
  },
  signature_needed: {
    status: 403,
    title: 'This needs Stripe’s signature',
    remedy: 'Sign action and parameters with a fresh nonce; send Stripe-Signature and Desk-Nonce along.',
  },
  signature_invalid: {
    status: 401,
    title: 'The signature does not verify',
    remedy: 'Sign the exact body with the current secret and a correct clock.',
  },
  signature_replayed: {
    status: 401,
    title: 'The signature was used before',
    remedy: 'Sign again with a fresh nonce.',
  },
  second_factor_needed: {
    status: 401,
    title: 'A second factor is needed',
    remedy: 'Send the code of the app as totp, or a recovery code as recovery_code.',
  },
  session_ended: { status: 401, title: 'The session has ended', remedy: 'Sign in again.' },
  password_guessable: {
    status: 400,
    title: 'This password is too easy to guess',
    remedy: 'Choose another: a few words that have nothing to do with each other are easy to remember.',
  },
  account_bound: {
    status: 403,
    title: 'You act for some accounts of the workspace only',
    remedy:
      'Ask an admin to map you to a role of your own under Settings, Team; use an API key of all accounts.',
  },
  permission_missing: {
    status: 403,
    title: 'Your role does not allow this',
    remedy: 'Ask an owner or admin for a role with the named permission.',
  },
  second_factor_required: {
    status: 403,
    title: 'The workspace requires a second factor',
    remedy: 'Set one up with POST /v1/auth/second_factor.',
  },
  address_not_allowed: {
    status: 403,
    title: 'The API key may not be used from this address',
    remedy: "Call from an address on the key's list, or have the list changed.",
  },
  too_many_keys: {
    status: 409,
    title: 'The workspace has too many API keys',
    remedy: 'Revoke keys that are not used.',
  },
  step_up_needed: {
    status: 403,
    title: 'This needs a fresh proof of who you are',
    remedy: 'Send your password to POST /v1/auth/step_up and use the token it answers.',
  },
  account_unknown: {
    status: 403,
    title: 'This Stripe account is not connected',
    remedy: 'Connect the account to a workspace first.',
  },
  role_unknown: {
    status: 403,
    title: 'Your Stripe role gives no access',
    remedy: 'Ask an owner to map your user to a member.',
  },
  member_deactivated: {
    status: 403,
    title: 'Your access has been ended',
    remedy: 'Ask an owner or admin to reactivate you.',
  },
  not_found: { status: 404, title: 'Not found', remedy: 'Check the id and the account it belongs to.' },
  idempotency_key_reused: {
    status: 409,
    title: 'This idempotency key was used for another request',
    remedy: 'Use a new key for a new request.',
  },
  idempotency_key_in_use: {
    status: 409,
    title: 'A request with this idempotency key is still running',
    remedy: 'Wait for its answer, then repeat.',
  },
  idempotency_reply_secret: {
    status: 409,
    title: 'This request succeeded before and its answer held a secret',
    remedy: 'Use the secret received then, or create a new one with a new key.',
  },
  second_factor_active: {
    status: 409,
    title: 'A second factor is set up',
    remedy: 'Remove it first to set up another.',
  },
  second_factor_none: {
    status: 409,
    title: 'No second factor is set up',
    remedy: 'Set one up with POST /v1/auth/second_factor.',
  },
  promotion_code_taken: {
    status: 409,
    title: 'An active promotion has this code',
    remedy: 'Choose another code or end the other promotion.',
  },
  promotion_ended: {
    status: 409,
    title: 'The promotion has ended',
    remedy: 'Create a new promotion instead.',
  },
  role_exceeds_yours: {
    status: 403,
    title: 'This holds more than your own role',
    remedy: 'Leave out what the detail names, or ask somebody who holds it.',
  },
  email_taken: {
    status: 409,
    title: 'This e-mail address signs in already',
    remedy: 'Use another address, or change the role of the member who has it.',
  },
  not_stripe_user: {
    status: 409,
    title: 'This member signs in with a password',
    remedy: 'Map members who come through the Stripe Dashboard: those of kind stripe_user.',
  },
  invitation_ended: {
    status: 409,
    title: 'The invitation has ended',
    remedy: 'Invite the address again.',
  },
  approval_own: {
    status: 403,
    title: 'Nobody decides about what they asked for themselves',
    remedy: 'Ask a second person who holds approvals:decide and the right to do it.',
  },
  approval_ended: {
    status: 409,
    title: 'The approval has been decided, was taken back or has expired',
    remedy: 'Read it to see what became of it; ask again where it is still wanted.',
  },
  too_many_approvals: {
    status: 409,
    title: 'Too many approvals wait for a decision',
    remedy: 'Decide or take back some of them first.',
  },
  four_eyes_required: {
    status: 409,
    title: 'The workspace wants a second person for this',
    remedy:
      'Give the right by a change of role: it then waits for approval. Invite with a lower role, or create a new role, first.',
  },
  role_built_in: {
    status: 409,
    title: 'Built-in roles do not change',
    remedy: 'Create a custom role with the permissions you need.',
  },
  role_name_taken: {
    status: 409,
    title: 'Another role has this name',
    remedy: 'Choose another name.',
  },
  role_in_use: {
    status: 409,
    title: 'The role is held by somebody',
    remedy: 'Give its holders another role first.',
  },
  too_many_roles: {
    status: 409,
    title: 'There are as many custom roles as a workspace may have',
    remedy: 'Delete a role that nobody holds.',
  },
  last_owner: {
    status: 409,
    title: 'The workspace would be left without an active owner',
    remedy: 'Make somebody else an owner first.',
  },
  job_running: {
    status: 409,
    title: 'A run of this job is under way',
    remedy: 'Follow the running one, or wait for its end.',
  },
  operation_ended: {
    status: 409,
    title: 'The operation has ended',
    remedy: 'Start a new one.',
  },
  link_ended: {
    status: 410,
    title: 'The link is no longer good',
    remedy: 'Ask whoever gave it to you for a new one.',
  },
  url_too_long: {
    status: 414,
    title: 'The address is too long',
    remedy: 'Keep path and query within 8 KB; what is longer goes into a body.',
  },
  body_too_large: { status: 413, title: 'The body is too large', remedy: 'Send less at once.' },
  media_type_unsupported: {
    status: 415,
    title: 'This media type is not understood',
    remedy: 'Send application/json.',
  },
  too_many_requests: {
    status: 429,
    title: 'Too many requests',
    remedy: 'Wait for the seconds in Retry-After.',
  },
  sign_in_throttled: {
    status: 429,
    title: 'Too many failed tries',
    remedy: 'Wait for the seconds in Retry-After; a device that signed in before can send its device_token.',
  },
  internal: {
    status: 500,
    title: 'Something failed on our side',
    remedy: 'Repeat the request; if it fails again, give your operator the request id.',
  },
  live_mode_refused: {
    status: 403,
    title: 'Not in live mode',
    remedy: 'Use a test key or a sandbox of the account.',
  },
  stripe_refused: {
    status: 502,
    title: 'Stripe refused the request',
    remedy: 'Read the detail; it carries what Stripe said.',
  },
  stripe_credential_refused: {
    status: 502,
    title: 'Stripe does not accept the credential',
    remedy: 'Add a valid key under Settings, Accounts, or with `desk credentials add`, and make it active.',
  },
  stripe_key_refused: {
    status: 400,
    title: 'Stripe does not know this key',
    remedy: 'Copy the key from the Dashboard once more; it may have been rolled, or have expired.',
  },
  stripe_permission_missing: {
    status: 502,
    title: 'The Stripe key lacks a permission',
    remedy: 'Grant the permission named in the detail to the key.',
  },
  stripe_busy: {
    status: 503,
    title: 'Stripe asks to slow down',
    remedy: 'Try again in a few seconds.',
  },
  stripe_unavailable: {
    status: 504,
    title: 'Stripe did not answer',
    remedy: 'Repeat with the same Idempotency-Key; nothing is done twice.',
  },
  no_active_credential: {
    status: 503,
    title: 'No active Stripe credential',
    remedy: 'Add a key under Settings, Accounts, or with `desk credentials add`, and make it active.',
  },
  credential_unreadable: {
    status: 503,
    title: 'The stored Stripe credential cannot be read',
    remedy: 'Restore the master key it was sealed with in ENCRYPTION_KEYS, or add the Stripe key again.',
  },
  credential_known: {
    status: 409,
    title: 'This Stripe key is stored already',
    remedy: 'Activate the stored credential, or roll the key at Stripe and add the new one.',
  },
  credential_in_force: {
    status: 409,
    title: 'The credential is in force',
    remedy: 'Activate another one first, or disconnect the account.',
  },
  account_taken: {
    status: 409,
    title: 'The Stripe account is connected elsewhere',
    remedy: 'Disconnect it from the other workspace first.',
  },
  account_erasing: {
    status: 409,
    title: "The account's data is being erased",
    remedy: 'Connect it again in a few minutes.',
  },
  platform_in_use: {
    status: 409,
    title: 'Other accounts are reached through this one',
    remedy: 'Disconnect the named accounts first.',
  },
  link_invalid: {
    status: 400,
    title: 'The link is invalid or has expired',
    remedy: 'Ask for a new one.',
  },
  rates_unreachable: {
    status: 504,
    title: 'The exchange rates could not be read',
    remedy:
      'See whether the address of FX_RATES_URL answers from this machine; meanwhile import a file with `desk fx import`.',
  },
  platform_missing: {
    status: 409,
    title: 'No platform account',
    remedy: 'Connect the account that owns the app or the Connect platform by its key first.',
  },
  database_unavailable: {
    status: 503,
    title: 'The database is away',
    remedy: 'Try again in a few seconds.',
  },
} as const satisfies Record<string, { status: number; title: string; remedy: string }>

export type ProblemCode = keyof typeof CATALOGUE

/** What was wrong with one field: a JSON pointer into body, query or params, and what was expected there. */
export interface FieldError {
  pointer: string
  message: string
}

/** An expected failure. `detail` is for the caller and holds no internals. */
export class AppError extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly detail: string,
    readonly options: { cause?: unknown; errors?: FieldError[]; retryAfterSeconds?: number } = {},
  ) {
    super(`${code}: ${detail}`, { cause: options.cause })
  }

  get status(): number {
    return CATALOGUE[this.code].status
  }

  get remedy(): string {
    return CATALOGUE[this.code].remedy
  }
}

/** A set-up that cannot work: shown to the operator as one plain line, then the process ends with code 1. */
export class SetupError extends Error {}
