/** The worked examples of the metric reference, for the tests of metrics/. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Example<I, E = Record<string, unknown>> {
  name: string
  kind: string
  input: I
  expected: E
  /** By how much an integer may be off. */
  tolerance?: number
}

const all: Example<unknown, unknown>[] = readFileSync(join(__dirname, 'metric-examples.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))

/** Those of a kind as rows for `test.each`; at least one. */
export function examples<I, E = Record<string, unknown>>(kind: string): [string, Example<I, E>][] {
  const rows = all.filter((example): example is Example<I, E> => example.kind === kind)
  if (rows.length === 0) throw new Error(`no example is of the kind ${kind}`)
  return rows.map((example) => [example.name, example])
}

/** Fields of an expectation that the kind has no figure for would pass unseen, so each is looked up. */
export function expectFigures(actual: Record<string, unknown>, expected: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(expected))
    expect({ [name]: actual[name] }).toEqual({ [name]: value })
}
