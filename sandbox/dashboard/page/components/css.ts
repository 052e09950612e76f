import type { CSSProperties } from 'react'
import { report } from '../report'

/** Translates the SDK's `css` prop, which holds tokens, into style. Tokens: docs.stripe.com/stripe-apps/style. */
export type TokenCss = Readonly<Record<string, string | number | undefined>>

const SPACE: Record<string, string> = {
  xxsmall: '2px',
  xsmall: '4px',
  small: '8px',
  medium: '16px',
  large: '24px',
  xlarge: '32px',
  xxlarge: '48px',
}
const RADIUS: Record<string, string> = {
  none: '0',
  xsmall: '2px',
  small: '4px',
  medium: '6px',
  large: '10px',
  rounded: '999px',
}
const SIZE: Record<string, string> = {
  fill: '100%',
  min: 'min-content',
  max: 'max-content',
  fit: 'fit-content',
}
const ALIGN: Record<string, string> = {
  start: 'flex-start',
  end: 'flex-end',
  top: 'flex-start',
  bottom: 'flex-end',
}
const WEIGHT: Record<string, number> = { regular: 400, semibold: 600, bold: 700 }

const FONT: Record<string, CSSProperties> = {
  title: { fontSize: 28, lineHeight: '36px', fontWeight: 700, letterSpacing: '-0.01em' },
  subtitle: { fontSize: 20, lineHeight: '28px', fontWeight: 600, letterSpacing: '-0.005em' },
  heading: { fontSize: 16, lineHeight: '24px', fontWeight: 600 },
  subheading: { fontSize: 14, lineHeight: '20px', fontWeight: 600 },
  lead: { fontSize: 16, lineHeight: '24px' },
  body: { fontSize: 14, lineHeight: '20px', fontWeight: 400 },
  bodyEmphasized: { fontSize: 14, lineHeight: '20px', fontWeight: 600 },
  caption: { fontSize: 12, lineHeight: '16px', fontWeight: 400 },
  kicker: {
    fontSize: 12,
    lineHeight: '16px',
    fontWeight: 600,
    textTransform: 'uppercase',
    letterSpacing: '0.04em',
  },
}

const space = (value: string | number) => (typeof value === 'number' ? `${value}px` : (SPACE[value] ?? value))

function size(value: string | number): string {
  if (typeof value === 'number') return `${value}px`
  const fraction = /^(\d+)\/(\d+)$/.exec(value)
  if (fraction) return `${(Number(fraction[1]) / Number(fraction[2])) * 100}%`
  return SIZE[value] ?? value
}

const color = (value: string | number) => `var(--text-${value})`

const SIDES: Record<string, string[]> = {
  '': [''],
  X: ['Left', 'Right'],
  Y: ['Top', 'Bottom'],
  Top: ['Top'],
  Right: ['Right'],
  Bottom: ['Bottom'],
  Left: ['Left'],
}

type Rule = (value: string | number) => CSSProperties

const sides = (property: string, read: (value: string | number) => string): Record<string, Rule> =>
  Object.fromEntries(
    Object.entries(SIDES).map(([side, targets]) => [
      property + side,
      (value: string | number) =>
        Object.fromEntries(targets.map((target) => [property + target, read(value)])),
    ]),
  )

const bleeds: Record<string, Rule> = Object.fromEntries(
  Object.entries(SIDES).map(([side, targets]) => [
    `bleed${side}`,
    (value: string | number) =>
      Object.fromEntries(targets.map((target) => [`margin${target}`, `calc(-1 * ${space(value)})`])),
  ]),
)

const same = (property: string): Record<string, Rule> => ({ [property]: (value) => ({ [property]: value }) })
const sized = (property: string): Record<string, Rule> => ({
  [property]: (value) => ({ [property]: size(value) }),
})
const spaced = (property: string, target = property): Record<string, Rule> => ({
  [property]: (value) => ({ [target]: space(value) }),
})

function borders(): Record<string, Rule> {
  const rules: Record<string, Rule> = {}
  for (const side of ['', 'Top', 'Right', 'Bottom', 'Left']) {
    rules[`border${side}Color`] = (value) => ({ [`border${side}Color`]: `var(--border-${value})` })
    rules[`border${side}Style`] = (value) => ({ [`border${side}Style`]: value })
    rules[`border${side}Width`] = (value) => ({
      [`border${side}Width`]: value,
      [`border${side}Style`]: 'solid',
    })
  }
  for (const corner of ['', 'TopLeft', 'TopRight', 'BottomLeft', 'BottomRight']) {
    rules[`border${corner}Radius`] = (value) => ({ [`border${corner}Radius`]: RADIUS[value] ?? value })
  }
  return rules
}

