/** A bound, for a source that puts an id into every text. */
const MOST = 10_000

/** What `make` answers, remembered for the first texts that are asked for: a storm says the same few ten thousand times. */
export function memoized<Answer>(make: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>()
  return text => {
    const before = known.get(text)
    if (before !== undefined) return before
    const answer = make(text)
    if (known.size < MOST) known.set(text, answer)
    return answer
  }
}
