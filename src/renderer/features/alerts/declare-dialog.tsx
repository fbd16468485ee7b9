import { useEffect, useState } from 'react'
import type { AlertRow } from '../../../shared/contract/alert-rows'
import { type IncidentId, newId } from '../../../shared/domain/ids'
import { LONGEST_NAME } from '../../../shared/domain/incident-facts'
import type { Severity } from '../../../shared/domain/severity'
import type { Millis } from '../../../shared/lib/time'
import { shortened } from '../../../shared/lib/whole-characters'
import { t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { OtherDeclared, useOthersDeclared } from '../../severity/others-declared'
import { SeverityChoice, useWorkOut } from '../../severity/severity-choice'
import { useAlertSeverity } from '../../severity/use-alert-severity'
import { useCockpit, useNow, useOwnFault } from '../../stores/cockpit'
import { useCatalogue } from '../../stores/use-catalogue'
import { useDetectionWays } from '../../stores/use-detection-ways'
import { useTypedFields } from '../../stores/use-typed-fields'
import { BeginningFields, type KnownBeginning, offeredBeginning, statedBeginning } from '../../ui/beginning-fields'
import { useClockFace } from '../../ui/clock-face'
import { Dialog } from '../../ui/dialog'
import { FactFields, factsToDeclare, servicesOf } from '../../ui/fact-fields'
import { FaultNote } from '../../ui/fault-note'
import { Form } from '../../ui/form'
import type { DialogPart } from '../../ui/on-demand'
import { RestoredNote } from '../../ui/restored-note'
import styles from './alerts-pane.module.css'

const text = texts.alerts.taking

/** The alert that becomes an incident; the others are linked to it. */
export interface AlertsToDeclare {
  readonly row: AlertRow
  readonly others: readonly AlertRow[]
}

/** Declares an incident from an alert, or from several. */
export function DeclareFromAlertDialog({
  opened,
  alerts,
  onClose,
}: DialogPart & { readonly alerts: AlertsToDeclare | null }) {
  return (
    <Dialog general opened={opened} onClose={onClose} title={text.title}>
      {alerts !== null && <DeclareForm alerts={alerts} onDone={onClose} />}
    </Dialog>
  )
}

function DeclareForm({
  alerts: { row, others },
  onDone,
}: {
  readonly alerts: AlertsToDeclare
  readonly onDone: () => void
}) {
  const { commands, selection } = useCockpit()
  const fault = useOwnFault('alerts')
  const clock = useClockFace()
  const now = useNow()
  const { proposed, why } = useAlertSeverity()(row, others)
  useFocusFollows(proposed)
  // As known when the form was opened.
  const [known] = useState(() => beginningOf([row, ...others], now))
  const [offered] = useState(() => servicesOf([row, ...others]))
  const [chosen, setChosen] = useState<Severity>()
  const severity = chosen ?? proposed
  const { values, set, forget, since } = useTypedFields(
    `declare:${row.id}`,
    { answers: '', ...offeredBeginning(known, clock), services: offered, links: '' },
    'cockpit',
  )
  const ways = useDetectionWays(values.how)
  const workOut = useWorkOut(values.answers)
  // One id for all attempts from this form: a second Enter, or one after a lost connection, declares nothing twice.
  const [incident] = useState(() => newId<IncidentId>())
  const declared = useOthersDeclared(
    incident,
    [row, ...others].map(({ id }) => id),
  )
  const beginning = statedBeginning(values, known, clock, now)
  const { catalogue } = useCatalogue()
  const declare = async () => {
    const facts = factsToDeclare(values)
    if (beginning === 'unreadable' || facts === 'unreadable') return
    const { besides } = declared
    const what = { incident, alert: row.id, severity, besides, ...beginning, ...facts }
    const reply = await commands.ask('alerts', 'incident:take', what)
    if (!reply.ok) return
    forget()
    selection.setState({ open: incident })
    onDone()
    for (const { id } of others) await commands.ask('alerts', 'incident:link-page', { incident, alert: id })
  }
  return (
    <Form
      onSubmit={declare}
      submit={t(text.submit, { severity })}
      onKeyDown={workOut.onKeyDown}
      sendKey={workOut.sendKey}
    >
      <p className={styles.taken}>{row.title}</p>
      <OtherDeclared others={declared} onOpened={onDone} />
      {others.length > 0 && <p>{tCount(text.others, others.length)}</p>}
      <RestoredNote since={since} forget={forget} />
      <SeverityChoice
        legend={text.severity}
        autoFocus
        value={severity}
        onChange={setChosen}
        workOut={workOut}
        answers={values.answers}
        onAnswers={answers => set({ answers })}
      />
      <p dir="auto">{t(text.proposed, { severity: proposed, why })}</p>
      <BeginningFields typed={values} onTyped={set} known={known} ways={ways} now={now} />
      <FactFields typed={values} onTyped={set} catalogue={catalogue} fromAlerts={offered !== ''} />
      <FaultNote fault={fault} />
    </Form>
  )
}

/** The earliest start among the alerts. An alert without a start, or with one in the future, does not count. */
function beginningOf(rows: readonly AlertRow[], now: Millis): KnownBeginning | undefined {
  const known = rows.flatMap(({ origin, title, startedAt }) =>
    startedAt !== null && startedAt > 0 && startedAt <= now
      ? [{ at: startedAt, source: { kind: origin, name: shortened(title, LONGEST_NAME) } }]
      : [],
  )
  return known.toSorted((a, b) => a.at - b.at)[0]
}

/** If the focus is on the choice, it moves with a changed proposal. */
function useFocusFollows(proposed: Severity): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows a proposal that changed
  useEffect(() => {
    const group = document.activeElement?.matches('[type=radio]') && document.activeElement.closest('[data-choice]')
    if (group) group.querySelector<HTMLElement>(':checked')?.focus()
  }, [proposed])
}
