import { useState } from 'react'
import type { AlertRow } from '../../../shared/contract/alert-rows'
import { type IncidentId, newId } from '../../../shared/domain/ids'
import type { Severity } from '../../../shared/domain/severity'
import { LINE_LIMIT, TITLE_LIMIT } from '../../../shared/events/fields'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { OtherDeclared, useOthersDeclared } from '../../severity/others-declared'
import { SeverityChoice, useWorkOut } from '../../severity/severity-choice'
import { useSeverityOfUnknown } from '../../severity/use-alert-severity'
import { useCockpit, useNow, useOwnFault } from '../../stores/cockpit'
import { useCatalogue } from '../../stores/use-catalogue'
import { useDetectionWays } from '../../stores/use-detection-ways'
import { useTypedFields } from '../../stores/use-typed-fields'
import { BeginningFields, statedBeginning } from '../../ui/beginning-fields'
import { useClockFace } from '../../ui/clock-face'
import { FactFields, factsToDeclare, servicesOf } from '../../ui/fact-fields'
import { FaultNote } from '../../ui/fault-note'
import { Form } from '../../ui/form'
import { RestoredNote } from '../../ui/restored-note'
import { namesIn } from '../../ui/service-hints'
import { TextField } from '../../ui/text-fields'
import { OpenPages } from './open-pages'

const text = texts.declare

const empty = { title: '', impact: '', answers: '', started: '', how: '', services: '', links: '' }

/** Title and severity are enough; everything else can be added later. */
export function DeclareForm({ onDone }: { onDone: () => void }) {
  const { commands, selection } = useCockpit()
  const fault = useOwnFault('declare')
  const { values, set, forget, since } = useTypedFields('declare', empty, 'cockpit')
  const { title, impact, answers } = values
  const ways = useDetectionWays(values.how)
  const workOut = useWorkOut(answers)
  const unknown = useSeverityOfUnknown()
  const [chosen, setChosen] = useState<Severity>()
  const severity = chosen ?? unknown
  // One id for all attempts from this form, so that a second Enter cannot declare a second incident.
  const [incident] = useState(() => newId<IncidentId>())
  const others = useOthersDeclared(incident, [])
  const finish = (declared: boolean) => {
    if (!declared) return
    forget()
    selection.setState({ open: incident })
    onDone()
  }
  const clock = useClockFace()
  const now = useNow()
  const beginning = statedBeginning(values, undefined, clock, now)
  const { catalogue } = useCatalogue()
  const declare = async () => {
    const facts = factsToDeclare(values)
    if (beginning === 'unreadable' || facts === 'unreadable') return
    const what = { incident, title, severity, impact, ...beginning, ...facts }
    const reply = await commands.ask('declare', 'incident:declare', what)
    finish(reply.ok)
  }
  const take = async (page: AlertRow, proposed: Severity, besides: readonly IncidentId[]) => {
    const services = namesIn(values.services).length > 0 ? values.services : servicesOf([page])
    const facts = factsToDeclare({ ...values, services })
    if (beginning === 'unreadable' || facts === 'unreadable') return
    const what = { incident, alert: page.id, severity: proposed, impact, besides, ...beginning, ...facts }
    const reply = await commands.ask('declare', 'incident:take', what)
    finish(reply.ok)
  }
  return (
    <Form
      onSubmit={declare}
      submit={t(text.submit, { severity })}
      hint={text.hint}
      onKeyDown={workOut.onKeyDown}
      sendKey={workOut.sendKey}
    >
      <OtherDeclared others={others} onOpened={onDone} />
      <RestoredNote since={since} forget={forget} />
      <TextField
        limit={TITLE_LIMIT}
        data-autofocus
        withAsterisk
        needed={texts.ui.empty}
        label={text.name}
        placeholder={text.nameExample}
        value={title}
        onChange={event => set({ title: event.currentTarget.value })}
      />
      <SeverityChoice
        legend={texts.changes.severity}
        value={severity}
        onChange={setChosen}
        workOut={workOut}
        answers={answers}
        onAnswers={next => set({ answers: next })}
      />
      <TextField
        limit={LINE_LIMIT}
        label={text.impact}
        placeholder={texts.changes.impactExample}
        value={impact}
        onChange={event => set({ impact: event.currentTarget.value })}
      />
      <BeginningFields typed={values} onTyped={set} ways={ways} now={now} />
      <FactFields typed={values} onTyped={set} catalogue={catalogue} />
      <OpenPages onTake={take} onOpened={onDone} />
      <FaultNote fault={fault} />
    </Form>
  )
}
