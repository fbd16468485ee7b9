/** A piece of one text beside another: in both, only in the new one, or only in the old one. */
export interface DiffPiece {
  readonly what: 'same' | 'added' | 'removed'
  readonly text: string
}

/** Cells of the table below: two updates of 2,000 words that differ throughout. */
const MOST_CELLS = 4_000_000

/**
 * What became of one text in another, by words; a word has the white space behind it. The pieces without those removed
 * are `after`, and without those added `before`. Null: the texts are too long and too different to be compared.
 */
export function wordDiff(before: string, after: string): readonly DiffPiece[] | null {
  const [old, now] = [wordsOf(before), wordsOf(after)]
  const longest = Math.min(old.length, now.length)
  let begin = 0
  while (begin < longest && old[begin] === now[begin]) begin += 1
  let end = 0
  while (end < longest - begin && old.at(-1 - end) === now.at(-1 - end)) end += 1
  const middle = changesOf(old.slice(begin, old.length - end), now.slice(begin, now.length - end))
  if (middle === null) return null
  const same = (words: readonly string[]): DiffPiece => ({ what: 'same', text: words.join('') })
  return joined([same(now.slice(0, begin)), ...middle, same(now.slice(now.length - end))])
}

/** The longest common part of both, word by word; what was removed comes before what was added in its place. */
function changesOf(old: readonly string[], now: readonly string[]): readonly DiffPiece[] | null {
  const width = now.length + 1
  if ((old.length + 1) * width > MOST_CELLS) return null
  const common = new Uint16Array((old.length + 1) * width)
  const at = (row: number, column: number) => common[row * width + column] ?? 0
  for (let row = old.length - 1; row >= 0; row -= 1)
    for (let column = now.length - 1; column >= 0; column -= 1)
      common[row * width + column] =
        old[row] === now[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1))
  const pieces: DiffPiece[] = []
  let [row, column] = [0, 0]
  while (row < old.length || column < now.length) {
    const [gone, came] = [old[row], now[column]]
    if (gone !== undefined && gone === came) {
      pieces.push({ what: 'same', text: gone })
      row += 1
      column += 1
    } else if (gone !== undefined && (came === undefined || at(row + 1, column) >= at(row, column + 1))) {
      pieces.push({ what: 'removed', text: gone })
      row += 1
    } else {
      pieces.push({ what: 'added', text: came ?? '' })
      column += 1
    }
  }
  return pieces
}

function wordsOf(text: string): readonly string[] {
  return text.match(/\s+|\S+\s*/gu) ?? []
}

/** Neighbours of one kind are one piece; empty ones are none. */
function joined(pieces: readonly DiffPiece[]): readonly DiffPiece[] {
  const all: DiffPiece[] = []
  for (const { what, text } of pieces) {
    if (text === '') continue
    const last = all.at(-1)
    if (last?.what === what) all[all.length - 1] = { what, text: last.text + text }
    else all.push({ what, text })
  }
  return all
}
