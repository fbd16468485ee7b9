/**
 * The marks around what a template could not fill. No keyboard has them, so that a writer's own brackets, such as
 * "[EU]" or the ones of a Markdown link, are never taken for a slot.
 */
const [OPEN, CLOSE] = ['⟦', '⟧'] as const

/** What is written in a text where a template's field is missing. */
export function slotFor(label: string): string {
  return `${OPEN}${label.replaceAll(OPEN, '').replaceAll(CLOSE, '')}${CLOSE}`
}

/**
 * [UP4] The slots that a template left open in a text, each once, with their marks; also one of which a half was
 * deleted. Nothing with an open slot is published: customers would read "⟦impact⟧".
 */
export function openSlots(text: string): readonly string[] {
  return [...new Set(text.match(/⟦[^⟦⟧\n]*⟧?|⟧/g) ?? [])]
}
