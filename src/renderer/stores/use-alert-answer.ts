import { useEffect, useRef, useState } from 'react'
import type { ListedAlert } from '../../shared/contract/alert-list'
import {
  type AlertNames,
  alertNames,
  type FirstAlerts,
  type FirstAlertsQuestion,
  firstAlerts,
} from '../../shared/contract/alert-questions'
import type { AlertRow } from '../../shared/contract/alert-rows'
import type { Answer, Input } from '../../shared/contract/calls'
import { useBoard, useCockpit } from './cockpit'

type AlertQuestion = 'alerts:first' | 'alerts:names' | 'alerts:read'

/**
 * [SA18] An answer about open alerts: from the pushed rows if those are all there are, at once, and else from the
 * engine's store, again whenever an alert changed. Undefined until that has answered.
 * @param input null: nothing is read
 */
function useAlertAnswer<Name extends AlertQuestion, Local>(
  name: Name,
  input: Input<Name> | null,
  fromPushed: (rows: readonly ListedAlert[]) => Local,
): Answer<Name> | Local | undefined {
  const { link } = useCockpit()
  const { first, open, revision } = useBoard(board => board.alerts)
  const [answered, setAnswered] = useState<{ readonly to: string; readonly answer: Answer<Name> } | null>(null)
  const serials = useRef({ asked: 0, shown: 0 })
  const isWhole = first.length >= open
  const question = isWhole || input === null ? null : JSON.stringify(input)
  // biome-ignore lint/correctness/useExhaustiveDependencies: with another revision the answer may be another
  useEffect(() => {
    if (question === null) return
    serials.current.asked += 1
    const serial = serials.current.asked
    void link.call(name, JSON.parse(question)).then(reply => {
      // Not only the newest: if alerts change faster than answers arrive, nothing would ever be shown.
      if (!reply.ok || serial < serials.current.shown) return
      serials.current.shown = serial
      setAnswered({ to: question, answer: reply.value })
    })
  }, [link, name, question, revision])
  if (input === null) return undefined
  if (isWhole) return fromPushed(first)
  return answered?.to === question ? answered.answer : undefined
}

const noneFit: FirstAlerts = { rows: [], total: 0 }

/** The first open alerts of an order; none until they are known. */
export function useFirstAlerts(question: FirstAlertsQuestion | null): FirstAlerts {
  const local = (rows: readonly ListedAlert[]) =>
    question === null ? noneFit : firstAlerts(rows, question, ({ hiddenBy }) => hiddenBy !== undefined)
  return useAlertAnswer('alerts:first', question, local) ?? noneFit
}

const nameless: AlertNames = { labels: [], services: [] }

/** Labels and services of open alerts, for completing what the user types. */
export function useAlertNames(): AlertNames {
  return useAlertAnswer('alerts:names', {}, alertNames) ?? nameless
}

/** The open alert with an id; null: none is open, undefined: not known yet, or no id was given. */
export function useOpenAlert(id: string | null): AlertRow | null | undefined {
  const local = (rows: readonly ListedAlert[]) => rows.find(row => row.id === id) ?? null
  return useAlertAnswer('alerts:read', id === null ? null : { alert: id }, local)
}
