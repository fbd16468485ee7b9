import type * as z from 'zod/mini'
import type { DependsOn } from '../domain/alerts/dependencies'
import type { NoiseRule } from '../domain/alerts/noise'
import type { Seq } from '../domain/ids'
import type { Reply } from '../lib/reply'
import type { Millis } from '../lib/time'
import type { WholeAlert } from './alert-about'
import type { AlertChangesPage, NoisePreview } from './alert-list'
import type { AlertNames, FirstAlerts } from './alert-questions'
import type { KeptSoFar, PicturePiece } from './attachments'
import type { FilledTemplate, TemplateInfo } from './comms'
import type { ConnectionView, ProbeResult } from './connections'
import type { DashboardPage, DashboardView, Pinned } from './dashboards'
import type { EngineSettings } from './engine-settings'
import type { Fault } from './faults'
import type { GroupPage, GroupPages } from './group-page'
import type { LabelledAlerts } from './labelled'
import type { callInputs } from './parsers'
import type { FoundPerson, KeptAnswer, OnCallList, PageDetails, PageDirectory } from './people'
import type { ServiceNames } from './services'
import type { SilenceList } from './silences'
import type { PageTemplate, PanelBaseline } from './views'
import type { Welcome } from './welcome'

/** What every call that writes to a log answers: the place of its last event. The push of it carries the same seq. */
export interface Receipt {
  readonly seq: Seq
}

/** Path is where the engine's machine keeps the file; screens on other machines read `text`. */
export interface WrittenDocument {
  readonly fileName: string
  readonly path: string
  readonly text: string
}

/** Calls that only read, or that change settings and not a log. Every other call is a command and answers a receipt. */
interface Answers {
  'session:hello': Welcome
  /** Whether somebody can see this screen now. */
  'session:visible': null
  'session:editing': null
  'log:follow': Receipt
  'log:unfollow': null
  'attachments:keep': KeptSoFar
  'attachments:read': PicturePiece
  'typed-text:write': null
  /** `at` by the screen's clock; 0: nothing was kept. */
  'typed-text:read': { readonly text: string; readonly at: Millis }
  'comms:templates': readonly TemplateInfo[]
  'comms:fill': FilledTemplate
  'handoff:read': WrittenDocument
  /** What PagerDuty knows of one page, asked now. */
  'pages:details': PageDetails
  /** Of `services.yaml` as it is now. */
  'services:names': ServiceNames
  'people:on-call': OnCallList
  /** What the pinned panels showed at the same hour of a day before. */
  'panels:baseline': readonly PanelBaseline[]
  /** What a page can be made of: services, escalation policies, priorities. */
  'pages:directory': KeptAnswer<PageDirectory>
  'people:find': KeptAnswer<readonly FoundPerson[]>
  /** What the owners of a status page have prepared there. */
  'pages:templates': KeptAnswer<readonly PageTemplate[]>
  'feeds:refresh': null
  /** The screen's machine has its network again. */
  'feeds:catch-up': null
  'settings:read': EngineSettings
  'settings:change': EngineSettings
  'alerts:group': GroupPage
  'alerts:pages': GroupPages
  /** [AL11] For each word of a filter. */
  'alerts:labelled': readonly LabelledAlerts[]
  'alerts:rows': AlertChangesPage
  'alerts:first': FirstAlerts
  'alerts:names': AlertNames
  /** One open alert with all that is known of it; null: it is no longer open. */
  'alerts:read': WholeAlert | null
  'alerts:rules': readonly NoiseRule[]
  /** Silences of Alertmanager and Grafana, asked now. */
  'alerts:silences': SilenceList
  /** Which service needs which. */
  'alerts:dependencies': DependsOn
  'alerts:depend': null
  'alerts:preview': NoisePreview
  'alerts:hide': NoiseRule
  'alerts:unhide': NoiseRule
  'connections:list': readonly ConnectionView[]
  'connections:save': null
  'connections:remove': null
  'connections:test': ProbeResult
  'dashboards:search': DashboardPage
  'dashboards:open': DashboardView
  'dashboards:pin': Pinned
  'dashboards:unpin': null
  'world:enter-drill': null
  'world:leave-drill': null
}

export type CallName = keyof typeof callInputs
export type QueryName = keyof Answers
/** Calls that write to an incident's log. Sent again with the same request id, each is done once. */
export type CommandName = Exclude<CallName, QueryName>
export type Input<Name extends CallName> = z.input<(typeof callInputs)[Name]>
export type Parsed<Name extends CallName> = z.output<(typeof callInputs)[Name]>
export type Answer<Name extends CallName> = Name extends QueryName ? Answers[Name] : Receipt
export type CallReply<Name extends CallName> = Promise<Reply<Answer<Name>, Fault>>
