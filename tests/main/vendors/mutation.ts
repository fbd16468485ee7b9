import fc from 'fast-check'

/** What a changed vendor, a broken proxy or an attacker may put in the place of a value. */
const strange: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(null, true, 0, -1, 1e308, '', ' ', 'NaN', 'javascript:alert(1)', '\u001b[31m\u202e', '__proto__'),
  fc.constantFrom([], {}, [null], [[]], { length: 3 }, ['x'.repeat(2_000)]),
  fc.constant('<img src=x onerror=alert(1)>'),
  fc.string(),
  fc.jsonValue({ maxDepth: 2 }),
)

/** One place of `original` (a JSON value) is another value, left out, or doubled; `times` such changes. */
export function mutated(original: unknown): fc.Arbitrary<unknown> {
  const change = fc.record({ at: fc.nat(), how: fc.constantFrom('replace', 'leave-out', 'double'), value: strange })
  return fc.array(change, { minLength: 1, maxLength: 4 }).map(changes => {
    const root = { body: structuredClone(original) }
    for (const { at, how, value } of changes) {
      const places = placesOf(root)
      const place = places[at % places.length]
      if (place !== undefined) mutate(place, how, value)
    }
    return root.body
  })
}

interface Place {
  readonly parent: Record<string, unknown>
  readonly key: string
}

function placesOf(value: unknown): readonly Place[] {
  if (typeof value !== 'object' || value === null) return []
  const parent = value as Record<string, unknown>
  return Object.keys(parent).flatMap(key => [{ parent, key }, ...placesOf(parent[key])])
}

function mutate({ parent, key }: Place, how: string, value: unknown): void {
  if (how === 'replace') parent[key] = structuredClone(value)
  else if (how === 'leave-out' && key !== 'body') delete parent[key]
  else if (how === 'double' && Array.isArray(parent[key])) parent[key].push(...structuredClone(parent[key]))
}
