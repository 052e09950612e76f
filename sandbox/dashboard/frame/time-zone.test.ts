import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

/** What a process says whose zone is set by us, beside one whose zone is set by its system. */
const EXPRESSIONS = [
  'new Date(2026, 0, 3).toISOString()',
  'new Date(2026, 6, 3, 23, 30).toISOString()',
  'new Date(2026, 2, 29, 3, 30).toISOString()',
  "new Date('2026-03-08T12:00:00').toISOString()",
  "new Date('2026-03-08').toISOString()",
  "new Date('2026-03-08T12:00:00Z').getHours()",
  'new Date(1777777777777).getDay()',
  'new Date(1777777777777).getDate()',
  'new Date(1777777777777).getTimezoneOffset()',
  'new Date(new Date(1777777777777).setHours(0, 0, 0, 0)).toISOString()',
  'new Date(new Date(1777777777777).setMonth(0, 31)).toISOString()',
  "new Date(1777777777777).toLocaleString('en-GB')",
  "new Date(1777777777777).toLocaleDateString('de-DE', { dateStyle: 'full' })",
  "new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'long' }).format(1777777777777)",
  "Intl.DateTimeFormat('en-US', { timeZone: 'UTC', timeStyle: 'short' }).format(1777777777777)",
  'Intl.DateTimeFormat().resolvedOptions().timeZone',
  'new Date() instanceof Date',
  'structuredClone(new Date(2026, 0, 3)).getTime()',
]

function say(prelude: string, TZ: string): unknown {
  const script = `${prelude};console.log(JSON.stringify([${EXPRESSIONS.join(',')}]))`
  const run = ['--import', 'tsx', '-e', script]
  return JSON.parse(execFileSync(process.execPath, run, { env: { ...process.env, TZ }, encoding: 'utf8' }))
}

it.each(['America/New_York', 'Asia/Kolkata', 'Pacific/Auckland'])(
  'a view’s local time in %s is that of a browser there',
  (zone) => {
    const module = JSON.stringify(join(__dirname, 'time-zone.ts'))
    expect(say(`require(${module}).setTimeZone('${zone}')`, 'UTC')).toEqual(say('', zone))
  },
  20_000,
)
