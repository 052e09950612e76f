/**
 * The SDK tells a view no time zone: a view sees that of the browser. This puts another in the browser's place, for
 * `Date` and for `Intl`, before the app's code runs.
 */

type Unit = 'FullYear' | 'Month' | 'Date' | 'Hours' | 'Minutes' | 'Seconds' | 'Milliseconds'
const UNITS: Unit[] = ['FullYear', 'Month', 'Date', 'Hours', 'Minutes', 'Seconds', 'Milliseconds']
const WORDS = ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString'] as const
/** ISO text with a time and without a zone is local; a bare day is UTC. */
const LOCAL_TEXT = /^\d{4}-\d\d-\d\dT[\d:.]+$/

type Options = Intl.DateTimeFormatOptions
type DateArguments = [year: number, month: number, ...rest: number[]]

/** Milliseconds by which a zone's clocks are ahead of UTC at a moment. */
export function createOffset(timeZone: string): (ms: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  return (ms) => {
    if (Number.isNaN(ms)) return 0
    const parts = Object.fromEntries(format.formatToParts(ms).map(({ type, value }) => [type, Number(value)]))
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(ms / 1000) * 1000
  }
}

/** A `Date` whose local time is that of a zone. */
export function zonedDate(timeZone: string): DateConstructor {
  const offset = createOffset(timeZone)
  // Twice, for the hours around a change of clocks.
  const fromLocal = (local: number) => local - offset(local - offset(local))
  const moment = (args: unknown[]): unknown[] => {
    const [first] = args
    if (args.length > 1) return [fromLocal(Reflect.apply(Date.UTC, null, args as DateArguments))]
    if (typeof first === 'string' && LOCAL_TEXT.test(first)) return [fromLocal(Date.parse(`${first}Z`))]
    return args
  }
  const Native = Date
  const Zoned = new Proxy(Native, {
    construct: (target, args: unknown[], newTarget: NewableFunction) =>
      Reflect.construct(target, moment(args), newTarget) as object,
  })
  const shifted = (date: Date) => new Native(date.getTime() + offset(date.getTime()))
  const define = (name: string, value: (this: Date, ...args: unknown[]) => unknown) =>
    Object.defineProperty(Native.prototype, name, { value, configurable: true, writable: true })

  define('getTimezoneOffset', function () {
    return -offset(this.getTime()) / 60_000
  })
  define('getDay', function () {
    return shifted(this).getUTCDay()
  })
  for (const unit of UNITS) {
    define(`get${unit}`, function () {
      return shifted(this)[`getUTC${unit}`]()
    })
    define(`set${unit}`, function (...args) {
      const local = shifted(this)
      Reflect.apply(local[`setUTC${unit}`], local, args)
      return this.setTime(fromLocal(local.getTime()))
    })
  }
  for (const word of WORDS) {
    const native = Native.prototype[word]
    define(word, function (locale, options) {
      return Reflect.apply(native, this, [locale, inZone(timeZone, options)])
    })
  }
  return Zoned
}

function inZone(timeZone: string, options: unknown): Options {
  const given: Options = typeof options === 'object' && options !== null ? options : {}
  return { ...given, timeZone: given.timeZone ?? timeZone }
}

/** Puts a zone in the place of the browser's own. */
export function setTimeZone(timeZone: string): void {
  if (Intl.DateTimeFormat().resolvedOptions().timeZone === timeZone) return
  const zoned = zonedDate(timeZone)
  const arguments_ = ([locale, options]: unknown[]) => [locale, inZone(timeZone, options)]
  const format = new Proxy(Intl.DateTimeFormat, {
    construct: (target, args: unknown[]) => Reflect.construct(target, arguments_(args)) as object,
    apply: (target, _self, args: unknown[]) => Reflect.construct(target, arguments_(args)) as object,
  })
  Object.defineProperty(Intl, 'DateTimeFormat', { value: format, configurable: true, writable: true })
  Object.assign(globalThis, { Date: zoned })
}
