import type { ConnectionId, EntryId, HandoffId, OutboxItemId, UpdateId } from '../../../src/shared/domain/ids'
import type { VendorRequest } from '../../../src/shared/domain/vendor-request'
import type { EventDraft } from '../../../src/shared/events/define'
import { eventRegistry as kinds } from '../../../src/shared/events/registry'
import {
  ada,
  crewCalled,
  drafted,
  engineItself,
  line,
  minute,
  retracted,
  unsettled,
  wellKept,
} from '../../support/folded-incident'

const slack = 'slack' as ConnectionId
const grafana = 'grafana' as ConnectionId
const pagerduty = 'pd' as ConnectionId

const acts: readonly VendorRequest[] = [
  { kind: 'chat-open', connection: slack, name: 'inc-42', private: false },
  { kind: 'annotation', connection: grafana, text: '4711', at: minute(3) },
  { kind: 'page-note', connection: pagerduty, page: { id: 'Q1', name: '0815' }, text: '4712' },
]

const body = (what: VendorRequest, at: number) => ({ act: `act-${at}` as OutboxItemId, what })
const failed = { update: 'u3' as UpdateId, act: 'act-u3' as OutboxItemId, reason: '403' }

/** An incident in which about everything happened once: who, what is out, what is in doubt, what was taken back. */
export const longStory: readonly EventDraft[] = [
  ...wellKept.slice(1),
  ...crewCalled(16, '1812'),
  line(20, 'decision', '1905', true),
  line(21, 'todo', '1906'),
  kinds['entry-corrected'].draft({ entry: 'entry-21-todo' as EntryId, text: '1907' }, minute(22), ada),
  line(23, 'action', '1908'),
  retracted(24, 'entry-23-action', '1909'),
  drafted(25, 'u2'),
  unsettled(26, 'u2'),
  drafted(27, 'u3'),
  kinds['update-failed'].draft(failed, minute(28), engineItself),
  drafted(29, 'u4'),
  ...acts.map((what, at) => kinds['act-asked'].draft(body(what, at), minute(30), ada)),
  kinds['act-unknown'].draft({ ...body(acts[1] as VendorRequest, 1), reason: '504' }, minute(31), engineItself),
  kinds['act-failed'].draft({ ...body(acts[2] as VendorRequest, 2), reason: '404' }, minute(31), engineItself),
  kinds['handoff-written'].draft({ handoff: 'h1' as HandoffId }, minute(32), ada),
  kinds['status-changed'].draft({ from: 'investigating', to: 'monitoring', reason: '1910' }, minute(33), ada),
]
