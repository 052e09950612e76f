import fc from 'fast-check'
import { diffOf } from './diff'
import { exportCommand, NO_FILTER, toQuery } from './filter'

const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.array(fc.string()))
const side = fc.option(fc.dictionary(fc.string({ minLength: 1 }), value), { nil: null })

describe('before and after', () => {
  it('have a row for each field of either, once, and those that differ come first', () => {
    fc.assert(
      fc.property(side, side, (before, after) => {
        const rows = diffOf({ before, after })
        const fields = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])
        expect(rows.map(({ field }) => field).sort()).toEqual(Array.from(fields).sort())
        const firstSame = rows.findIndex(({ changed }) => !changed)
        if (firstSame >= 0) expect(rows.slice(firstSame).some(({ changed }) => changed)).toBe(false)
        for (const { field, changed } of rows)
          expect(changed).toBe(JSON.stringify(before?.[field]) !== JSON.stringify(after?.[field]))
      }),
    )
  })

  it('open what is nested, so that the one value that differs stands alone', () => {
    const limits = (amount: number) => ({ limits: { refund: { type: 'up_to', amount } } })
    expect(diffOf({ before: limits(1), after: limits(2) })).toEqual([
      { field: 'limits › refund › amount', before: '1', after: '2', changed: true },
      { field: 'limits › refund › type', before: 'up_to', after: 'up_to', changed: false },
    ])
  })

  it('are the same when nothing changed', () => {
    fc.assert(
      fc.property(side, (one) => {
        expect(diffOf({ before: one, after: one }).some(({ changed }) => changed)).toBe(false)
      }),
    )
  })
})

describe('a range of days', () => {
  it('holds both of its days, whole', () => {
    const { from = 0, to = 0 } = toQuery({ ...NO_FILTER, from: '2026-10-24', to: '2026-10-25' })
    const [first, last] = [new Date(from * 1000), new Date(to * 1000 - 1)]
    expect([first.getDate(), first.getHours(), last.getDate(), last.getHours()]).toEqual([24, 0, 25, 23])
  })

  it('is in the command as instants', () => {
    expect(exportCommand({ ...NO_FILTER, from: '2026-10-24' })).toMatch(
      /--from 2026-10-2[345]T\d\d:00:00Z --out audit\.csv$/,
    )
  })
})
