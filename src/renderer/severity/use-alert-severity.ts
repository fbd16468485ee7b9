import { useEffect, useRef, useState } from 'react'
import type { AlertRow } from '../../shared/contract/alert-rows'
import { proposalReason } from '../../shared/contract/figures/proposal-reason'
import { type AlertSeverityReason, severityOfAlerts } from '../../shared/domain/method/alert-severity'
import { type FactNow, severityFacts } from '../../shared/domain/method/facts-now'
import type { Severity } from '../../shared/domain/severity'
import { t } from '../../shared/texts/t'
import { texts } from '../../shared/texts/texts'
import { useBoard } from '../stores/cockpit'
import { useRead } from '../stores/use-read'

const text = texts.declaring

export interface ProposedSeverity {
  readonly proposed: Severity
  /** What decided, as text. */
  readonly why: string
}

/**
 * [RS1] The severity that alerts propose, by the metrics when the form was opened. Until a key or a pointer is used the
 * method may still load; after that each answer stays: what a press sends must not change under the user's hand.
 */
export function useAlertSeverity(): (first: AlertRow, others?: readonly AlertRow[]) => ProposedSeverity {
  const { value } = useRead('method:read', {})
  const latest = useBoard(board => board.facts)
  const [facts] = useState(latest)
  const isUsed = useIsUsed()
  const shown = useRef(new Map<string, ProposedSeverity>())
  return (first, others = []) => {
    const known = shown.current.get(first.id)
    if (isUsed && known !== undefined) return known
    const decides = severityOfAlerts([first, ...others], value?.method.severity, severityFacts(facts))
    const answer = { proposed: decides.severity, why: reasonText(decides, facts) }
    shown.current.set(first.id, answer)
    return answer
  }
}

/** [DI4] The severity of what is declared by hand while nothing is known; from the first key or press on it stays. */
export function useSeverityOfUnknown(): Severity {
  const unknown = useRead('method:read', {}).value?.method.severity.unknown
  const isUsed = useIsUsed()
  const shown = useRef<Severity>('SEV-2')
  if (!isUsed && unknown !== undefined) shown.current = unknown
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
