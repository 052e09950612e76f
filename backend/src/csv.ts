/** Comma-separated values (RFC 4180) that a spreadsheet takes for data, never for formulas. */

export type Cell = string | number | boolean | null

/** What makes a spreadsheet begin a formula, or hides from it that one follows. */
const LIVE = /^[=+\-@\t\r\n\0＝＋－＠]/

/** Texts stand in quotes, numbers do not; nothing is an empty cell. What would begin a formula follows an apostrophe. */
function cell(value: Cell): string {
  if (value === null) return ''
  if (typeof value !== 'string') return String(value)
  return `"${(LIVE.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`
}

/** One line with its end. */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(cell).join(',')}\r\n`
