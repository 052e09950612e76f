/** How many lives a property is tried on: so many in the suite, as many as `npm run soak` asks for there. */
export function runsOf(usual: number): number {
  return Number(process.env['SOAK_RUNS'] ?? usual)
}

/** Milliseconds that so many runs may take, on a machine that does other things too. */
export function patienceFor(runs: number): number {
  return 30_000 + runs * 1_000
}
