import { useCallback, useState } from 'react'
import { type HandoffId, newId } from '../../../shared/domain/ids'
import { useCockpit } from '../../stores/cockpit'
import { type HandoffFormat, saveFile } from './save-file'

export interface Handoff {
  /** True while the engine writes. */
  readonly writing: boolean
  /** Where the engine's machine keeps what was written here last, by document. */
  readonly paths: Readonly<Record<string, readonly string[]>>
  readonly write: () => void
  readonly save: (handoff: HandoffId, format: HandoffFormat) => void
}

/** Writes the handoff document, and hands it out as a file. A fault shows in the pane. */
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
    async (handoff: HandoffId, format: HandoffFormat) => {
      const reply = await commands.send('handoff', 'handoff:read', { handoff, format })
      if (reply.ok) saveFile(reply.value, format)
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
