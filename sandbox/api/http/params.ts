import type { Range } from '../store/collection'
import type { AddressRecord, Metadata } from '../store/records'
import { invalid } from './errors'
import { isFormHash, type Form, type FormHash } from './form'

/**
 * Reads the parameters of a request one by one. Each read checks the type; what nobody read is unknown and makes
 * `done` throw. A method answers undefined for a parameter that is not there and null for one that is unset ('').
 */
export class Params {
  private readonly known = new Set<string>()
  private readonly children = new Map<string, Params>()

  constructor(
    private readonly values: FormHash,
    private readonly path = '',
  ) {}

  /** The parameter's whole name, as errors give it. */
  name(key: string): string {
    return this.path === '' ? key : `${this.path}[${key}]`
  }

  /** The names of the parameters that were given. */
  keys(): string[] {
    return Object.keys(this.values)
  }

  has(key: string): boolean {
    this.known.add(key)
    return this.values[key] !== undefined
  }

  private take(key: string): Form | undefined {
    this.known.add(key)
    return this.values[key]
  }

  private scalar(key: string): string | undefined {
    const value = this.take(key)
    if (value === undefined || typeof value === 'string') return value
    const kind = Array.isArray(value) ? 'array' : 'hash'
    throw invalid(`Invalid string: an ${kind} was given for ${this.name(key)}`, { param: this.name(key) })
  }

  /** Text; '' unsets. */
  text(key: string, maxLength = 5_000): string | null | undefined {
    const value = this.scalar(key)
    if (value === '') return null
    if (value !== undefined && value.length > maxLength) {
      throw invalid(`Invalid string: ${value.slice(0, 20)}...; must be at most ${maxLength} characters`, {
        param: this.name(key),
        code: 'parameter_invalid_string',
      })
    }
    return value
  }

  /** Text that cannot be unset. */
  filled(key: string, maxLength?: number): string | undefined {
    const value = this.text(key, maxLength)
    if (value !== null) return value
    throw invalid(
      `You passed an empty string for '${this.name(key)}'. We assume empty values are an attempt to unset a parameter; however '${this.name(key)}' cannot be unset. You should remove '${this.name(key)}' from your request or supply a non-empty value.`,
      { code: 'parameter_invalid_empty', param: this.name(key) },
    )
  }

  /** Text that must be given. */
  required(key: string): string {
    return this.filled(key) ?? this.missing(key)
  }

  /** Refuses a parameter that Stripe has taken away, and says what to do instead. */
  gone(key: string, message: string, code: string): void {
    if (this.values[key] !== undefined) throw invalid(message, { code, param: this.name(key) })
  }

  /** Refuses the request because a parameter is missing. */
  missing(key: string): never {
    throw invalid(`Missing required param: ${this.name(key)}.`, {
      code: 'parameter_missing',
      param: this.name(key),
    })
  }

  /** One of a few words. */
  oneOf<T extends string>(key: string, words: readonly T[]): T | undefined {
    const value = this.filled(key)
    if (value === undefined) return undefined
    const word = words.find((one) => one === value)
    if (word !== undefined) return word
    const list = words.length > 1 ? `${words.slice(0, -1).join(', ')}, or ${words.at(-1)}` : words.join('')
    throw invalid(`Invalid ${this.name(key)}: must be one of ${list}`, { param: this.name(key) })
  }

  /** A whole number within bounds. */
  integer(key: string, low = -Infinity, high = Infinity): number | undefined {
    const value = this.filled(key)
    if (value === undefined) return undefined
    if (!/^-?\d+$/.test(value)) {
      throw invalid(`Invalid integer: ${value}`, { code: 'parameter_invalid_integer', param: this.name(key) })
    }
    const number = Number(value)
    if (number < low) {
      throw invalid(`This value must be greater than or equal to ${low}.`, {
        code: 'parameter_invalid_integer',
        param: this.name(key),
      })
    }
    if (number > high) {
      throw invalid(`This value must be less than or equal to ${high}.`, {
        code: 'parameter_invalid_integer',
        param: this.name(key),
      })
    }
    return number
  }

  /** A decimal number as it was written. */
  decimal(key: string): string | undefined {
    const value = this.filled(key)
    if (value === undefined || /^-?\d+(\.\d{1,12})?$/.test(value)) return value
    throw invalid(`Invalid decimal: ${value}; must contain at maximum 12 decimal places.`, {
      param: this.name(key),
    })
  }

  boolean(key: string): boolean | undefined {
    const value = this.filled(key)
    if (value === undefined) return undefined
    if (value === 'true') return true
    if (value === 'false') return false
    throw invalid(`Invalid boolean: ${value}`, { param: this.name(key) })
  }

