/** What a log may not hold: tokens, keys and cookies, by the name of their field and by their look. */

const secretName = /token|secret|password|authorization|cookie|api[-_]?key|^key$|credential/i
const secretLooks = [
  /(\/enter\/)[\w-]+/g,
  /\b(Bearer |Basic |OAuth |Token token=)[\w.~+/=-]+/gi,
  /(:\/\/)[^\s/@]+:[^\s/@]+(?=@)/g,
  /\b(xox[a-z]-|glsa_|glc_)[\w-]+/g,
]
const HIDDEN = '[hidden]'
const DEPTH = 6

/** A copy that is safe to log. Errors become name, message and stack; what is deeper than six levels is left out. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value)
  if (typeof value !== 'object' || value === null) return typeof value === 'bigint' ? String(value) : value
  if (depth >= DEPTH) return '[too deep]'
  if (value instanceof Error) return redactError(value, depth)
  if (Array.isArray(value)) return value.map(each => redact(each, depth + 1))
  const entries = Object.entries(value)
  return Object.fromEntries(entries.map(([name, held]) => [name, redactField(name, held, depth)]))
}

export function redactText(text: string): string {
  return secretLooks.reduce((clean, look) => clean.replace(look, `$1${HIDDEN}`), text)
}

function redactField(name: string, value: unknown, depth: number): unknown {
  return secretName.test(name) && typeof value !== 'boolean' ? HIDDEN : redact(value, depth + 1)
}

function redactError(error: Error, depth: number): object {
  const cause = error.cause === undefined ? {} : { cause: redact(error.cause, depth + 1) }
  return { name: error.name, message: redactText(error.message), stack: redactText(error.stack ?? ''), ...cause }
}
