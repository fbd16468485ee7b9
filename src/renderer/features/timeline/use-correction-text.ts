import { useEffect, useState } from 'react'
import type { IncidentId } from '../../../shared/domain/ids'
import { useTypedText } from '../../stores/use-typed-text'
import type { LineMode } from './use-line-mode'

export interface CorrectionText {
  readonly text: string
  readonly set: (text: string) => void
  /** The field holds an earlier correction that was not saved. */
  readonly restored: boolean
  readonly startOver: () => void
  /** The record has the correction. */
  readonly done: () => void
}

/** [TX1] The text of a correction: what was typed for this line and not saved; else the line's own text. */
export function useCorrectionText(incident: IncidentId, mode: LineMode, isTyping: () => boolean): CorrectionText {
  const entry = mode.kind === 'correction' ? mode.entry.id : null
  const { text: stored, type } = useTypedText(incident, entry === null ? 'correction' : `correction:${entry}`, isTyping)
  const [text, setText] = useState('')
  const [restored, setRestored] = useState(false)
  const begin = mode.kind === 'correction' ? mode.text : ''
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs for each correction, not for each letter
  useEffect(() => {
    setText(stored === '' ? begin : stored)
    setRestored(stored !== '' && stored !== begin)
  }, [mode])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the engine's copy may arrive later; it fills an untouched field
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
