export type Step = { date: string; value: number }

const DAY_MS = 86_400_000

const toTime = (day: string) => Date.parse(`${day}T00:00:00Z`)
const toDay = (time: number) => new Date(time).toISOString().slice(0, 10)

/** The days to draw: each day of a short history, else the close of each month and the last day. */
function daysToDraw(first: string, last: string): string[] {
  const days: string[] = []
  const isShort = toTime(last) - toTime(first) <= 62 * DAY_MS
  for (let time = toTime(first); time < toTime(last); time += DAY_MS) {
    const isMonthEnd = new Date(time + DAY_MS).getUTCDate() === 1
    if (isShort || isMonthEnd) days.push(toDay(time))
  }
  return [...days, last]
}

/** MRR is told for the days on which it changed; a chart wants points at even distances. */
export function evenHistory(steps: Step[]): Step[] {
  const [first, last] = [steps[0], steps.at(-1)]
  if (!first || !last) return []
  let index = 0
  return daysToDraw(first.date, last.date).map((date) => {
    while ((steps[index + 1]?.date ?? '9999') <= date) index += 1
    return { date, value: steps[index]?.value ?? 0 }
  })
}
