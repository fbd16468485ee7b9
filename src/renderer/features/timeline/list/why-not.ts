import { t } from '../../../../shared/texts/t'
import { texts } from '../../../../shared/texts/texts'
import { rowKeyOf } from '../../../commands/row-keys'
import { stands } from './row-acts'
import type { Row } from './rows'

const text = texts.timeline.whyNot
const { line } = rowKeyOf

/** Keys that need a line, and those that need one which its writer can change. */
const forLine: ReadonlySet<string> = new Set([line.correct, line.takeBack, line.erase, line.insert, line.whole])
const forTyped: ReadonlySet<string> = new Set([line.correct, line.takeBack])

/** Why a key came to nothing on a row, so that no key is silent; undefined: it is none of the list's. */
export function whyNot(key: string, row: Row | undefined): string | undefined {
  if (!forLine.has(key)) return undefined
  if (row === undefined) return t(texts.keymap.chooseFirst.timeline, { key })
  if (row.kind !== 'line') return t(text.folded, { key })
  if (!forTyped.has(key) || stands(row.entry)) return undefined
  if (row.entry.automatic) return text.automatic
  return row.entry.erasure === undefined ? text.retracted : text.erased
}
