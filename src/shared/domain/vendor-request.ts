import type { Millis } from '../lib/time'
import { unreachable } from '../lib/unreachable'
import type { CodedReason } from './coded'
import type { ConnectionId, OutboxItemId, UpdateId } from './ids'
import type { ComponentStatus, VendorCopy } from './update'

/** A person or an object at a vendor, with the name that people know it by. */
export interface VendorThing {
  readonly id: string
  readonly name: string
}

/** A PagerDuty incident that a request is about. */
interface OnPage {
  readonly connection: ConnectionId
  readonly page: VendorThing
}

/** A Slack channel that a request is about. */
interface InChat {
  readonly connection: ConnectionId
  readonly channel: VendorThing
}

/** What a person can do with an announced maintenance: begin it before its time, or end it. */
export const maintenanceSteps = ['in_progress', 'completed'] as const
export type MaintenanceStep = (typeof maintenanceSteps)[number]

/** Everything that Quarterdeck does to the outside besides publishing updates; each goes through the outbox, once. */
export type VendorRequest =
  | (OnPage & { readonly kind: 'page-acknowledge' })
  | (OnPage & { readonly kind: 'page-resolve'; readonly resolution: string })
  /** Quiet until then, epoch milliseconds; PagerDuty counts a span, but a late try must not prolong it. */
  | (OnPage & { readonly kind: 'page-snooze'; readonly until: number })
  | (OnPage & { readonly kind: 'page-reassign'; readonly to: VendorThing & { readonly type: 'user' | 'policy' } })
  | (OnPage & { readonly kind: 'page-escalate'; readonly level: number })
  | (OnPage & {
      readonly kind: 'page-add-responders'
      readonly users: readonly VendorThing[]
      readonly message: string
    })
  | (OnPage & { readonly kind: 'page-note'; readonly text: string })
  | (OnPage & { readonly kind: 'page-status-update'; readonly message: string })
  | {
      readonly kind: 'page-create'
      readonly connection: ConnectionId
      readonly service: VendorThing
      readonly title: string
      readonly urgency: 'high' | 'low'
      readonly details: string
      /** Absent: the service's own. */
      readonly policy?: VendorThing | undefined
      readonly priority?: VendorThing | undefined
    }
  /** A mark on Grafana's charts. `at` is when it happened, in epoch milliseconds. */
  | { readonly kind: 'annotation'; readonly connection: ConnectionId; readonly text: string; readonly at: number }
  | { readonly kind: 'chat-open'; readonly connection: ConnectionId; readonly name: string; readonly private: boolean }
  | (InChat & { readonly kind: 'chat-topic'; readonly topic: string })
  /** `step`: [WR1] a part of opening the war room, which was one request of a person. */
  | (InChat & { readonly kind: 'chat-post'; readonly text: string; readonly step?: true | undefined })
  /** `message` is the `ts` of a message in the channel. */
  | (InChat & { readonly kind: 'chat-pin'; readonly message: string; readonly step?: true | undefined })
  /** `person.id` is their e-mail address or their id in Slack. */
  | (InChat & { readonly kind: 'chat-invite'; readonly person: VendorThing })
  | (InChat & { readonly kind: 'chat-archive' })
  /** [RM2] Lines of the timeline by their keys, worded when it is sent; `since` and `skipped`: see `LinesToPost`. */
  | (InChat & {
      readonly kind: 'chat-lines'
      readonly lines: readonly string[]
      readonly since: number
      readonly skipped: number
    })
  | {
      readonly kind: 'components-set'
      readonly connection: ConnectionId
      /** `before` is what customers saw of it when it was asked for, as far as that was read. */
      readonly components: readonly (VendorThing & {
        readonly status: ComponentStatus
        readonly before?: ComponentStatus | undefined
      })[]
    }
  | {
      readonly kind: 'maintenance-schedule'
      readonly connection: ConnectionId
      readonly title: string
      readonly body: string
      /** Epoch milliseconds. */
      readonly from: number
      readonly until: number
      readonly components: readonly VendorThing[]
      readonly notify: boolean
    }
  | {
      readonly kind: 'maintenance-move'
      readonly connection: ConnectionId
      readonly maintenance: VendorThing
      readonly to: MaintenanceStep
      /** What customers read of it. */
      readonly body: string
      /** Its components, which go under maintenance with it and are operational after it. */
      readonly components: readonly VendorThing[]
      readonly notify: boolean
    }
  | {
      readonly kind: 'postmortem-publish'
      readonly connection: ConnectionId
      /** Statuspage's id of the public incident. */
      readonly publicIncident: VendorThing
      readonly body: string
      readonly notify: boolean
    }
  /** [SP27] One point of a figure that the status page shows; `at` is what it is of, epoch milliseconds. */
  | {
      readonly kind: 'metric-point'
      readonly connection: ConnectionId
      readonly metric: VendorThing
      readonly at: number
      readonly value: number
    }
  /** [PE1] Another wording for an update of ours that customers read, where it stands. */
  | {
      readonly kind: 'update-edit'
      readonly connection: ConnectionId
      /** Statuspage's id of the public incident. */
      readonly publicIncident: VendorThing
      readonly update: UpdateId
      /** When it was published, epoch milliseconds: of two alike, that one is meant. */
      readonly published: number
      /** What customers read, and what they are to read. */
      readonly before: string
      readonly body: string
      /** The time that is displayed with it, epoch milliseconds; absent: as it is. */
      readonly displayedAt?: number | undefined
      /** [PE7] Whose it is to edit; absent: Statuspage's, as all were before. */
      readonly vendor?: 'slack' | undefined
      readonly why: string
      /** Statuspage's id of this update; absent: an earlier version did not keep it, so it is found by its words. */
      readonly entry?: string | undefined
      /** [PE5] Rules of the check that the new words break and the old ones did not, and why they are to stand. */
      readonly anyway?: { readonly overrode: readonly string[]; readonly reason: string } | undefined
    }

