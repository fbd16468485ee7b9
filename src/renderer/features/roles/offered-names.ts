import type { OnCall } from '../../../shared/contract/people'

/** [RO1] Names to choose from: whoever is on call first, in the order of paging, then who is known here. Once each. */
export function offeredNames(people: readonly OnCall[], known: readonly string[]) {
  const onCall = [...new Set(people.toSorted((a, b) => a.level - b.level).map(({ name }) => name))]
  const others = known.filter(name => !onCall.includes(name))
  if (onCall.length === 0) return [...others]
  return [
    { group: 'On call', items: onCall },
    { group: 'Here', items: others },
  ].filter(({ items }) => items.length > 0)
}
