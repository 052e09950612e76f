import { startOfDay } from './DateRangePicker'
import { money, setRegion, styledDate } from './formats'

describe('what the page writes', () => {
  beforeEach(() => setRegion({ locale: 'en-US', timeZone: 'UTC' }))

  it('is in the chosen locale and time zone', () => {
    const evening = Date.UTC(2025, 0, 3, 22) / 1000
    expect(styledDate(evening, 'medium-year-month-day')).toBe('Jan 3, 2025')
    expect(money(1234567, 'usd')).toBe('$12,345.67')
    setRegion({ locale: 'de-DE', timeZone: 'Asia/Tokyo' })
    expect(styledDate(evening, 'medium-year-month-day')).toBe('4. Jan. 2025')
    expect(money(1234567, 'jpy')).toBe('1.234.567\u00a0¥')
  })

  it('leaves the year out where a style asks for that and it goes without saying', () => {
    const thisYear = new Date().getUTCFullYear()
    expect(styledDate(Date.UTC(thisYear, 5, 9) / 1000, 'medium-year?-month-day')).toBe('Jun 9')
    expect(styledDate(Date.UTC(thisYear - 1, 5, 9) / 1000, 'medium-year?-month-day')).toBe(
      `Jun 9, ${thisYear - 1}`,
    )
  })
})

describe('a day', () => {
  it.each([
    ['2026-03-08', 'America/New_York', '2026-03-08T05:00:00.000Z'],
    ['2026-03-09', 'America/New_York', '2026-03-09T04:00:00.000Z'],
    ['2026-10-25', 'Europe/Berlin', '2026-10-24T22:00:00.000Z'],
    ['2026-10-26', 'Europe/Berlin', '2026-10-25T23:00:00.000Z'],
    ['2026-01-01', 'Asia/Kolkata', '2025-12-31T18:30:00.000Z'],
  ])('%s begins in %s at %s', (day, zone, moment) => {
    expect(startOfDay(day, zone).toISOString()).toBe(moment)
  })
})