/** The state of a request of this incident, from its log. */
export interface RecordedRequest {
  readonly id: OutboxItemId
  readonly what: VendorRequest
  readonly standing: RequestStatus
  /** Absent: the log has only what became of it. */
  readonly askedAt?: Millis
}

export type RequestStatus =
  | { readonly state: 'waiting' }
  | {
      readonly state: 'done'
      readonly externalId: string
      readonly url: string | null
      /** [OB21] It is at the vendor more than once: these. */
      readonly copies?: readonly VendorCopy[] | undefined
    }
  /** `inDoubt`: given up by a person while nobody knew whether it is done. */
  | ({ readonly state: 'failed'; readonly reason: string; readonly inDoubt: boolean } & CodedReason)
  | ({ readonly state: 'unknown'; readonly reason: string } & CodedReason)
  /** A newer request made it pointless before it was sent. */
  | { readonly state: 'superseded' }

/** [OB14] Requests with one key are sent in order: they concern the same thing at the vendor. */
export function requestLane(act: VendorRequest): string {
  return `${act.connection}:${concerned(act)}`
}

function concerned(act: VendorRequest): string {
  switch (act.kind) {
    case 'page-create':
      return 'new-pages'
    case 'annotation':
      return 'annotations'
    case 'chat-open':
      return `open:${act.name}`
    case 'chat-topic':
    case 'chat-post':
    case 'chat-pin':
    case 'chat-invite':
    case 'chat-archive':
    case 'chat-lines':
      return act.channel.id
    case 'metric-point':
      return act.metric.id
    case 'components-set':
    case 'maintenance-schedule':
    case 'maintenance-move':
    case 'postmortem-publish':
    case 'update-edit':
      return 'page'
    case 'page-acknowledge':
    case 'page-resolve':
    case 'page-snooze':
    case 'page-reassign':
    case 'page-escalate':
    case 'page-add-responders':
    case 'page-note':
    case 'page-status-update':
      return act.page.id
    default:
      return unreachable(act)
  }
}

/** Requested by a rule and never by hand, or [WR1] a step of one request: it appears in the timeline only when it fails. */
export function followsByRule(act: VendorRequest): boolean {
  if (act.kind === 'chat-post' || act.kind === 'chat-pin') return act.step === true
  return ['annotation', 'chat-topic', 'chat-invite', 'chat-lines'].includes(act.kind)
}

/** The vendor that performs a request of this kind. */
export function vendorOfRequest(act: VendorRequest): 'pagerduty' | 'grafana' | 'slack' | 'statuspage' {
  const { kind } = act
  if (act.kind === 'update-edit') return act.vendor ?? 'statuspage'
  if (kind === 'annotation') return 'grafana'
  if (kind.startsWith('page-')) return 'pagerduty'
  return kind.startsWith('chat-') ? 'slack' : 'statuspage'
}
