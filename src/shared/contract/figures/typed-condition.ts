import type { Comparison } from '../../domain/decisions'
import type { RevisitInput } from '../inputs/decisions'
import type { PanelReading } from '../metrics'
import { typedFigure } from './typed-figure'

export type TypedCondition = NonNullable<NonNullable<RevisitInput>['condition']>

/** What a condition cannot be read for: no panel, or not one alone, is called so, or it is no value of that panel. */
export interface ConditionFlaw {
  readonly unread: { readonly what: 'panel' | 'figure'; readonly said: string }
}

type Panels = readonly Pick<PanelReading, 'id' | 'title' | 'unit'>[]

const words: Readonly<Record<string, Comparison>> = {
  ...{
    '>=': 'at-least',
    '≥': 'at-least',
    '=>': 'at-least',
    'at least': 'at-least',
    'not below': 'at-least',
    'not under': 'at-least',
  },
  ...{
    '<=': 'at-most',
    '≤': 'at-most',
    '=<': 'at-most',
    'at most': 'at-most',
    'not above': 'at-most',
    'not over': 'at-most',
  },
  ...{ '>': 'above', above: 'above', over: 'above', '<': 'below', below: 'below', under: 'below' },
}
const compared =
  /^(?:["“](.+?)["”]|(.+?))\s*(?:\bis\s+)?(>=|=>|<=|=<|≥|≤|>|<|\bnot below\b|\bnot under\b|\bnot above\b|\bnot over\b|\bat least\b|\bat most\b|\babove\b|\bover\b|\bbelow\b|\bunder\b)\s*(.+)$/i

/** [DN6] `"Error rate" > 5%`, `Error rate not below 5 %`; undefined where nothing is compared. */
export function conditionTyped(typed: string, panels: Panels): TypedCondition | ConditionFlaw | undefined {
  const [, quoted, bare, sign = '', value = ''] = compared.exec(typed.trim()) ?? []
  const name = quoted ?? bare
  if (name === undefined) return undefined
  const panel = panelNamed(name, panels)
  if (panel === undefined) return { unread: { what: 'panel', said: name } }
  const { id, title, unit } = panel
  const figure = typedFigure(value, unit)
  if (figure === undefined) return { unread: { what: 'figure', said: value } }
  return {
    panel: id,
    title: title.slice(0, 300),
    is: words[sign.toLowerCase()] ?? 'above',
    value: figure,
    unit,
    typed: value,
  }
}

/** By its whole title, or by a part of it that only one has. */
function panelNamed(name: string, panels: Panels) {
  const [typed, plain] = [keyOf(name), ({ title }: { readonly title: string }) => keyOf(title)]
  const whole = panels.filter(panel => plain(panel) === typed)
  const [one, another] = whole.length > 0 ? whole : panels.filter(panel => plain(panel).includes(typed))
  return another === undefined ? one : undefined
}

function keyOf(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()
}
