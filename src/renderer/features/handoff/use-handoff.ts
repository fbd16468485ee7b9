import { useCallback, useState } from 'react'
import type { HandoffText } from '../../../shared/contract/calls'
import { type DocumentFormat, documentFiles } from '../../../shared/domain/document-kinds'
import { type HandoffId, newId } from '../../../shared/domain/ids'
import { useCockpit } from '../../stores/cockpit'
import { saveBytes, saveText } from '../../ui/save-text'

/** To the downloads of this browser. */
export function saveDocument({ fileName, text, encoding }: HandoffText, format: DocumentFormat): void {
  const { type } = documentFiles[format]
  if (encoding === undefined) saveText(fileName, type, text)
  else
    saveBytes(
      fileName,
      type,
      Uint8Array.from(atob(text), letter => letter.charCodeAt(0)),
    )
}

export interface Handoff {
  /** True while the engine writes the document. */
  readonly writing: boolean
  /** Paths of the saved files on the engine's machine, by document. */
  readonly paths: Readonly<Record<string, readonly string[]>>
  readonly write: () => void
  readonly save: (handoff: HandoffId, format: DocumentFormat) => void
}

/** Writes the handoff document and saves it as a file. Faults show in the pane. */
export function useHandoff(): Handoff {
  const { commands } = useCockpit()
  const [writing, setWriting] = useState(false)
  const [paths, setPaths] = useState<Handoff['paths']>({})
  const write = useCallback(async () => {
    const handoff = newId<HandoffId>()
    setWriting(true)
    const reply = await commands.send('handoff', 'handoff:write', { handoff })
    if (reply.ok) {
      const written: string[] = []
      for (const format of ['html', 'markdown'] as const) {
        const saved = await commands.send('handoff', 'handoff:save', { handoff, format })
        if (saved.ok) written.push(saved.value.path)
      }
      setPaths(before => ({ ...before, [handoff]: written }))
    }
    setWriting(false)
  }, [commands])
  const save = useCallback(
    async (handoff: HandoffId, format: DocumentFormat) => {
      const reply = await commands.send('handoff', 'handoff:read', { handoff, format })
      if (reply.ok) saveDocument(reply.value, format)
    },
    [commands],
  )
  return {
    writing,
    paths,
    write: useCallback(() => void write(), [write]),
    save: useCallback((handoff, format) => void save(handoff, format), [save]),
  }
}
