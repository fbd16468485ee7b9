import { type ClipboardEvent, useEffect, useState } from 'react'
import { TYPED_LIMIT } from '../../../shared/contract/typed-text'
import { type Attachment, MOST_PICTURES } from '../../../shared/domain/attachment'
import { numberText, t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useCockpit } from '../../stores/cockpit'
import { faultText } from '../../ui/fault-text'
import { typeIntoField } from '../../ui/type-into-field'
import { type Pasting, readClipboard } from './clipboard'
import type { KeptLines } from './kept-lines'

/** The pictures that the line being typed will carry. */
export interface Pasted {
  readonly pictures: readonly Attachment[]
  /** Pictures on their way to the disk. */
  readonly arriving: number
  /** Why the last one was not taken; empty: it was. */
  readonly problem: string
  /** Pictures of what was pasted as text, which the line can carry too. */
  readonly offered: readonly File[]
  readonly takeOffered: () => void
  /** Takes what the clipboard means: pictures for the line, files of text; leaves plain text to the field. */
  readonly paste: (event: ClipboardEvent<HTMLTextAreaElement>) => void
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
  const [offered, setOffered] = useState<readonly File[]>([])

  useEffect(() => kept.keepPictures(pictures), [kept, pictures])
  const typeFile = async (file: File, field: HTMLTextAreaElement) => {
    if (file.size <= TYPED_LIMIT) return typeIntoField(field, await file.text())
    setProblem(t(texts.scribe.fileTooLong, { name: file.name, most: numberText(TYPED_LIMIT) }))
  }
  const keep = async (file: File) => {
    setArriving(count => count + 1)
    const reply = await record.keep(file)
    setArriving(count => count - 1)
    if (!reply.ok) return setProblem(faultText(reply.fault))
    const { value } = reply
    setPictures(held =>
      held.some(({ hash }) => hash === value.hash) ? held : [...held, value].slice(0, MOST_PICTURES),
    )
  }
  return {
    pictures,
    arriving,
    problem,
    offered,
    takeOffered: () => {
      setOffered([])
      for (const file of offered) void keep(file)
    },
    paste: event => {
      const pasting = readClipboard(event.clipboardData)
      setProblem('')
      setOffered([])
      const { length } = wordsOf(pasting, event.clipboardData)
      if (length > TYPED_LIMIT) {
        // A browser needs many seconds for such a text, in which nothing else can be written.
        event.preventDefault()
        return setProblem(t(texts.scribe.pasteTooLong, { count: numberText(length), most: numberText(TYPED_LIMIT) }))
      }
      setOffered(pasting.kind === 'text' ? pasting.pictures : [])
      if (pasting.kind === 'text') return
      event.preventDefault()
      const field = event.currentTarget
      if (pasting.kind === 'marked-up') typeIntoField(field, pasting.text)
      else if (pasting.kind === 'pictures') for (const file of pasting.pictures) void keep(file)
      else for (const file of pasting.files) void (isText(file) ? typeFile(file, field) : keep(file))
    },
    removeLast: () => {
      setProblem('')
      if (pictures.length === 0) return false
      setPictures(held => held.slice(0, -1))
      return true
    },
    take: () => {
      setPictures([])
      setOffered([])
      return pictures
    },
  }
}

function isText({ type, name }: File): boolean {
  return type.startsWith('text/') || type === 'application/json' || /\.(log|ya?ml)$/i.test(name)
}

function wordsOf(pasting: Pasting, clipboard: DataTransfer): string {
  if (pasting.kind === 'marked-up') return pasting.text
  return pasting.kind === 'text' ? clipboard.getData('text/plain') : ''
}
