import type { NameMatch, PanelStep } from '../../../shared/contract/panel-steps'

/** Names are cut to this before a pattern sees them: the time of a pattern grows with a power of the length. */
export const MATCHED_NAME_LIMIT = 300

export function matches(what: NameMatch, name: string): boolean {
  if (what.by === 'names') return what.names.includes(name) !== (what.except === true)
  return new RegExp(what.pattern, what.flags).test(name.slice(0, MATCHED_NAME_LIMIT))
}

export function renamedField(name: string, step: Extract<PanelStep, { readonly do: 'rename' }>): string {
  if (!matches(step.what, name)) return name
  if (step.whole === true || step.what.by === 'names') return step.to
  return name.slice(0, MATCHED_NAME_LIMIT).replace(new RegExp(step.what.pattern, step.what.flags), step.to)
}

/** The named ones first, in the order of the names; the others as they stood. */
export function inMatchOrder<T extends { readonly name: string }>(
  things: readonly T[],
  names: readonly string[],
): readonly T[] {
  const place = (name: string) => (names.includes(name) ? names.indexOf(name) : names.length)
  return things.toSorted((a, b) => place(a.name) - place(b.name))
}
