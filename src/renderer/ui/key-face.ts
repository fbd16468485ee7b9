/** The fields of `KeyboardEvent` that name a key. */
export interface FacedKey {
  readonly key: string
  readonly ctrlKey: boolean
}

const named: Readonly<Record<string, string>> = {
  '↵': 'Enter',
  '↑': 'ArrowUp',
  '↓': 'ArrowDown',
  '←': 'ArrowLeft',
  '→': 'ArrowRight',
  Esc: 'Escape',
  Space: ' ',
  Enter: 'Enter',
  Delete: 'Delete',
  End: 'End',
  Home: 'Home',
  Tab: 'Tab',
}

/** The key of a face; undefined for text to type (`+pin`) and for two keys on one face. */
export function faceOf(face: string): FacedKey | undefined {
  const [, chord, rest = face] = /^(Ctrl)[ +](.+)$/.exec(face) ?? []
  const key = named[rest] ?? ([...rest].length === 1 ? rest : undefined)
  return key === undefined ? undefined : { key, ctrlKey: chord !== undefined }
}
