/** A catalogue in which each text stands between ⟪ and ⟫, so that what a screen says from elsewhere is seen. */
export function marked<Tree>(tree: Tree): Tree {
  const entries = Object.entries(tree as Readonly<Record<string, unknown>>).map(([name, part]) => [
    name,
    name === 'language' ? part : typeof part === 'string' ? `⟪${part}⟫` : marked(part),
  ])
  return Object.fromEntries(entries) as Tree
}
