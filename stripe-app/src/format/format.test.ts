import { changeOf, figureText } from './figures'
import { agoText, dayText, rangeText } from './dates'
import { money } from './money'
import { intervalOf, periodOf, readRange, todayIn } from './periods'

describe('money', () => {
  it('knows the digits of each currency', () => {
    expect(money(123_456, 'usd', 'en-US')).toBe('$1,234.56')
    expect(money(1234, 'jpy', 'en-US')).toBe('¥1,234')
    expect(money(-500, 'eur', 'en-US', { signed: true })).toBe('-€5.00')
    expect(money(500, 'eur', 'en-US', { signed: true })).toBe('+€5.00')
    expect(money(0, 'usd', 'en-US', { signed: true })).toBe('$0.00')
  })
})

describe('figures', () => {
  it('are a dash when they cannot be computed, never 0', () => {
    expect(figureText(null, 'minor', 'usd', 'en-US')).toBe('—')
    expect(figureText(0, 'bp', 'usd', 'en-US')).toBe('0%')
  })

  it('tell their change in words', () => {
    expect(changeOf(110, 100, 'minor', 'en-US')).toEqual({ direction: 'up', text: 'Up 10%' })
    expect(changeOf(90, 100, 'count', 'en-US')).toEqual({ direction: 'down', text: 'Down 10%' })
    expect(changeOf(312, 287, 'bp', 'en-US')).toEqual({ direction: 'up', text: 'Up 0.25 points' })
    expect(changeOf(5, 5, 'minor', 'en-US')).toEqual({ direction: 'same', text: 'No change' })
    expect(changeOf(5, 0, 'minor', 'en-US')).toEqual({ direction: 'up', text: 'Up' })
    expect(changeOf(null, 5, 'minor', 'en-US')).toBeNull()
  })
})

describe('dates', () => {
  it('follow Stripe’s style in English', () => {
    expect(dayText('2026-01-03', 'en-US')).toBe('Jan 3, 2026')
    expect(rangeText('2026-01-03', '2026-01-31', 'en-US').replaceAll('\u2009', ' ')).toBe('Jan 3 – 31, 2026')
  })

  it('tell how long ago something was', () => {
    const now = 1_795_000_000_000
    expect(agoText(1_795_000_000 - 20, now, 'en-US')).toBe('just now')
    expect(agoText(1_795_000_000 - 150, now, 'en-US')).toBe('2 minutes ago')
    expect(agoText(1_795_000_000 - 90_000, now, 'en-US')).toBe('yesterday')
  })
})

describe('periods', () => {
  it.each([
    ['month_to_date', '2026-11-20', '2026-11-01', '2026-11-20'],
    ['last_30_days', '2026-11-20', '2026-10-22', '2026-11-20'],
    ['last_3_months', '2026-05-31', '2026-03-01', '2026-05-31'],
    ['last_12_months', '2026-11-20', '2025-11-21', '2026-11-20'],
    ['year_to_date', '2026-11-20', '2026-01-01', '2026-11-20'],
    ['previous_month', '2026-03-15', '2026-02-01', '2026-02-28'],
  ] as const)('%s on %s', (range, today, from, to) => {
    expect(periodOf(range, today)).toEqual({ from, to })
  })

  it('begin and end in the account’s time zone', () => {
    const moment = Date.parse('2026-11-20T03:00:00Z')
    expect(todayIn('America/New_York', moment)).toBe('2026-11-19')
    expect(todayIn('Asia/Tokyo', moment)).toBe('2026-11-20')
  })

  it('have points that show the shape', () => {
    expect(intervalOf({ from: '2026-11-01', to: '2026-11-20' })).toBe('day')
    expect(intervalOf({ from: '2026-09-01', to: '2026-11-20' })).toBe('week')
    expect(intervalOf({ from: '2025-11-21', to: '2026-11-20' })).toBe('month')
  })

  it('read anything unknown as the default', () => {
    expect(readRange('year_to_date')).toBe('year_to_date')
    expect(readRange('toString')).toBe('last_12_months')
    expect(readRange(undefined)).toBe('last_12_months')
  })
})
