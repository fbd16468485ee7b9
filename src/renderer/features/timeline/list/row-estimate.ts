import type { RowMeasure } from '../../../virtual/use-measured-window'
import type { Row } from './rows'

const PADDING = 8
const FOLDED_LINES = 4
const FOLDED_AUTOMATIC_LINES = 2
/** Of a letter of the interface's font, as a share of its line's height; measured over English and code. */
const LETTER = 0.335
const THUMBNAILS = 72

/**
 * Pixels that a row will take, guessed from what is in it. A row that comes into sight is measured; the better the
 * guess, the less moves then.
 */
export function estimateRow(row: Row, { textWidth, lineHeight }: RowMeasure): number {
  if (row.kind === 'day') return lineHeight + 18
  if (row.kind === 'folded') return lineHeight + PADDING
  const { text, automatic, earlier, retraction, erasure, recordedAt, occurredAt, attachments } = row.entry
  const perLine = Math.max(12, Math.floor(textWidth / (lineHeight * LETTER)))
  const wrapped = wrappedLines(text, perLine)
  const asides = [earlier.length > 0, retraction !== null, erasure !== undefined, recordedAt - occurredAt >= 60_000]
  const below = asides.filter(Boolean).length
  const pictures = attachments.length > 0 && retraction === null ? THUMBNAILS : 0
  return (
    (Math.min(wrapped, (automatic ? FOLDED_AUTOMATIC_LINES : FOLDED_LINES) + 1) + below) * lineHeight +
    PADDING +
    pictures
  )
}

function wrappedLines(text: string, perLine: number): number {
  if (!text.includes('\n')) return Math.max(1, Math.ceil(text.length / perLine))
  let lines = 0
  for (const line of text.slice(0, 2_000).split('\n')) lines += Math.max(1, Math.ceil(line.length / perLine))
  return lines
}
