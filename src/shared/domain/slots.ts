/**
 * [UP4] The `[slots]` that a template left open in a text, each once, with its brackets. A Markdown link's text is none.
 * Nothing with an open slot is published: customers would read "[impact]".
 */
export function openSlots(text: string): readonly string[] {
  return [...new Set(text.match(/\[[^[\]\n]{1,80}\](?!\()/g) ?? [])]
}
