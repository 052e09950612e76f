/** Promotions: one thing to the team, a coupon and a promotion code at Stripe. */
import { isDuplicateKey, trusted } from '../database/query'
import type Stripe from 'stripe'
import { inEach, type AccountService } from '../accounts/service'
import type { AuditService } from '../audit/service'
import type { Clock } from '../clock'
import { pageOf } from '../database/page'
import { currentAccount, currentScope, scopedId, type Mode } from '../database/scope'
import { inTransaction } from '../database/transaction'
import { AppError, type FieldError } from '../errors'
import { found, newId, seconds, type Page } from '../http'
import type { StripeGateway } from '../stripe/gateway'
import type { Member } from '../team/schema'
import type { TeamService } from '../team/service'
import { PromotionCodeModel, PromotionModel, type PromotionDocument } from './model'
import type { Promotion, PromotionCreate } from './schema'

export interface PromotionDeps {
  clock: Clock
  audit: AuditService
  accounts: AccountService
  team: TeamService
  stripe: StripeGateway
}

/** What the schema cannot say: which fields go together. */
function checkTogether(input: PromotionCreate, now: number): void {
  const errors: FieldError[] = []
  const wrong = (field: keyof PromotionCreate, message: string) =>
    errors.push({ pointer: `/body/${field}`, message })
  if ((input.percent_bp === undefined) === (input.amount === undefined))
    wrong('percent_bp', 'give percent_bp or amount, exactly one')
  if (input.amount !== undefined && input.currency === undefined) wrong('currency', 'is required with amount')
  if (input.amount === undefined && input.currency !== undefined) wrong('currency', 'goes with amount only')
  if (input.duration === 'repeating' && input.duration_in_months === undefined)
    wrong('duration_in_months', 'is required when duration is repeating')
  if (input.duration !== 'repeating' && input.duration_in_months !== undefined)
    wrong('duration_in_months', 'goes with duration repeating only')
  if (input.expires_at !== undefined && input.expires_at <= now) wrong('expires_at', 'must be in the future')
  if (errors.length > 0)
    throw new AppError(
      'invalid_request',
      errors.map(({ pointer, message }) => `${pointer.split('/').pop()} ${message}`).join('; '),
      { errors },
    )
}

function toStripeCoupon({
  _id,
  name,
  percentBp,
  amount,
  currency,
  duration,
  durationInMonths,
}: PromotionDocument): Stripe.CouponCreateParams {
  return {
    name,
    duration,
    metadata: { revenue_desk_promotion: _id },
    ...(percentBp === null
      ? { amount_off: amount ?? 0, currency: currency ?? '' }
      : { percent_off: percentBp / 100 }),
    ...(durationInMonths === null ? {} : { duration_in_months: durationInMonths }),
  }
}

function toStripePromotionCode(
  { _id, code, maxRedemptions, expiresAt }: PromotionDocument,
  coupon: string,
): Stripe.PromotionCodeCreateParams {
  return {
    code,
    promotion: { type: 'coupon', coupon },
    metadata: { revenue_desk_promotion: _id },
    ...(maxRedemptions === null ? {} : { max_redemptions: maxRedemptions }),
    ...(expiresAt === null ? {} : { expires_at: seconds(expiresAt) }),
  }
}

/** An answer of Stripe's that will not change by asking again. */
const isRefusal = (error: unknown): error is AppError =>
  error instanceof AppError && error.code === 'stripe_refused'

