import { type ClipboardEvent, useEffect, useState } from 'react'
import { type Attachment, MOST_PICTURES } from '../../../shared/domain/attachment'
import { useCockpit } from '../../stores/cockpit'
import type { KeptLines } from './kept-lines'

/** The pictures that the line being typed will carry. */
export interface Pasted {
  readonly pictures: readonly Attachment[]
  /** Pictures on their way to the disk. */
  readonly arriving: number
  /** Why the last one was not taken; empty: it was. */
  readonly problem: string
  /** Takes the pictures of the clipboard; leaves text to the field. */
  readonly paste: (event: ClipboardEvent) => void
  /** Takes the last one away. @returns false when there is none */
  readonly removeLast: () => boolean
  /** Gives the pictures away to the line that is written. */
  readonly take: () => readonly Attachment[]
}

/** Each picture is on the engine's disk before the line that names it can be written, and outlives a reload. */
export function usePasted(kept: KeptLines): Pasted {
  const { pictures: record } = useCockpit()
  const [pictures, setPictures] = useState(() => kept.pictures())
  const [arriving, setArriving] = useState(0)
  const [problem, setProblem] = useState('')

  useEffect(() => kept.keepPictures(pictures), [kept, pictures])
  const keep = async (file: File) => {
    setArriving(count => count + 1)
    const reply = await record.keep(file)
    setArriving(count => count - 1)
    if (!reply.ok) return setProblem(reply.fault.message)
    const { value } = reply
    setPictures(held =>
      held.some(({ hash }) => hash === value.hash) ? held : [...held, value].slice(0, MOST_PICTURES),
    )
  }
  return {
    pictures,
    arriving,
    problem,
    paste: event => {
      const files = [...event.clipboardData.items].flatMap(item =>
        item.kind === 'file' ? (item.getAsFile() ?? []) : [],
      )
      if (files.length === 0) return
      event.preventDefault()
      setProblem('')
      for (const file of files) void keep(file)
    },
    removeLast: () => {
      setProblem('')
      if (pictures.length === 0) return false
      setPictures(held => held.slice(0, -1))
      return true
    },
    take: () => {
      setPictures([])
      return pictures
    },
  }
}
