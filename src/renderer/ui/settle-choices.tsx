import { texts } from '../../shared/texts/texts'
import { Button } from './button'
import { Key } from './key'

export type SettleWord = 'it-is-done' | 'send-again' | 'give-up'

interface SettleChoice {
  readonly word: SettleWord
  readonly key: string
  readonly label: string
}

/** A person's answers about a request that the engine could not settle, and the key of each. */
export const settleChoices: readonly SettleChoice[] = [
  { word: 'it-is-done', key: 'd', label: texts.ui.settle['it-is-done'] },
  { word: 'send-again', key: 'w', label: texts.ui.settle['send-again'] },
  { word: 'give-up', key: 'q', label: texts.ui.settle['give-up'] },
]

/** Requests again what surely was not done. The same key as "send again": both send it again. */
export const AGAIN_KEY = 'w'

export function SettleChoices({ onSettle }: { readonly onSettle: (word: SettleWord) => void }) {
  return settleChoices.map(({ word, key, label }) => (
    <Button key={word} tone={word === 'give-up' ? 'bare' : 'plain'} onClick={() => onSettle(word)}>
      {label} <Key quiet>{key}</Key>
    </Button>
  ))
}
