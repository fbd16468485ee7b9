import { defaultCadence } from '../../../shared/domain/cadence'
import { defaultLintSettings } from '../../../shared/domain/lint/lint-finding'
import type { NotedSource } from '../../../shared/domain/noted-source'
import { publicNameOf } from '../../../shared/domain/public-names'
import { ok } from '../../../shared/lib/reply'
import { alertChanges, alertQueries } from '../alerts/calls'
import type { DeclaredDependencies } from '../alerts/declared'
import type { Backups } from '../backups/backups'
import { backupChanges, backupQueries } from '../backups/backups'
import { type BundleParts, bundleChanges, bundleQueries } from '../bundles/bundles'
import { lintQueries } from '../comms/lint-queries'
import type { LintStore } from '../comms/lint-store'
import type { CheckContext } from '../comms/publish-check'
import { type Templates, templateQueries } from '../comms/templates'
import type { FactContext } from '../comms/templates-facts'
import { type Connections, connectionChanges, connectionQueries } from '../connections/connections'
import { type Dashboards, dashboardChanges, dashboardQueries } from '../dashboards/shelf'
import { type HandoffParts, handoffChanges, handoffQueries } from '../handoff/document'
import { transferQueries } from '../handoff/transfer-commands'
import { heldChanges } from '../integrity/held-calls'
import { recordCheckChanges } from '../integrity/record-checks'
import { type MethodStore, methodQueries } from '../method/method-store'
import type { RecordSearch } from '../search/search'
import { searchQueries } from '../search/search'
import type { Services } from '../services/services'
import { type SharedSettings, settingsChanges, settingsQueries } from '../settings/shared-settings'
import type { ReadableDb } from '../storage/database'
import { telemetryQueries } from '../telemetry/keeper'
import { type Attachments, pictureChanges, pictureQueries } from '../timeline/attachments'
import { type TypedTexts, typedTextChanges, typedTextQueries } from '../timeline/typed-texts'
import { type Baselines, baselineQueries } from '../vendors/accounts/baselines'
import { type OnDemandReads, onDemandQueries } from '../vendors/accounts/on-demand-reads'
import { vendorAccountChanges } from '../vendors/accounts/vendor-accounts'
import type { Changes, ModeCalls, Queries } from './handlers'
import { type SessionParts, sessionChanges } from './session-calls'

/** What calls that write to no incident's log are answered from. */
export interface AnswerParts extends SessionParts {
  readonly dependencies: DeclaredDependencies
  readonly connections: Connections
  readonly dashboards: Dashboards
  readonly templates: Templates
  readonly services: Services
  readonly method: MethodStore
  readonly lint: LintStore
  readonly handoffs: HandoffParts
  readonly handoffFolder: string
  readonly attachments: Attachments
  readonly typedTexts: TypedTexts
  readonly worldCalls: ModeCalls
  readonly onDemandReads: OnDemandReads
  readonly settings: SharedSettings
  /** What other systems showed, each with its age. */
  readonly sources: () => readonly NotedSource[]
  readonly baselines: Baselines
  /** To be called when what is held of other machines' events has changed. */
  readonly heldChanged: () => void
  readonly verifyRecord: () => void
  /** Undefined in a drill. */
  readonly backups: Backups | undefined
  readonly search: RecordSearch
  readonly bundles: BundleParts
  readonly db: ReadableDb
}

/** [QY1] Each feature's own queries. */
export function createQueries(parts: AnswerParts): Queries {
  const { ledger, alerts, connections, attachments, services } = parts
  const accounts = () => connections.list().map(({ connection }) => connection)
  return {
    ...pictureQueries(attachments),
    ...typedTextQueries(parts.typedTexts),
    ...templateQueries({ templates: parts.templates, record: ledger.record, facts: () => factContext(parts) }),
    ...lintQueries({ record: ledger.record, context: () => checkContext(parts) }),
    ...handoffQueries(parts.handoffs, parts.sources),
    ...transferQueries(ledger, parts.clock.now),
    ...baselineQueries(parts.baselines),
    ...onDemandQueries(parts.onDemandReads, alerts.find, accounts),
    'services:names': () => ok(services.names()),
    ...methodQueries(
      parts.method,
      () => cadenceIn(parts),
      () => audiencesIn(parts),
    ),
    ...settingsQueries(parts.settings),
    ...backupQueries(parts.backups),
    ...searchQueries(parts.search),
    ...bundleQueries(parts.bundles),
    ...telemetryQueries(parts.db),
    ...alertQueries(alerts, parts.dependencies),
    ...connectionQueries(connections),
    ...dashboardQueries(parts.dashboards),
  }
}

/** Each feature's own calls that change something but no incident's log. */
export function createChanges(parts: AnswerParts): Changes {
  const { ledger, attachments } = parts
  return {
    ...parts.worldCalls,
    ...sessionChanges(parts),
    ...pictureChanges(attachments),
    ...typedTextChanges(parts.typedTexts),
    ...handoffChanges(parts.handoffs, parts.handoffFolder),
    ...vendorAccountChanges(parts.accounts),
    ...settingsChanges(parts.settings),
    ...backupChanges(parts.backups),
    ...bundleChanges(parts.bundles),
    ...recordCheckChanges(parts.verifyRecord),
    ...heldChanges({ ledger, changed: parts.heldChanged }),
    ...alertChanges(parts.alerts, parts.dependencies, parts.clock),
    ...connectionChanges(parts.connections),
    ...dashboardChanges(parts.dashboards),
  }
}

/** What templates are filled from besides the incident. */
export function factContext({
  settings,
  services,
  accounts,
  clock,
}: Pick<AnswerParts, 'settings' | 'services' | 'accounts' | 'clock'>): FactContext {
  const known = services.names().services
  const components = accounts.pages().flatMap(page => page.components)
  return {
    now: clock.now(),
    publicName: service => publicNameOf(service, known, components),
    cadence: cadenceIn({ settings }),
  }
}

function checkContext({ settings, lint, accounts, clock }: AnswerParts): CheckContext {
  const shared = settings.read()
  return {
    now: clock.now(),
    cadence: cadenceIn({ settings }) ?? defaultCadence,
    words: lint.current().words,
    settings: shared.ok ? shared.value : defaultLintSettings,
    pages: accounts.pages(),
  }
}

function cadenceIn({ settings }: Pick<AnswerParts, 'settings'>) {
  const shared = settings.read()
  return shared.ok ? shared.value.cadence : undefined
}

function audiencesIn({ settings }: Pick<AnswerParts, 'settings'>) {
  const shared = settings.read()
  return shared.ok ? shared.value.audiences : undefined
}
