import { useEffect, useRef, useState } from 'react'
import type { AlertRow } from '../../../shared/contract/alert-rows'
import { type IncidentId, newId } from '../../../shared/domain/ids'
import { type AlertSeverityReason, severityOfAlerts } from '../../../shared/domain/method/alert-severity'
import { type FactNow, severityFacts } from '../../../shared/domain/method/facts-now'
import type { Severity } from '../../../shared/domain/severity'
import { t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { SeverityChoice, useWorkOut } from '../../severity/severity-choice'
import { proposalReason } from '../../severity/severity-facts'
import { useBoard, useCockpit, useFault } from '../../stores/cockpit'
import { useRead } from '../../stores/use-read'
import { useTypedFields } from '../../stores/use-typed-fields'
import { Dialog } from '../../ui/dialog'
import { FaultNote } from '../../ui/fault-note'
import { Form } from '../../ui/form'
import type { DialogPart } from '../../ui/on-demand'
import { RestoredNote } from '../../ui/restored-note'
import styles from './alerts-pane.module.css'

const text = texts.alerts.taking

/** What becomes an incident; the others are linked to it. */
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
  const fault = useFault('alerts')
  const { proposed, why } = useProposed(row, others)
  const [chosen, setChosen] = useState<Severity>()
  const severity = chosen ?? proposed
  const { values, set, forget, since } = useTypedFields(`declare:${row.id}`, { answers: '' }, 'cockpit')
  const workOut = useWorkOut(values.answers)
  // One id for all tries from this form: a second Enter, or one after a lost line, declares nothing twice.
  const [incident] = useState(() => newId<IncidentId>())
  const declare = async () => {
    const reply = await commands.ask('alerts', 'incident:take', { incident, alert: row.id, severity })
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
      <FaultNote fault={fault} />
    </Form>
  )
}

/**
 * [RS1] By the metrics as they were when it was opened. Until a key or a pointer is used the method may still be read,
 * and the focus follows; after that it stays: what Enter sends does not change under a hand.
 */
function useProposed(row: AlertRow, others: readonly AlertRow[]) {
  const { value } = useRead('method:read', {})
  const latest = useBoard(board => board.facts)
  const [facts] = useState(latest)
  const decides = severityOfAlerts([row, ...others], value?.method.severity, severityFacts(facts))
  const latestProposal = { proposed: decides.severity, why: reasonText(decides, facts) }
  const isUsed = useIsUsed()
  const shown = useRef(latestProposal)
  if (!isUsed) shown.current = latestProposal
  const { proposed } = shown.current
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows a proposal that changed
  useEffect(() => {
    const group = document.activeElement?.matches('[type=radio]') && document.activeElement.closest('[data-choice]')
    if (group) group.querySelector<HTMLElement>(':checked')?.focus()
  }, [proposed])
  return shown.current
}

/** Whether a key or a pointer was used since it was opened. */
function useIsUsed(): boolean {
  const [isUsed, setUsed] = useState(false)
  useEffect(() => {
    const use = () => setUsed(true)
    const kinds = ['keydown', 'pointerdown'] as const
    for (const kind of kinds) window.addEventListener(kind, use, { capture: true })
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, use, { capture: true })
    }
  }, [])
  return isUsed
}

function reasonText(reason: AlertSeverityReason, facts: readonly FactNow[]): string {
  if (reason.kind === 'rule') return proposalReason(reason, facts)
  const { title, urgency } = reason.alert
  if (reason.kind === 'priority') return t(text.byPriority, { title })
  return t(text.byUrgency, { title, urgency: texts.alerts.urgencies[urgency] })
}
