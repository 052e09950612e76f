import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** A seeded source of chance; every draw moves it on, so the order of draws is part of the result. */
export interface Random {
  /** A number in [0, 1). */
  float(): number
  /** An integer from `low` to `high`, both included. */
  integer(low: number, high: number): number
  /** True with the given probability. */
  chance(probability: number): boolean
  /** One of the given things, all equally likely. */
  pick<T>(things: readonly [T, ...T[]]): T
  /** One of the given things, each as likely as its weight says. */
  weighted<T>(choices: readonly (readonly [T, number])[], otherwise: T): T
  /** Letters and digits, as in Stripe's ids. */
  token(length: number): string
  /** Another source that goes on from here and does not disturb this one. */
  fork(): Random
}

/** 32-bit FNV-1a of a text: turns a seed and a label into the start of a generator. */
export function hash32(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  return hash >>> 0
}

/** The generator that belongs to a seed and a label: streams with different labels do not disturb each other. */
export function createRandom(seed: string, label: string): Random {
  return drawFrom(xoroshiro128plus(hash32(`${seed}/${label}`) | 0))
}

function drawFrom(generator: ReturnType<typeof xoroshiro128plus>): Random {
  const next = () => generator.next() >>> 0
  const float = () => next() / 0x1_0000_0000
  return {
    float,
    integer: (low, high) => low + Math.floor(float() * (high - low + 1)),
    chance: (probability) => float() < probability,
    pick: (things) => things[Math.floor(float() * things.length)] ?? things[0],
    weighted(choices, otherwise) {
      const sum = choices.reduce((total, [, weight]) => total + weight, 0)
      let left = float() * sum
      for (const [thing, weight] of choices) {
        left -= weight
        if (left < 0) return thing
      }
      return otherwise
    },
    token(length) {
      let text = ''
      while (text.length < length) {
        let bits = next()
        // 62^5 fits into 32 bits, so one draw gives five letters.
        for (let letter = 0; letter < 5 && text.length < length; letter += 1) {
          text += BASE62.charAt(bits % 62)
          bits = Math.floor(bits / 62)
        }
      }
      return text
    },
    fork: () => drawFrom(generator.clone()),
  }
}