export function createPromotionService({ clock, audit, accounts, team, stripe }: PromotionDeps) {
  const key = (promotion: string, step: string) => ({
    idempotencyKey: `${currentAccount().accountId}:${promotion}:${step}`,
  })

  async function shown(rows: PromotionDocument[], expand: boolean): Promise<Promotion[]> {
    const codes = rows.flatMap(({ stripePromotionCode }) => stripePromotionCode ?? [])
    const mirrored = await PromotionCodeModel.find({ _id: trusted({ $in: codes.map(scopedId) }) }).lean()
    const redeemed = new Map(mirrored.map(({ object }) => [object.id, object]))
    const members = expand
      ? await team.byIds(rows.map(({ createdBy }) => createdBy))
      : new Map<string, Member>()
    return rows.map((row) =>
      toPromotion(row, row.stripePromotionCode ? redeemed.get(row.stripePromotionCode) : undefined, members),
    )
  }

  function toPromotion(
    row: PromotionDocument,
    code: Stripe.PromotionCode | undefined,
    members: Map<string, Member>,
  ): Promotion {
    // Stripe switches a code off by itself when its date or its limit is reached
    const over = (row.expiresAt !== null && row.expiresAt <= clock.now()) || code?.active === false
    return {
      id: row._id,
      object: 'promotion',
      account: row.accountId,
      name: row.name,
      code: row.code,
      status: row.status === 'active' && over ? 'ended' : row.status,
      discount: {
        type: row.percentBp === null ? 'amount' : 'percent',
        percent_bp: row.percentBp,
        amount: row.amount,
        currency: row.currency,
        duration: row.duration,
        duration_in_months: row.durationInMonths,
      },
      max_redemptions: row.maxRedemptions,
      times_redeemed: code?.times_redeemed ?? 0,
      expires_at: row.expiresAt ? seconds(row.expiresAt) : null,
      created: seconds(row.createdAt),
      created_by: members.get(row.createdBy) ?? row.createdBy,
      ended: row.endedAt ? seconds(row.endedAt) : null,
      stripe_coupon: row.stripeCoupon,
      stripe_promotion_code: row.stripePromotionCode,
      failure: row.failure,
    }
  }

  async function one(id: string, expand = false): Promise<Promotion> {
    const row = found(await PromotionModel.findById(id).lean(), 'promotion', id)
    return found((await shown([row], expand))[0], 'promotion', id)
  }

  /** Makes both objects at Stripe; each step may be repeated, its key is the promotion's. */
  async function atStripe(row: PromotionDocument): Promise<void> {
    try {
      const coupon = await stripe.createCoupon(toStripeCoupon(row), key(row._id, 'coupon'))
      const code = await stripe.createPromotionCode(
        toStripePromotionCode(row, coupon.id),
        key(row._id, 'promotion_code'),
      )
      await inTransaction(async () => {
        await PromotionModel.updateOne(
          { _id: row._id },
          { $set: { status: 'active', stripeCoupon: coupon.id, stripePromotionCode: code.id } },
        )
        await audit.record({
          action: 'promotion.activated',
          target: { type: 'promotion', id: row._id },
          after: { stripe_coupon: coupon.id, stripe_promotion_code: code.id },
        })
      })
    } catch (error) {
      // an answer is final; silence is not, and is taken up again with the same keys
      if (isRefusal(error))
        await inTransaction(async () => {
          await PromotionModel.updateOne(
            { _id: row._id },
            { $set: { status: 'failed', failure: error.detail } },
          )
          await audit.record({
            action: 'promotion.failed',
            target: { type: 'promotion', id: row._id },
            after: { failure: error.detail },
          })
        })
      throw error
    }
  }

  async function intend(input: PromotionCreate, requestKey: string | null): Promise<PromotionDocument> {
    // the same request after a crash finds its own promotion, and with it the keys it used at Stripe
    const existing = requestKey === null ? null : await PromotionModel.findOne({ requestKey }).lean()
    if (existing) return existing
    const createdAt = clock.now()
    const _id = newId('promo', createdAt)
    const row: PromotionDocument = {
      _id,
      accountId: currentAccount().accountId,
      name: input.name,
      code: input.code.toUpperCase(),
      status: 'creating',
      percentBp: input.percent_bp ?? null,
      amount: input.amount ?? null,
      currency: input.currency ?? null,
      duration: input.duration,
      durationInMonths: input.duration_in_months ?? null,
      maxRedemptions: input.max_redemptions ?? null,
      expiresAt: input.expires_at === undefined ? null : new Date(input.expires_at * 1000),
      stripeCoupon: null,
      stripePromotionCode: null,
      createdAt,
      createdBy: currentScope().actor?.id ?? 'revenue-desk',
      endedAt: null,
      failure: null,
      requestKey,
    }
    try {
      await inTransaction(async () => {
        await PromotionModel.create([row])
        await audit.record({
          action: 'promotion.created',
          target: { type: 'promotion', id: _id },
          after: {
            name: row.name,
            code: row.code,
            percent_bp: row.percentBp,
            amount: row.amount,
            currency: row.currency,
          },
        })
      })
    } catch (error) {
      if (isDuplicateKey(error))
        throw new AppError('promotion_code_taken', `An active promotion already has the code ${row.code}`, {
          cause: error,
          errors: [{ pointer: '/body/code', message: 'must not be in use' }],
        })
      throw error
    }
    return row
  }

  return {
    /** @param modeOfAll the mode whose accounts make one list; null for the account in scope */
    async list(
      { 'expand[]': expand = [], ...page }: Page & { 'expand[]'?: string[] },
      modeOfAll: Mode | null,
    ) {
      const concerned = await accounts.concerned(modeOfAll)
      const { rows, has_more } = await pageOf(PromotionModel, {}, page, (ask) => inEach(concerned, ask))
      const parts = await inEach(concerned, ({ accountId }) =>
        shown(
          rows.filter((row) => row.accountId === accountId),
          expand.includes('data.created_by'),
        ),
      )
      const data = parts.flat().sort((a, b) => (a.id < b.id ? 1 : -1))
      return { object: 'list' as const, url: '/v1/promotions', has_more, data }
    },

    get: (id: string, expand: string[]) => one(id, expand.includes('created_by')),

    /**
     * Creates a promotion here and at Stripe. The intent is stored first, so that a crash in between is made good.
     * @throws AppError invalid_request, promotion_code_taken, or what Stripe answered
     */
    async create(input: PromotionCreate, requestKey: string | null): Promise<Promotion> {
      checkTogether(input, seconds(clock.now()))
      const row = await intend(input, requestKey)
      if (row.status === 'creating') await atStripe(row)
      // a repeated request gets the refusal again, never a success
      if (row.status === 'failed') throw new AppError('stripe_refused', row.failure ?? 'Stripe refused')
      return one(row._id)
    },

    /** Ends a promotion: its code stops working, discounts already given go on. @throws AppError promotion_ended */
    async end(id: string): Promise<Promotion> {
      const row = found(await PromotionModel.findById(id).lean(), 'promotion', id)
      if (row.status !== 'active') throw new AppError('promotion_ended', `The promotion is ${row.status}`)
      if (row.stripePromotionCode)
        await stripe.updatePromotionCode(row.stripePromotionCode, { active: false }, key(id, 'end'))
      const endedAt = clock.now()
      await inTransaction(async () => {
        const ended = await PromotionModel.updateOne(
          { _id: id, status: 'active' },
          { $set: { status: 'ended', endedAt } },
        )
        if (ended.modifiedCount === 0) return
        await audit.record({
          action: 'promotion.ended',
          target: { type: 'promotion', id },
          before: { status: 'active' },
          after: { status: 'ended' },
        })
      })
      return one(id)
    },

    /**
     * Finishes promotions that a crash or an outage left half made; one that fails holds no other up.
     * @returns how many were finished
     * @throws AppError what failed first, once all were tried
     */
    async resume(olderThanMs: number): Promise<number> {
      const before = new Date(clock.now().getTime() - olderThanMs)
      const rows = await PromotionModel.find({ status: 'creating', createdAt: trusted({ $lt: before }) })
        .limit(100)
        .lean()
      const outcomes: PromiseSettledResult<void>[] = []
      for (const row of rows) outcomes.push(...(await Promise.allSettled([atStripe(row)])))
      // a refusal is final and told by the promotion itself
      const failed = outcomes.find((outcome) => outcome.status === 'rejected' && !isRefusal(outcome.reason))
      if (failed?.status === 'rejected') throw failed.reason
      return outcomes.filter(({ status }) => status === 'fulfilled').length
    },
  }
}
export type PromotionService = ReturnType<typeof createPromotionService>
