import type { AlertRow } from '../../../../shared/contract/alert-rows'
import { type RecordedRequest, requestLane, type VendorRequest } from '../../../../shared/domain/vendor-request'
import { unreachable } from '../../../../shared/lib/unreachable'
import { listText, t } from '../../../../shared/texts/t'
import { texts } from '../../../../shared/texts/texts'
import { rowKeyOf } from '../../../commands/row-keys'

const { row } = rowKeyOf

/** Actions on a PagerDuty incident. */
export type PagerDutyAction =
  | 'acknowledge'
  | 'snooze'
  | 'resolve'
  | 'escalate'
  | 'reassign'
  | 'call'
  | 'note'
  | 'status-update'

/** Keys on the row of a PagerDuty incident. */
export const pagerDutyActions: Readonly<Record<string, PagerDutyAction>> = {
  [row.acknowledge]: 'acknowledge',
  [row.snooze]: 'snooze',
  [row.resolve]: 'resolve',
  [row.escalate]: 'escalate',
  [row.reassign]: 'reassign',
  [row.call]: 'call',
  [row.note]: 'note',
  [row.status]: 'status-update',
}

/** The PagerDuty incident of a row; undefined where no one is paged by it. */
export function pageOf({ origin, connection, externalId, title }: AlertRow) {
  return origin === 'page' ? { connection, page: { id: externalId, name: title } } : undefined
}

/** [AL3] The action whose status a row shows: one that needs a person's decision before all others, else the newest. */
export function actionShown(row: AlertRow, acts: readonly RecordedRequest[]): RecordedRequest | undefined {
  const target = `${row.connection}:${row.externalId}`
  const here = acts.filter(({ what, standing }) => standing.state !== 'superseded' && requestLane(what) === target)
  return here.find(({ standing }) => standing.state === 'unknown') ?? here.at(-1)
}

/** [AL4] The same action is not requested again while the first is on its way. */
export function isAlreadyAsked(what: VendorRequest, acts: readonly RecordedRequest[]): boolean {
  return acts.some(
    act =>
      act.standing.state === 'waiting' && act.what.kind === what.kind && requestLane(act.what) === requestLane(what),
  )
}

/** A short text of an action, for a row that already names the PagerDuty incident. */
export function actionText(what: VendorRequest): string {
  const { acts } = texts.pages
  switch (what.kind) {
    case 'page-acknowledge':
      return acts.acknowledge
    case 'page-resolve':
      return acts.resolve
    case 'page-snooze':
      return acts.snooze
    case 'page-escalate':
      return t(acts.escalate, { level: what.level })
    case 'page-reassign':
      return t(acts.reassign, { name: what.to.name })
    case 'page-add-responders':
      return t(acts.call, { names: listText(what.users.map(({ name }) => name)) })
    case 'page-note':
      return acts.note
    case 'page-status-update':
      return acts.statusUpdate
    case 'page-create':
    case 'annotation':
    case 'chat-open':
    case 'chat-topic':
    case 'chat-post':
    case 'chat-pin':
    case 'chat-invite':
    case 'chat-archive':
    case 'chat-lines':
    case 'components-set':
    case 'maintenance-schedule':
    case 'maintenance-move':
    case 'postmortem-publish':
    case 'metric-point':
    case 'update-edit':
      return what.kind
    default:
      return unreachable(what)
  }
}
