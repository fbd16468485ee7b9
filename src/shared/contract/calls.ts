import type * as z from 'zod/mini'
import type { DependsOn } from '../domain/alerts/dependencies'
import type { NoiseRule } from '../domain/alerts/noise'
import type { Seq } from '../domain/ids'
import type { LintReport } from '../domain/lint/lint'
import type { NotedSource } from '../domain/noted-source'
import type { Reply } from '../lib/reply'
import type { Millis } from '../lib/time'
import type { WholeAlert } from './alert-about'
import type { AlertChangesSlice, NoisePreview } from './alert-list'
import type { AlertNames, FirstAlerts } from './alert-questions'
import type { ArchiveAnswer, LogSlice, SimilarAnswer } from './archive'
import type { PicturePiece, StoredSoFar } from './attachments'
import type { BackupState } from './backups'
import type { BundleLook, TakenFile, WrittenBundle } from './bundles'
import type { FilledTemplate, PublishCheck, TemplateInfo } from './comms'
import type { ConnectionView, ProbeResult } from './connections'
import type { DashboardSlice, DashboardView, Pinned } from './dashboards'
import type { EngineSettings } from './engine-settings'
import type { Fault } from './faults'
import type { GroupPagerDutyIncidents, GroupSlice } from './group-slice'
import type { LabelledAlerts } from './labelled'
import type { MethodView } from './method'
import type { PanelBaseline } from './metrics'
import type { callInputs } from './parsers'
import type { FoundPerson, OnCallList, PagerDutyDirectory, PagerDutyIncidentDetails, StoredAnswer } from './people'
import type { PlaybooksView } from './playbooks'
import type { SearchAnswer } from './record-search'
import type { ListedServices, ServiceNames } from './services'
import type { SilenceList } from './silences'
import type { PageMetric, StatusPageTemplate } from './status-pages'
import type { KeptTelemetry } from './telemetry'
import type { TransferSections } from './transfer'
import type { Welcome } from './welcome'

/** What every call that writes to a log answers: the place of its last event. The push of it carries the same seq. */
export interface Receipt {
  readonly seq: Seq
}

/** The document of a handoff, and how its file is called. */
export interface HandoffText {
  readonly fileName: string
  /** In base64 where the format is none of text. */
  readonly text: string
  readonly encoding?: 'base64' | undefined
}

/** The path is where the engine's machine has the file; clients on other machines read the text. */
export interface WrittenDocument {
  readonly fileName: string
  readonly path: string
}

