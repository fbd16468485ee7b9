import type { ComponentType } from 'react'
import type { CommandId } from '../../commands/command-list'

export interface SettingPart {
  /** Id of the element that names it. */
  readonly labelledBy: string
  /** Closes the settings and opens what the command `place` opens. */
  readonly leaveFor: (place: CommandId) => void
}

/** One setting, and the part that changes it. */
export interface Setting {
  readonly id: string
  readonly place: 'screen' | 'engine'
  readonly name: string
  readonly about: string
  /** A description that depends on current data. */
  readonly About?: ComponentType
  /** Other words that people search for it by. */
  readonly words: string
  /** The part takes the whole width below its name. */
  readonly wide?: boolean
  readonly Part: ComponentType<SettingPart>
}

/** [SE5] The settings in which each typed word begins a word of the name, of what it says, or of what people call it. */
export function settingsFor(query: string, settings: readonly Setting[]): readonly Setting[] {
  const asked = wordsOf(query)
  return settings.filter(({ name, about, words }) => {
    const known = wordsOf(`${name} ${about} ${words}`)
    return asked.every(word => known.some(other => other.startsWith(word)))
  })
}

function wordsOf(text: string): readonly string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '')
}
