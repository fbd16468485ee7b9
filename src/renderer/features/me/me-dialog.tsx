import { NAME_LIMIT } from '../../../shared/events/fields'
import { texts } from '../../../shared/texts/texts'
import { useCockpit, useSession } from '../../stores/cockpit'
import { saveUserName } from '../../stores/session-names'
import { useTypedFields } from '../../stores/use-typed-fields'
import { Dialog } from '../../ui/dialog'
import { Form } from '../../ui/form'
import type { DialogPart } from '../../ui/on-demand'
import { RestoredNote } from '../../ui/restored-note'
import { TextField } from '../../ui/text-fields'

const text = texts.me

/** The user's name: lines, decisions and publications carry it. */
export function MeDialog({ opened, onClose }: DialogPart) {
  return (
    <Dialog general opened={opened} onClose={onClose} title={text.title} width={420}>
      <MeForm onDone={onClose} />
    </Dialog>
  )
}

function MeForm({ onDone }: { onDone: () => void }) {
  const { session } = useCockpit()
  const me = useSession(state => state.me)
  const { values, set, forget, since } = useTypedFields('me', { name: me?.name ?? '' }, 'cockpit')
  const { name } = values
  const save = () => {
    saveUserName(window.localStorage, name.trim())
    session.setState({ name: name.trim() })
    forget()
    onDone()
  }
  return (
    <Form onSubmit={save} submit={text.submit} hint={text.hint}>
      <RestoredNote since={since} forget={forget} />
      <TextField
        limit={NAME_LIMIT}
        data-autofocus
        label={text.name}
        needed={texts.ui.empty}
        description={text.about}
        value={name}
        // An existing name is usually the machine's guess: the first key replaces it.
        onFocus={event => event.currentTarget.select()}
        onChange={event => set({ name: event.currentTarget.value })}
      />
    </Form>
  )
}