/** [QY1] Queries only read: they change nothing, however often they are made. */
interface QueryAnswers {
  'attachments:read': PicturePiece
  /** `at` by the client's clock; 0: nothing was saved. */
  'typed-text:read': { readonly text: string; readonly at: Millis }
  'comms:templates': readonly TemplateInfo[]
  'comms:fill': FilledTemplate
  /** [LN27] */
  'comms:lint': LintReport
  'comms:check': PublishCheck
  'handoff:read': HandoffText
  /** [TC2] */
  'transfer:sections': TransferSections
  /** What other systems showed when they were last read, each with its age. */
  'handoff:sources': readonly NotedSource[]
  /** What PagerDuty knows of one page, asked now. */
  'pages:details': PagerDutyIncidentDetails
  /** Of `services.yaml` as it is now. */
  'services:names': ServiceNames
  /** [SY8] What PagerDuty lists, of each connection to it. */
  'services:pagerduty': readonly ListedServices[]
  /** What incidents are run by, as its files are now. */
  'method:read': MethodView
  /** Of the files as they are now; what an incident is worked by is in its record. */
  'playbooks:read': PlaybooksView
  'people:on-call': OnCallList
  /** What the pinned panels showed at the same hour of a day before. */
  'panels:baseline': readonly PanelBaseline[]
  /** What a page can be made of: services, escalation policies, priorities. */
  'pages:directory': StoredAnswer<PagerDutyDirectory>
  'people:find': StoredAnswer<readonly FoundPerson[]>
  /** What the owners of a status page have prepared there. */
  'pages:templates': StoredAnswer<readonly StatusPageTemplate[]>
  /** [SP27] The figures that a status page shows. */
  'pages:metrics': StoredAnswer<readonly PageMetric[]>
  'settings:read': EngineSettings
  /** [BN2] What a file has that was brought here, and what it would change. */
  'bundle:look': BundleLook
  'record:backups': BackupState
  /** Searches the titles, lines and updates of all incidents for words. */
  'record:search': SearchAnswer
  /** [AV3] Incidents of the archive, ended and open. */
  'archive:search': ArchiveAnswer
  /** [AV7] Past incidents that are like this one. */
  'archive:similar': SimilarAnswer
  /** [AV6] The log of an incident, to be read or replayed. */
  'archive:log': LogSlice
  /** [KT5] What the pinned panels showed while an incident was open. */
  'telemetry:read': KeptTelemetry
  'alerts:group': GroupSlice
  'alerts:pages': GroupPagerDutyIncidents
  /** [AL11] For each word of a filter. */
  'alerts:labelled': readonly LabelledAlerts[]
  'alerts:rows': AlertChangesSlice
  'alerts:first': FirstAlerts
  'alerts:names': AlertNames
  /** One open alert with all that is known of it; null: it is no longer open. */
  'alerts:read': WholeAlert | null
  'alerts:rules': readonly NoiseRule[]
  /** Silences of Alertmanager and Grafana, asked now. */
  'alerts:silences': SilenceList
  /** Which service needs which. */
  'alerts:dependencies': DependsOn
  'alerts:preview': NoisePreview
  'connections:list': readonly ConnectionView[]
  'connections:test': ProbeResult
  'dashboards:search': DashboardSlice
  'dashboards:open': DashboardView
}

/** Calls that change something, but no incident's log: the session, settings, a file, what is read next. */
interface ChangeAnswers {
  'session:hello': Welcome
  /** Whether this client is visible now. */
  'session:visible': null
  'session:editing': null
  'log:follow': Receipt
  'log:unfollow': null
  'attachments:keep': StoredSoFar
  'typed-text:write': null
  /** Writes the document of a handoff into the data folder of the engine's machine. */
  'handoff:save': WrittenDocument
  /** Writes all of an incident into a file that can then be fetched. */
  'bundle:write': WrittenBundle
  /** Takes what a file has into the record. */
  'bundle:take': TakenFile
  /** Nobody needs the file that was brought or written any more. */
  'bundle:drop': null
  'feeds:refresh': null
  /** The client's machine has its network again. */
  'feeds:catch-up': null
  'settings:change': EngineSettings
  /** Makes a backup now; the state says what came of it. */
  'record:back-up': BackupState
  /** Starts a check of the whole record; pushes say how far it is and what it found. */
  'record:verify': null
  /** Takes what is held of an incident because its machine's clock is far ahead. */
  'record:admit-ahead': { readonly admitted: number }
  'alerts:depend': null
  'alerts:hide': NoiseRule
  'alerts:unhide': NoiseRule
  'connections:save': null
  'connections:remove': null
  'dashboards:pin': Pinned
  'dashboards:unpin': null
  'dashboards:mean': null
  'world:enter-drill': null
  'world:leave-drill': null
}

interface Answers extends QueryAnswers, ChangeAnswers {}

export type CallName = keyof typeof callInputs
export type QueryName = keyof QueryAnswers
export type ChangeName = keyof ChangeAnswers
/** Calls that write to an incident's log. Sent again with the same request id, each is done once. */
export type CommandName = Exclude<CallName, keyof Answers>
export type Input<Name extends CallName> = z.input<(typeof callInputs)[Name]>
export type Parsed<Name extends CallName> = z.output<(typeof callInputs)[Name]>
export type Answer<Name extends CallName> = Name extends keyof Answers ? Answers[Name] : Receipt
export type CallReply<Name extends CallName> = Promise<Reply<Answer<Name>, Fault>>
