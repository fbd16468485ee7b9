import { useEffect, useRef } from 'react'
import { t } from '../../../../shared/texts/t'
import { texts } from '../../../../shared/texts/texts'
import { rowKeyOf } from '../../../commands/row-keys'
import type { MeasuredWindow } from '../../../virtual/use-measured-window'
import { type BoardItem, isEditableLine, itemOfLine, type Row, type RowActions } from './rows'

const { line } = rowKeyOf

export interface ListHands {
  readonly rows: readonly Row[]
  readonly view: MeasuredWindow<Row>
  readonly acts: RowActions
  /** Index of the focused row; -1: none. */
  readonly selected: number
  readonly select: (index: number) => void
  readonly toggleFold: (key: string) => void
  /** Shows the full text of a line, and its earlier texts. */
  readonly toggleWhole: (key: string) => void
  readonly follow: () => void
  /** Says why a key did nothing; empty: it did something. */
  readonly tell: (why: string) => void
}

type Press = (hands: ListHands) => boolean

/** Keys of the list. Each returns whether it had something to do; if not, the cockpit handles the key. */
const presses: Readonly<Record<string, Press>> = {
  ArrowUp: hands => move(hands, from => from - 1),
  ArrowDown: hands => move(hands, from => from + 1),
  PageUp: hands => move(hands, from => from - hands.view.rowsInSight()),
  PageDown: hands => move(hands, from => from + hands.view.rowsInSight()),
  Home: hands => move(hands, () => 0),
  [line.newest]: hands => {
    hands.follow()
    return true
  },
  [line.unfold]: hands => onRow(hands, row => open(hands, row)),
  ArrowRight: hands => onRow(hands, row => row.kind === 'folded' && fold(hands, row.key)),
  ArrowLeft: hands => onRow(hands, row => row.kind === 'folded' && fold(hands, row.key)),
  [line.correct]: hands =>
    onRow(hands, row => row.kind === 'line' && isEditableLine(row.entry) && done(hands.acts.correct(row.entry))),
  [line.takeBack]: hands =>
    onRow(hands, row => row.kind === 'line' && isEditableLine(row.entry) && done(hands.acts.retract(row.entry))),
  [line.erase]: hands => onRow(hands, row => row.kind === 'line' && done(hands.acts.erase(row.entry))),
  [line.insert]: hands => onRow(hands, row => row.kind === 'line' && done(hands.acts.insertAfter(row.entry))),
  [line.board]: hands => onItem(hands, (acts, item) => acts.toBoard(item)),
  [line.done]: hands => onItem(hands, (acts, item) => acts.toBoard(item, line.done)),
  [line.acknowledge]: hands => onItem(hands, (acts, item) => acts.toBoard(item, line.acknowledge)),
  [line.whole]: hands => onRow(hands, row => row.kind === 'line' && done(hands.toggleWhole(row.key))),
}

type ListPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'defaultPrevented' | 'target'> & {
  preventDefault(): void
}

/** Keys that move from the pane, which a digit focuses, into its list. */
const ways: ReadonlySet<string> = new Set(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End'])

/** Handles a key on the list, on its row, and on the pane around it. */
export function useListKeys(hands: ListHands): (event: ListPress) => void {
  const now = useRef(hands)
  now.current = hands
  const { scroller } = hands.view
  useEffect(() => {
    const pane = scroller.current?.closest('section')
    const enter = (event: KeyboardEvent) => {
      if (event.target === pane && ways.has(event.key)) pressInList(event, now.current)
    }
    pane?.addEventListener('keydown', enter)
    return () => pane?.removeEventListener('keydown', enter)
  }, [scroller])
  return event => pressInList(event, hands)
}

function pressInList(event: ListPress, hands: ListHands): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
  const onButton = event.target instanceof HTMLButtonElement
  if (onButton && event.key === 'Enter') return
  const did = presses[event.key]?.(hands) === true
  const why = did ? undefined : whyNot(event.key, hands.rows[hands.selected])
  hands.tell(why ?? '')
  if (did || why !== undefined) event.preventDefault()
}

/** Moves from the focused row, or from the lowest visible one, to one that can have the focus: days cannot. */
function move({ rows, view, selected, select }: ListHands, to: (from: number) => number): boolean {
  const start = selected >= 0 ? selected : view.lastInSight() + 1
  const wanted = Math.min(rows.length - 1, Math.max(0, to(start)))
  const down = wanted > start
  const landed = nearestStop(rows, wanted, down) ?? nearestStop(rows, wanted, !down)
  if (landed !== undefined) select(landed)
  return true
}

function nearestStop(rows: readonly Row[], from: number, down: boolean): number | undefined {
  for (let index = from; index >= 0 && index < rows.length; index += down ? 1 : -1) {
    if (rows[index]?.kind !== 'day') return index
  }
  return undefined
}

function onRow({ rows, selected }: ListHands, act: (row: Row) => boolean): boolean {
  const row = rows[selected]
  return row !== undefined && act(row)
}

/** [SG11] */
function onItem(hands: ListHands, act: (acts: RowActions, item: BoardItem) => void): boolean {
  return onRow(hands, row => {
    const item = row.kind === 'line' ? itemOfLine(row.entry) : undefined
    return item !== undefined && done(act(hands.acts, item))
  })
}

function open(hands: ListHands, row: Row): boolean {
  if (row.kind === 'day') return false
  if (row.kind === 'folded') return fold(hands, row.key)
  const { entry } = row
  if (entry.attachments.length > 0 && entry.retraction === null) return done(hands.acts.openPicture(entry, 0))
  return done(hands.toggleWhole(row.key))
}

function fold({ toggleFold }: ListHands, key: string): true {
  toggleFold(key)
  return true
}

/** An action of a row was started. */
function done(_begun: unknown): true {
  return true
}

const text = texts.timeline.whyNot

/** Keys that need a line, and those that need one which its author can change. */
const forItem: ReadonlySet<string> = new Set([line.board, line.done, line.acknowledge])
const forLine: ReadonlySet<string> = new Set([
  ...[line.correct, line.takeBack, line.erase, line.insert, line.whole],
  ...forItem,
])
const forTyped: ReadonlySet<string> = new Set([line.correct, line.takeBack])

/** Why a key did nothing on a row, so that no key is silent; undefined: it is none of the list's. */
function whyNot(key: string, row: Row | undefined): string | undefined {
  if (!forLine.has(key)) return undefined
  if (row === undefined) return t(texts.keymap.chooseFirst.timeline, { key })
  if (row.kind !== 'line') return t(text.folded, { key })
  if (forItem.has(key)) return text.noItem
  if (!forTyped.has(key) || isEditableLine(row.entry)) return undefined
  if (row.entry.automatic) return text.automatic
  return row.entry.erasure === undefined ? text.retracted : text.erased
}