  /** An instant in seconds. */
  instant(key: string): number | undefined {
    return this.integer(key, 0, 9_999_999_999)
  }

  /** Nested parameters. */
  hash(key: string): Params | undefined {
    const value = this.take(key)
    if (value === undefined || value === '') return undefined
    if (!isFormHash(value)) throw invalid('Invalid hash', { param: this.name(key) })
    return this.child(value, this.name(key))
  }

  /** A list of nested parameters; null when it is unset. */
  hashes(key: string): Params[] | null | undefined {
    const value = this.take(key)
    if (value === undefined) return undefined
    if (value === '') return null
    return this.listOf(key, value).map((one, index) => {
      if (!isFormHash(one)) throw invalid('Invalid hash', { param: `${this.name(key)}[${index}]` })
      return this.child(one, `${this.name(key)}[${index}]`)
    })
  }

  /** A list of words; null when it is unset. */
  words(key: string): string[] | null | undefined {
    const value = this.take(key)
    if (value === undefined) return undefined
    if (value === '') return null
    return this.listOf(key, value).map((one, index) => {
      if (typeof one === 'string') return one
      throw invalid(`Invalid string: an object was given for ${this.name(key)}[${index}]`, {
        param: this.name(key),
      })
    })
  }

  /** Metadata given to an object that has some: keys are merged, '' takes one out, '' for all of it empties it. */
  metadata(key: string, current: Metadata = {}): Metadata | undefined {
    const value = this.take(key)
    if (value === undefined) return undefined
    if (value === '') return {}
    if (!isFormHash(value)) throw invalid('Invalid hash', { param: this.name(key) })
    const entries = new Map(Object.entries(current))
    for (const [name, text] of Object.entries(value)) {
      const param = `${this.name(key)}[${name}]`
      if (typeof text !== 'string') throw invalid(`Metadata values can only be strings`, { param })
      if (name.length > 40) throw invalid('Metadata keys can be at most 40 characters long.', { param })
      if (text.length > 500) throw invalid('Metadata values can be at most 500 characters long.', { param })
      if (text === '') entries.delete(name)
      else entries.set(name, text)
    }
    const merged = Object.fromEntries(entries)
    if (Object.keys(merged).length > 50) {
      throw invalid('You can only have up to 50 metadata keys.', { param: this.name(key) })
    }
    return merged
  }

  /** An address; null when it is unset. */
  address(key: string): AddressRecord | null | undefined {
    if (this.values[key] === '') {
      this.known.add(key)
      return null
    }
    const hash = this.hash(key)
    if (!hash) return undefined
    const part = (name: string) => hash.text(name) ?? null
    return {
      city: part('city'),
      country: part('country'),
      line1: part('line1'),
      line2: part('line2'),
      postal_code: part('postal_code'),
      state: part('state'),
    }
  }

  /** A range filter: an instant, or bounds. */
  range(key: string): Range | undefined {
    if (typeof this.values[key] === 'string') {
      const instant = this.instant(key)
      return instant === undefined ? undefined : { gte: instant, lte: instant }
    }
    const hash = this.hash(key)
    if (!hash) return undefined
    const range: Range = {}
    for (const bound of ['gt', 'gte', 'lt', 'lte'] as const) {
      const instant = hash.instant(bound)
      if (instant !== undefined) range[bound] = instant
    }
    return range
  }

  /** Everything that was asked for, with nested names as in `items[][price]`. */
  names(): string[] {
    const own = [...this.known].map((key) => this.name(key).replaceAll(/\[\d+\]/g, '[]'))
    const nested = [...this.children.values()].flatMap((child) => child.names())
    return [...new Set([...own, ...nested])]
  }

  /** Refuses what nobody has read. */
  done(): void {
    for (const key of Object.keys(this.values)) {
      if (this.known.has(key)) continue
      throw invalid(`Received unknown parameter: ${this.name(key)}`, {
        code: 'parameter_unknown',
        param: this.name(key),
      })
    }
    for (const child of this.children.values()) child.done()
  }

  private listOf(key: string, value: Form): Form[] {
    if (Array.isArray(value)) return value
    // A list longer than the parser's limit arrives as a hash of its indexes.
    if (isFormHash(value) && Object.keys(value).every((index) => /^\d+$/.test(index)))
      return Object.values(value)
    throw invalid('Invalid array', { param: this.name(key) })
  }

  /** Nested parameters are read once, however often they are asked for. */
  private child(values: FormHash, path: string): Params {
    const child = this.children.get(path) ?? new Params(values, path)
    this.children.set(path, child)
    return child
  }
}
