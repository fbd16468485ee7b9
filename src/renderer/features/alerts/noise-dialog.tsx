import { useState } from 'react'
import { texts } from '../../../shared/texts/texts'
import { useCockpit } from '../../stores/cockpit'
import { Dialog } from '../../ui/dialog'
import type { DialogPart } from '../../ui/on-demand'
import { type NoiseDraft, newDraft } from './noise-draft'
import { NoiseForm } from './noise-form'
import { NoiseRules } from './noise-rules'

/** What is hidden as noise and who hid it; or, with a draft, the form for more of it. */
export function NoiseDialog({ opened, onClose, draft }: DialogPart & { readonly draft: NoiseDraft | null }) {
  const { commands } = useCockpit()
  const [written, setWritten] = useState<NoiseDraft | null>(null)
  const back = () => {
    commands.dismiss('alerts')
    setWritten(null)
  }
  if (draft !== null) {
    return (
      <Dialog general opened={opened} onClose={onClose} title={texts.noise.likeThis} width={660}>
        <NoiseForm start={draft} onDone={onClose} />
      </Dialog>
    )
  }
  // Each a dialog of its own, so that the focus goes to the first field of either; Esc in the form goes back to the list.
  if (written !== null) {
    return (
      <Dialog general key="form" opened={opened} onClose={back} title={texts.noise.writing} width={660}>
        <NoiseForm start={written} onDone={back} />
      </Dialog>
    )
  }
  return (
    <Dialog general key="list" opened={opened} onClose={onClose} title={texts.noise.title} width={660}>
      <NoiseRules onWrite={setWritten} onNew={() => setWritten(newDraft)} />
    </Dialog>
  )
}
