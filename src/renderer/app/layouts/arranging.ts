import type { PaneKey } from '../../../shared/contract/pane-address'
import { texts } from '../../../shared/texts/texts'
import { grow, moveTo, type Side, tabWithNext } from './arrange'
import type { Layouts } from './layouts'

/** What a key does to the pane that is being arranged. */
export interface ArrangingKey {
  /** `KeyboardEvent.key`, with `Shift+` before it where Shift is pressed. */
  readonly key: string
  readonly does: string
  readonly act: (layouts: Layouts, pane: PaneKey) => void
}

/** How far one press of a key moves a border, in CSS pixels. */
const STEP = 40

const move = (key: string, side: Side, does: string): ArrangingKey => ({
  key,
  does,
  act: (layouts, pane) => layouts.arrange((tree, places) => moveTo(tree, pane, side, places)),
})

const size = (key: string, along: 'row' | 'column', by: number, does: string): ArrangingKey => ({
  key: `Shift+${key}`,
  does,
  act: (layouts, pane) => layouts.arrange((tree, places) => grow(tree, pane, along, by, places)),
})

const arrangingTexts = texts.keymap.arranging

/** The keys while a pane is being arranged; the `?` sheet and the palette list them too. */
export const arrangingKeys: readonly ArrangingKey[] = [
  move('ArrowLeft', 'left', arrangingTexts.left),
  move('ArrowRight', 'right', arrangingTexts.right),
  move('ArrowUp', 'above', arrangingTexts.up),
  move('ArrowDown', 'below', arrangingTexts.down),
  size('ArrowRight', 'row', STEP, arrangingTexts.wider),
  size('ArrowLeft', 'row', -STEP, arrangingTexts.narrower),
  size('ArrowDown', 'column', STEP, arrangingTexts.higher),
  size('ArrowUp', 'column', -STEP, arrangingTexts.lower),
  {
    key: 't',
    does: arrangingTexts.tab,
    act: (layouts, pane) => layouts.arrange(tree => tabWithNext(tree, pane)),
  },
  { key: 'Backspace', does: arrangingTexts.close, act: (layouts, pane) => layouts.close(pane) },
]

const faces: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Backspace: '⌫',
}

/** The same for the `?` sheet. */
export const arrangingLines = arrangingKeys.map(({ key, does }) => {
  const bare = key.replace('Shift+', '')
  return { key: `${bare === key ? '' : '⇧'}${faces[bare] ?? bare}`, does, group: 'arranging' } as const
})
