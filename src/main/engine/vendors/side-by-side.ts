/** Runs all of them, at most `width` at a time; the answers have the order of `items`. */
export async function sideBySide<Item, Answer>(
  items: readonly Item[],
  width: number,
  run: (item: Item) => Promise<Answer>,
): Promise<readonly Answer[]> {
  const answers: Answer[] = new Array(items.length)
  const waiting = items.entries()
  const lane = async () => {
    for (const [at, item] of waiting) answers[at] = await run(item)
  }
  await Promise.all(Array.from({ length: width }, lane))
  return answers
}
