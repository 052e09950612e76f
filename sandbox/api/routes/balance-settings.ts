import { balanceSettingsEvents } from '../domain/events'
import { invalid } from '../http/errors'
import type { Params } from '../http/params'
import type { Route } from '../http/route'
import { renderBalanceSettings } from '../render/payout-settings'
import type { PayoutSettings, Weekday } from '../store/records'
import { given } from './lookups'

const WEEKDAYS: Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday']

function readWeekdays(schedule: Params): Weekday[] | undefined {
  return schedule.words('weekly_payout_days')?.map((word) => {
    const day = WEEKDAYS.find((one) => one === word)
    if (day) return day
    throw invalid(`Invalid weekly_payout_days: must be one of ${WEEKDAYS.join(', ')}`, {
      param: schedule.name('weekly_payout_days'),
    })
  })
}

function readMonthDays(schedule: Params): number[] | undefined {
  return schedule.words('monthly_payout_days')?.map((word) => {
    const day = Number(word)
    if (Number.isInteger(day) && day >= 1 && day <= 31) return day
    throw invalid('Invalid monthly_payout_days: must be between 1 and 31', {
      param: schedule.name('monthly_payout_days'),
    })
  })
}

function readSchedule(payouts: Params): Partial<PayoutSettings> {
  const schedule = payouts.hash('schedule')
  if (!schedule) return {}
  const interval = schedule.oneOf('interval', ['daily', 'manual', 'monthly', 'weekly'])
  const weekdays = readWeekdays(schedule)
  const days = readMonthDays(schedule)
  if (interval === 'weekly' && !weekdays?.length) schedule.missing('weekly_payout_days')
  if (interval === 'monthly' && !days?.length) schedule.missing('monthly_payout_days')
  return given<Partial<PayoutSettings>>({ interval, weekly_payout_days: weekdays, monthly_payout_days: days })
}

function readDelay(payments: Params): Partial<PayoutSettings> {
  const timing = payments.hash('settlement_timing')
  if (!timing) return {}
  if (timing.text('delay_days_override') === null) return { delay_days: 2, delay_days_override: null }
  const override = timing.integer('delay_days_override', 2, 31)
  return override === undefined ? {} : { delay_days: override, delay_days_override: override }
}

/** When the account is paid out. */
export const balanceSettingsRoutes: Route[] = [
  {
    method: 'GET',
    path: '/v1/balance_settings',
    answers: 'balance_settings',
    prepare:
      ({ account }) =>
      () =>
        renderBalanceSettings(account),
  },
  {
    method: 'POST',
    path: '/v1/balance_settings',
    answers: 'balance_settings',
    prepare({ account, params }) {
      const payments = params.hash('payments')
      const payouts = payments?.hash('payouts')
      const settings = {
        ...(payouts ? readSchedule(payouts) : {}),
        ...(payments ? readDelay(payments) : {}),
        ...given<Partial<PayoutSettings>>({
          statement_descriptor: payouts?.text('statement_descriptor', 22),
          debit_negative_balances: payments?.boolean('debit_negative_balances'),
        }),
      }
      return () => {
        const changed = balanceSettingsEvents.watch(account, account)
        Object.assign(account.payoutSettings, settings)
        changed()
        return renderBalanceSettings(account)
      }
    },
  },
]