const shadow: Rule = (value) => ({ boxShadow: value === 'none' ? 'none' : `var(--shadow-${value})` })

const RULES: Record<string, Rule> = {
  ...sides('padding', space),
  ...sides('margin', space),
  ...bleeds,
  ...borders(),
  ...spaced('gap'),
  ...spaced('gapX', 'columnGap'),
  ...spaced('gapY', 'rowGap'),
  ...spaced('columnGap'),
  ...spaced('rowGap'),
  ...spaced('inset'),
  ...spaced('top'),
  ...spaced('bottom'),
  ...spaced('left'),
  ...sized('width'),
  ...sized('height'),
  ...sized('minWidth'),
  ...sized('maxWidth'),
  ...sized('minHeight'),
  ...sized('maxHeight'),
  ...same('overflow'),
  ...same('overflowX'),
  ...same('overflowY'),
  ...same('overflowWrap'),
  ...same('textAlign'),
  ...same('textTransform'),
  ...same('whiteSpace'),
  ...same('wordBreak'),
  ...same('wordWrap'),
  textOverflow: (value) => ({ textOverflow: String(value), overflow: 'hidden' }),
  color: (value) => ({ color: color(value) }),
  fill: (value) => ({ fill: color(value), color: color(value) }),
  backgroundColor: (value) => ({ backgroundColor: `var(--surface-${value})` }),
  font: (value) => FONT[value] ?? {},
  fontWeight: (value) => ({ fontWeight: WEIGHT[value] ?? 400 }),
  fontFamily: (value) => ({ fontFamily: `var(--font-${value})` }),
  keyline: (value) => ({ border: `1px solid var(--border-${value})` }),
  boxShadow: shadow,
  topShadow: shadow,
  focusRing: shadow,
  wrap: (value) => ({ flexWrap: value === 'nowrap' ? 'nowrap' : value === 'wrap' ? 'wrap' : 'wrap-reverse' }),
  alignSelfX: (value) => ({ justifySelf: String(value) }),
  alignSelfY: (value) => ({ alignSelf: ALIGN[value] ?? String(value) }),
  gridColumns: (value) => ({ gridTemplateColumns: `repeat(${value}, minmax(0, 1fr))` }),
  minTileWidth: (value) => ({
    gridTemplateColumns: `repeat(auto-fit, minmax(min(100%, ${size(value)}), 1fr))`,
  }),
  zIndex: (value) => ({ zIndex: value === 'overlay' ? 300 : 1 }),
}

function stack(css: TokenCss): CSSProperties {
  const alignX = ALIGN[css['alignX'] ?? ''] ?? css['alignX']
  const alignY = ALIGN[css['alignY'] ?? ''] ?? css['alignY']
  const spread = css['distribute'] === 'space-between' ? 'space-between' : undefined
  if (css['stack'] === 'z')
    return { display: 'grid', placeItems: `${alignY ?? 'start'} ${alignX ?? 'start'}` }
  if (css['stack'] === 'y') {
    return {
      display: 'flex',
      flexDirection: 'column',
      alignItems: String(alignX ?? 'stretch'),
      justifyContent: spread ?? String(alignY ?? 'flex-start'),
    }
  }
  return {
    display: 'flex',
    flexDirection: 'row',
    alignItems: String(alignY ?? 'center'),
    justifyContent: spread ?? String(alignX ?? 'flex-start'),
  }
}

/** The style of a `css` prop. An unknown token is named in the console: the SDK refuses it too. */
export function styleOf(css: TokenCss | undefined): CSSProperties {
  if (!css) return {}
  const style: CSSProperties = css['stack'] ? stack(css) : {}
  if (css['display'] === 'grid' || css['gridColumns'] || css['minTileWidth']) style.display = 'grid'
  if (!css['stack'] && css['alignX'] && style.display !== 'grid')
    style.textAlign = css['alignX'] === 'center' ? 'center' : css['alignX'] === 'end' ? 'right' : 'left'
  // Fonts first, so that a weight or a case beside them wins.
  const names = Object.keys(css).sort((a, b) => Number(b === 'font') - Number(a === 'font'))
  for (const name of names) {
    const value = css[name]
    if (value === undefined || ['stack', 'display', 'distribute', 'alignX', 'alignY'].includes(name)) continue
    const rule = RULES[name]
    if (rule) Object.assign(style, rule(value))
    else report(`css has no property "${name}"`)
  }
  return style
}
