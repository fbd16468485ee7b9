/** What the application asked of Electron and only a real one could do: kept for the tests to look at. */
export interface Recorded {
  readonly what: string
  readonly detail: unknown
}

export const recorded: Recorded[] = []

export function record(what: string, detail: unknown): void {
  recorded.push({ what, detail })
}

/** Emits an event whose first argument can refuse it; says whether a listener did. */
export function isPrevented(emit: (event: { preventDefault(): void }) => void): boolean {
  let prevented = false
  emit({
    preventDefault: () => {
      prevented = true
    },
  })
  return prevented
}
