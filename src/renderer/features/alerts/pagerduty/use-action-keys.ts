import { type KeyboardEvent, useCallback, useState } from 'react'
import type { AlertRow } from '../../../../shared/contract/alert-rows'
import { type RecordedRequest, requestLane, type VendorRequest } from '../../../../shared/domain/vendor-request'
import { t } from '../../../../shared/texts/t'
import { texts } from '../../../../shared/texts/texts'
import { useCockpit } from '../../../stores/cockpit'
import { outboxItems } from '../../../stores/outbox-items'
import { useOnce } from '../../../stores/use-once'
import { useOutboxActions } from '../../../stores/use-outbox-actions'
import { AGAIN_KEY, settleChoices } from '../../../ui/settle-choices'
import { actionShown, isAlreadyAsked, type PagerDutyAction, pageOf, pagerDutyActions } from './actions'

/** The action that a dialog is open for, and its PagerDuty incident. */
export interface PendingAction {
  readonly ask: Exclude<PagerDutyAction, 'acknowledge'>
  readonly row: AlertRow
}

export interface ActionKeys {
  readonly asking: PendingAction | null
  /** Handles the keys of a PagerDuty incident's row, and ignores all others. */
  readonly press: (event: KeyboardEvent, row: AlertRow) => void
  readonly close: () => void
}

/** Keys on an alert row: actions on its PagerDuty incident, and their outcome. */
export function useActionKeys(): ActionKeys {
  const cockpit = useCockpit()
  const { faults } = cockpit
  const { ask, settle } = useOutboxActions('alerts')
  const [asking, setAsking] = useState<PendingAction | null>(null)
  const once = useOnce()
  const begin = useCallback(
    (wanted: PagerDutyAction, row: AlertRow) => {
      const problem = obstacle(wanted, row)
      if (problem !== undefined) return faults.setState({ alerts: { kind: 'refused', message: problem } })
      if (wanted !== 'acknowledge') return setAsking({ ask: wanted, row })
      const page = pageOf(row)
      if (page === undefined) return
      const what: VendorRequest = { kind: 'page-acknowledge', ...page }
      if (!isAlreadyAsked(what, outboxItems(cockpit))) once(requestLane(what), () => ask(what))
    },
    [ask, cockpit, faults, once],
  )
  const press = useCallback(
    (event: KeyboardEvent, row: AlertRow) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const wanted = pagerDutyActions[event.key]
      if (wanted !== undefined) {
        event.preventDefault()
        return begin(wanted, row)
      }
      const shown = actionShown(row, outboxItems(cockpit))
      const answer = shown && answerOf(event.key, shown)
      if (shown === undefined || answer === undefined) return
      event.preventDefault()
      once(shown.id, () => settle(shown.id, answer))
    },
    [begin, settle, cockpit, once],
  )
  const close = useCallback(() => setAsking(null), [])
  return { asking, press, close }
}

function obstacle(ask: PagerDutyAction, row: AlertRow): string | undefined {
  return pageOf(row) === undefined ? t(texts.pages.notPaged[ask], { title: row.title }) : undefined
}

function answerOf(key: string, { standing }: RecordedRequest) {
  if (standing.state === 'failed') return key === AGAIN_KEY ? 'send-again' : undefined
  if (standing.state === 'unknown') return settleChoices.find(choice => choice.key === key)?.word
  return undefined
}
