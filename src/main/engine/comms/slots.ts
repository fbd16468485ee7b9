/**
 * The first `[slot]` that a template left open, with its brackets, or undefined. A Markdown link's text is none.
 * Nothing with an open slot is published: customers would read "[impact]".
 */
export function unfilledSlot(text: string): string | undefined {
  return /\[[^[\]\n]{1,80}\](?!\()/.exec(text)?.[0]
}
