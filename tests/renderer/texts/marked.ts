/** A catalogue in which each text stands between ⟪ and ⟫, so that what a screen says from elsewhere is seen. */
export function marked<Tree>(tree: Tree): Tree {
  return mark(tree, '') as Tree
}

function mark(part: unknown, name: string): unknown {
  if (typeof part === 'string') return name === 'language' ? part : `⟪${part}⟫`
  if (Array.isArray(part)) return part.map(one => mark(one, name))
  const names = Object.entries(part as Readonly<Record<string, unknown>>)
  return Object.fromEntries(names.map(([under, one]) => [under, mark(one, under)]))
}
