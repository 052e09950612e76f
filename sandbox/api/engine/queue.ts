/** Something that happens at an instant (seconds since 1970). */
export interface Step {
  at: number
  run: () => void
}

interface Entry extends Step {
  order: number
}

/** Timed steps, earliest first; steps of one instant run in the order in which they were added. */
export class StepQueue {
  private readonly heap: Entry[] = []
  private added = 0

  get size(): number {
    return this.heap.length
  }

  /** Adds a step. */
  add(at: number, run: () => void): void {
    const entry = { at, run, order: this.added++ }
    let index = this.heap.push(entry) - 1
    while (index > 0) {
      const above = (index - 1) >> 1
      const parent = this.heap[above]
      if (!parent || !isBefore(entry, parent)) break
      this.heap[index] = parent
      index = above
    }
    this.heap[index] = entry
  }

  /** Removes and returns the earliest step that is due at `until` or before. */
  takeDue(until: number): Step | undefined {
    const first = this.heap[0]
    if (!first || first.at > until) return undefined
    const last = this.heap.pop()
    if (last && last !== first) this.sink(last)
    return first
  }

  private sink(entry: Entry): void {
    let index = 0
    for (;;) {
      const left = this.heap[index * 2 + 1]
      if (!left) break
      const right = this.heap[index * 2 + 2]
      const takeRight = right !== undefined && isBefore(right, left)
      const child = takeRight ? right : left
      if (!isBefore(child, entry)) break
      this.heap[index] = child
      index = index * 2 + (takeRight ? 2 : 1)
    }
    this.heap[index] = entry
  }
}

function isBefore(one: Entry, other: Entry): boolean {
  return one.at < other.at || (one.at === other.at && one.order < other.order)
}
