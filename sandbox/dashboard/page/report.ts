/** Tells a fault of a view where its developer looks, with a prefix that tests search for. */
export function report(fault: string, cause?: unknown): void {
  // The page has no other place for it: what it shows belongs to the view.
  // eslint-disable-next-line no-console
  console.error(`[preview] ${fault}`, ...(cause === undefined ? [] : [cause]))
}
