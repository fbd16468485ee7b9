export type Labels = Readonly<Record<string, string>>

const labelTerm = /^([a-z_][\w.\-/]*)=(.*)$/

/**
 * [AL11] Whether labels have what a word of the filter asks for: `env=prod` a label by its whole name with `prod` in
 * its value, `env=` one of that name, any other word a value that has it in it.
 * @param word in lower case
 */
export function labelsFit(labels: Labels, word: string): boolean {
  const [, name, value = ''] = labelTerm.exec(word) ?? []
  if (name === undefined) return valuesOf(labels).includes(word)
  return Object.entries(labels).some(
    ([label, has]) => label.toLowerCase() === name && has.toLowerCase().includes(value),
  )
}

const known = new WeakMap<Labels, string>()

/** In lower case, made once for each alert: making it costs more than looking. */
function valuesOf(labels: Labels): string {
  const told = known.get(labels)
  if (told !== undefined) return told
  const text = Object.values(labels).join('\n').toLowerCase()
  known.set(labels, text)
  return text
}
