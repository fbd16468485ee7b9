import { type KeyboardEvent, useCallback, useState } from 'react'
import type { ListedAlert } from '../../../shared/contract/alert-list'
import type { AlertRow } from '../../../shared/contract/alert-rows'
import type { AlertGroup } from '../../../shared/domain/alerts/group'
import { rowKeyOf } from '../../commands/row-keys'
import { useCockpit } from '../../stores/cockpit'
import { useCommand } from '../../stores/use-command'
import { rowActionFor } from './alert-order'
import { type Bulk, useBulk } from './bulk'
import type { AlertsToDeclare } from './declare-dialog'
import { type ActionKeys, useActionKeys } from './pagerduty/use-action-keys'
import { draftLike, type SuppressionDraft } from './suppression/suppression-draft'

/** The alert that a dialog is open for; null: it is closed. */
export interface AlertSubject<T> {
  readonly subject: T | null
  readonly open: (subject: T) => void
  readonly close: () => void
}

/** All actions on alerts, from a row, from a group or from the line above the list. */
export interface AlertActions {
  readonly declaring: AlertSubject<AlertsToDeclare>
  readonly details: AlertSubject<AlertRow>
  readonly suppressingGroup: AlertSubject<AlertGroup>
  readonly suppression: SuppressionState
  readonly pagerDuty: ActionKeys
  readonly bulk: Bulk
  /** Links an alert to the open incident, or declares one from it. */
  readonly link: (row: AlertRow) => void
  /** The same for all alerts that are not linked; the incident is declared from the first. */
  readonly linkAll: (rows: readonly AlertRow[]) => Promise<void>
  /** Handles the keys of a row. */
  readonly press: (event: KeyboardEvent, row: AlertRow) => void
  /** One of its dialogs is open and shows faults itself. */
  readonly busy: boolean
}

export function useAlertActions(): AlertActions {
  const declaring = useSubject<AlertsToDeclare>()
  const details = useSubject<AlertRow>()
  const suppressingGroup = useSubject<AlertGroup>()
  const suppression = useSuppression()
  const pagerDuty = useActionKeys()
  const bulk = useBulk()
  const linkAll = useLinkAll(declaring.open)
  const link = useCallback((row: AlertRow) => void linkAll([row]), [linkAll])
  const press = (event: KeyboardEvent, row: AlertRow) => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey
    if (plain && event.key === rowKeyOf.row.known) {
      event.preventDefault()
      details.open(row)
    } else if (plain && event.key === rowKeyOf.list.hide) {
      event.preventDefault()
      suppression.suppressLike(row)
    } else pagerDuty.press(event, row)
  }
  const subjects = [declaring.subject, suppressingGroup.subject, pagerDuty.asking, bulk.plan]
  const busy = suppression.opened || subjects.some(subject => subject !== null)
  return { declaring, details, suppressingGroup, suppression, pagerDuty, bulk, link, linkAll, press, busy }
}

function useSubject<T>(): AlertSubject<T> {
  const [subject, open] = useState<T | null>(null)
  const close = useCallback(() => open(null), [])
  return { subject, open, close }
}

function useLinkAll(declare: (alerts: AlertsToDeclare) => void): AlertActions['linkAll'] {
  const { commands, incident } = useCockpit()
  return useCallback(
    async rows => {
      const open = incident.getState().record?.incident
      const [row, ...others] = rows.filter(each => rowActionFor(each, open) !== 'linked')
      if (row === undefined) return
      if (rowActionFor(row, open) === 'declare') return declare({ row, others })
      // One after the other, so that the timeline has them in the order of the list.
      for (const { id } of [row, ...others]) await commands.send('alerts', 'incident:link-page', { alert: id })
    },
    [commands, incident, declare],
  )
}

interface SuppressionState {
  readonly opened: boolean
  /** Null: the list of rules. */
  readonly draft: SuppressionDraft | null
  readonly open: () => void
  readonly suppressLike: (row: ListedAlert) => void
  readonly close: () => void
}

/** Whether the dialog of suppression rules is open, and with what draft. */
function useSuppression(): SuppressionState {
  const { commands } = useCockpit()
  const [opened, setOpened] = useState(false)
  const [draft, setDraft] = useState<SuppressionDraft | null>(null)
  const show = useCallback(
    (start: SuppressionDraft | null) => {
      commands.dismiss('alerts')
      setDraft(start)
      setOpened(true)
    },
    [commands],
  )
  const open = useCallback(() => show(null), [show])
  useCommand('noise', open)
  const close = useCallback(() => setOpened(false), [])
  return { opened, draft, open, close, suppressLike: row => show(draftLike(row)) }
}
