import { diffArrays } from 'diff'

/** A piece of one text beside another: in both, only in the new one, or only in the old one. */
export interface DiffPiece {
  readonly what: 'same' | 'added' | 'removed'
  readonly text: string
}

/** Words added and removed, beyond which the comparison takes as long as a person notices, and shows nothing. */
const MOST_CHANGES = 1_500

/**
 * What became of one text in another, by words; a word has the white space behind it. The pieces without those removed
 * are `after`, and without those added `before`. Null: the texts are too long and too different to be compared.
 */
export function wordDiff(before: string, after: string): readonly DiffPiece[] | null {
  const changes = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: MOST_CHANGES })
  if (changes === undefined) return null
  return changes.map(({ added, removed, value }) => ({
    what: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }))
}

const wordsOf = (text: string): string[] => text.match(/\s+|\S+\s*/gu) ?? []
