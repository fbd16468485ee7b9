import { useEffect, useState } from 'react'
import type { IncidentId } from '../../../shared/domain/ids'
import { useTypedText } from '../../stores/use-typed-text'
import type { Writing } from './use-writing'

export interface Amending {
  readonly text: string
  readonly set: (text: string) => void
  /** The field holds what was typed before and not saved. */
  readonly restored: boolean
  readonly startOver: () => void
  /** The record has it. */
  readonly done: () => void
}

/** [TX1] The text of a correction: of each line what was typed and not saved, else what the line says. */
export function useAmending(incident: IncidentId, writing: Writing, isTyping: () => boolean): Amending {
  const entry = writing.kind === 'correction' ? writing.entry.id : null
  const { text: stored, type } = useTypedText(incident, entry === null ? 'correction' : `correction:${entry}`, isTyping)
  const [text, setText] = useState('')
  const [restored, setRestored] = useState(false)
  const begin = writing.kind === 'correction' ? writing.text : ''
  // biome-ignore lint/correctness/useExhaustiveDependencies: begins with each correction, not with each letter
  useEffect(() => {
    setText(stored === '' ? begin : stored)
    setRestored(stored !== '' && stored !== begin)
  }, [writing])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the engine's copy comes a moment later, to who has not begun
  useEffect(() => {
    if (stored === '' || text !== begin || stored === begin) return
    setText(stored)
    setRestored(true)
  }, [stored])
  return {
    text,
    restored,
    set: next => {
      setText(next)
      type(next === begin ? '' : next)
    },
    startOver: () => {
      setText(begin)
      setRestored(false)
      type('')
    },
    done: () => type(''),
  }
}
