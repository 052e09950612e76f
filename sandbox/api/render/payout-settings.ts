import type { JsonObject } from '../json'
import type { Account } from '../store/account'

/** When money is paid out, as the balance settings tell it. */
export function renderBalanceSettings({ payoutSettings: settings, profile }: Account): JsonObject {
  return {
    object: 'balance_settings',
    payments: {
      debit_negative_balances: settings.debit_negative_balances,
      payouts: {
        automatic_transfer_rules_by_currency: null,
        minimum_balance_by_currency: null,
        schedule: renderSchedule(settings),
        statement_descriptor: settings.statement_descriptor,
        status: 'enabled',
      },
      settlement_timing: {
        delay_days: settings.delay_days,
        ...(settings.delay_days_override === null
          ? {}
          : { delay_days_override: settings.delay_days_override }),
        start_of_day: { hour: 0, minutes: 0, timezone: profile.timezone },
      },
    },
  }
}

function renderSchedule({
  interval,
  weekly_payout_days,
  monthly_payout_days,
}: Account['payoutSettings']): JsonObject {
  return {
    interval,
    ...(interval === 'weekly' ? { weekly_payout_days: [...weekly_payout_days] } : {}),
    ...(interval === 'monthly' ? { monthly_payout_days: [...monthly_payout_days] } : {}),
  }
}
