import type { Incident } from '../../../shared/domain/incident'
import { LINE_LIMIT } from '../../../shared/events/fields'
import { texts } from '../../../shared/texts/texts'
import { useCockpit } from '../../stores/cockpit'
import { useEditing } from '../../stores/use-editing'
import { useTypedFields } from '../../stores/use-typed-fields'
import { OthersHere } from '../../ui/colleagues'
import { Dialog } from '../../ui/dialog'
import { Form } from '../../ui/form'
import type { DialogPart } from '../../ui/on-demand'
import { RestoredNote } from '../../ui/restored-note'
import { TextField } from '../../ui/text-fields'
import { useBase } from '../../ui/use-base'
import { EditOutcome } from './edit-outcome'

const text = texts.changes

export function ImpactDialog({ incident, opened, onClose }: DialogPart & { readonly incident: Incident }) {
  return (
    <Dialog opened={opened} onClose={onClose} title={texts.keymap.asks.impact}>
      <ImpactForm incident={incident} onDone={onClose} />
    </Dialog>
  )
}

function ImpactForm({ incident, onDone }: { incident: Incident; onDone: () => void }) {
  const { commands } = useCockpit()
  const others = useEditing(incident.id, 'impact')
  const base = useBase(incident.impact)
  const { values, set, forget, since } = useTypedFields('impact', { impact: incident.impact })
  const { impact } = values
  const leave = () => {
    forget()
    onDone()
  }
  const save = async () => {
    const reply = await commands.send('incident', 'incident:state-impact', { impact, was: base.value })
    if (reply.ok) leave()
  }
  return (
    <Form onSubmit={save} submit={text.stateImpact}>
      <RestoredNote since={since} forget={forget} />
      <TextField
        limit={LINE_LIMIT}
        data-autofocus
        label={text.impact}
        description={text.impactAbout}
        placeholder={text.impactExample}
        value={impact}
        onChange={event => set({ impact: event.currentTarget.value })}
      />
      <OthersHere names={others.map(({ who }) => who.name)} />
      <EditOutcome base={base} theirs={incident.impact || texts.colleagues.nothing} onTakeTheirs={leave} />
    </Form>
  )
}
