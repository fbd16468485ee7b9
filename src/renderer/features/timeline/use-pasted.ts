import { type ClipboardEvent, useEffect, useState } from 'react'
import { TYPED_LIMIT } from '../../../shared/contract/typed-text'
import { type Attachment, MOST_PICTURES } from '../../../shared/domain/attachment'
import { numberText, t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useCockpit } from '../../stores/cockpit'
import { faultText } from '../../ui/fault-text'
import { typeIntoField } from '../../ui/type-into-field'
import { type Pasting, readClipboard } from './clipboard'
import type { LineStorage } from './line-storage'

/** The pictures that the line being typed will have. */
export interface Pasted {
  readonly pictures: readonly Attachment[]
  /** Number of pictures being uploaded. */
  readonly arriving: number
  /** Why the last paste failed; empty if it did not. */
  readonly problem: string
  /** Pictures that came with pasted text, which can be added. */
  readonly offered: readonly File[]
  readonly takeOffered: () => void
  /** Takes pictures and text files from the clipboard; leaves plain text to the field. */
  readonly paste: (event: ClipboardEvent<HTMLTextAreaElement>) => void
  /** Removes the last picture. @returns false when there is none */
  readonly removeLast: () => boolean
  /** Returns the pictures for the line being written, and clears them. */
  readonly take: () => readonly Attachment[]
}

/** Pasted pictures. Each is stored by the engine before the line that names it, and survives a reload. */
export function usePasted(storage: LineStorage): Pasted {
  const { pictures: engine } = useCockpit()
  const [pictures, setPictures] = useState(() => storage.pictures())
  const [arriving, setArriving] = useState(0)
  const [problem, setProblem] = useState('')
  const [offered, setOffered] = useState<readonly File[]>([])

  useEffect(() => storage.savePictures(pictures), [storage, pictures])
  const typeFile = async (file: File, field: HTMLTextAreaElement) => {
    if (file.size <= TYPED_LIMIT) return typeIntoField(field, await file.text())
    setProblem(t(texts.scribe.fileTooLong, { name: file.name, most: numberText(TYPED_LIMIT) }))
  }
  const upload = async (file: File) => {
    setArriving(count => count + 1)
    const reply = await engine.keep(file)
    setArriving(count => count - 1)
    if (!reply.ok) return setProblem(faultText(reply.fault))
    const { value } = reply
    setPictures(before =>
      before.some(({ hash }) => hash === value.hash) ? before : [...before, value].slice(0, MOST_PICTURES),
    )
  }
  return {
    pictures,
    arriving,
    problem,
    offered,
    takeOffered: () => {
      setOffered([])
      for (const file of offered) void upload(file)
    },
    paste: event => {
      const pasting = readClipboard(event.clipboardData)
      setProblem('')
      setOffered([])
      const { length } = plainTextOf(pasting, event.clipboardData)
      if (length > TYPED_LIMIT) {
        // A browser would hang for many seconds on a text this long.
        event.preventDefault()
        return setProblem(t(texts.scribe.pasteTooLong, { count: numberText(length), most: numberText(TYPED_LIMIT) }))
      }
      setOffered(pasting.kind === 'text' ? pasting.pictures : [])
      if (pasting.kind === 'text') return
      event.preventDefault()
      const field = event.currentTarget
      if (pasting.kind === 'marked-up') typeIntoField(field, pasting.text)
      else if (pasting.kind === 'pictures') for (const file of pasting.pictures) void upload(file)
      else for (const file of pasting.files) void (isText(file) ? typeFile(file, field) : upload(file))
    },
    removeLast: () => {
      setProblem('')
      if (pictures.length === 0) return false
      setPictures(before => before.slice(0, -1))
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

function plainTextOf(pasting: Pasting, clipboard: DataTransfer): string {
  if (pasting.kind === 'marked-up') return pasting.text
  return pasting.kind === 'text' ? clipboard.getData('text/plain') : ''
}
