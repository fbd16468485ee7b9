import { useCallback } from 'react'
import { texts } from '../../shared/texts/texts'
import { keymap } from '../commands/keymap'
import { rowKeys } from '../commands/row-keys'
import { DroppedFiles } from '../features/bundle/dropped-files'
import { useCockpit } from '../stores/cockpit'
import { offerFor } from '../stores/focus-store'
import { openedBy } from '../stores/opened-by'
import { useCommand } from '../stores/use-command'
import { type DialogPart, onDemand } from '../ui/on-demand'
import { arrangingLines } from './layouts/arranging'
import type { Layouts } from './layouts/layouts'
import { showPane } from './layouts/pane-commands'

const DeclareDialog = openedBy(
  'declare',
  onDemand(async () => (await import('../features/declare/declare-dialog')).DeclareDialog, 'first'),
)
const BeganDialog = openedBy(
  'began',
  onDemand(async () => (await import('../features/began/began-dialog')).BeganDialog),
)
const TimesDialog = openedBy(
  'times-kept',
  onDemand(async () => (await import('../features/milestones/times-dialog')).TimesDialog),
)
const FactsDialog = openedBy(
  'facts',
  onDemand(async () => (await import('../features/facts/facts-dialog')).FactsDialog),
)
const ConnectionsDialog = openedBy(
  'connections',
  onDemand(async () => (await import('../features/connections/connections-dialog')).ConnectionsDialog),
)
const PanelsDialog = openedBy(
  'panels',
  onDemand(async () => (await import('../features/panels/panels-dialog')).PanelsDialog),
)
const RulesDialog = openedBy(
  'rules',
  onDemand(async () => (await import('../features/rules/rules-dialog')).RulesDialog),
)
const SilencesDialog = openedBy(
  'silences',
  onDemand(async () => (await import('../features/alerts/silences-dialog')).SilencesDialog),
)
const IncidentsDialog = openedBy(
  'incidents',
  onDemand(async () => (await import('../features/incidents/incidents-dialog')).IncidentsDialog),
)
const ReplayDialog = openedBy(
  'replay',
  onDemand(async () => (await import('../features/incidents/replay-dialog')).ReplayDialog),
)
const SearchDialog = openedBy(
  'search',
  onDemand(async () => (await import('../features/search/search-dialog')).SearchDialog),
)
const MeDialog = openedBy(
  'me',
  onDemand(async () => (await import('../features/me/me-dialog')).MeDialog),
)
const LayoutsDialog = openedBy(
  'layouts',
  onDemand(async () => (await import('./layouts/layouts-dialog')).LayoutsDialog),
)
const SettingsDialog = openedBy(
  'settings',
  onDemand(async () => (await import('../features/settings/settings-dialog')).SettingsDialog),
)
const KeysSheet = openedBy(
  'keys',
  onDemand(async () => (await import('../features/keys/keys-sheet')).KeysSheet),
)
const Palette = openedBy(
  'palette',
  onDemand(async () => {
    const [{ PaletteDialog }, { paletteActs }] = await Promise.all([
      import('../features/palette/palette-dialog'),
      import('./palette-acts'),
    ])
    return function CommandPalette({ layouts, ...dialog }: DialogPart & { readonly layouts: Layouts }) {
      const cockpit = useCockpit()
      const actsNow = useCallback(() => paletteActs(cockpit, layouts), [cockpit, layouts])
      return <PaletteDialog {...dialog} actsNow={actsNow} />
    }
  }, 'first'),
)
const OutboxDialog = openedBy(
  'outbox',
  onDemand(async () => (await import('../features/outbox/outbox-dialog')).OutboxDialog),
)
const ChatOpenDialog = openedBy(
  'chat-open',
  onDemand(async () => (await import('../features/outbox/chat-open-dialog')).ChatOpenDialog),
)
const ChatPostDialog = openedBy(
  'chat-post',
  onDemand(async () => (await import('../features/outbox/chat-post-dialog')).ChatPostDialog),
)
const DependenciesDialog = openedBy(
  'dependencies',
  onDemand(async () => (await import('../features/connections/dependencies-dialog')).DependenciesDialog),
)
const CreatePageDialog = openedBy(
  'page-create',
  onDemand(async () => (await import('../features/alerts/pagerduty/create-incident-dialog')).CreateIncidentDialog),
)
const StatusPageDialog = openedBy(
  'status-page',
  onDemand(async () => (await import('../features/comms/status-page/status-page-dialog')).StatusPageDialog),
)
const MaintenanceDialog = openedBy(
  'maintenance',
  onDemand(async () => (await import('../features/comms/status-page/maintenance-dialog')).MaintenanceDialog),
)
const BoardItemDialog = openedBy(
  'board-add',
  onDemand(async () => (await import('../features/strategy/item-dialog')).ItemDialog),
)
const TreeDialog = openedBy(
  'trees',
  onDemand(async () => (await import('../features/method/tree-dialog')).TreeDialog),
)
const MitigationDialog = openedBy(
  'mitigation',
  onDemand(async () => (await import('../features/method/mitigation-dialog')).MitigationDialog),
)
const PlaybookDialog = openedBy(
  'playbook',
  onDemand(async () => (await import('../features/playbooks/playbook-dialog')).PlaybookDialog),
)
const GateDialog = openedBy(
  'gate',
  onDemand(async () => (await import('../features/gate/gate-dialog')).GateDialog),
)
const ClosingDialog = openedBy(
  'closing',
  onDemand(async () => (await import('../features/gate/closing-dialog')).ClosingDialog),
)
const ReliefDialog = openedBy(
  'relief',
  onDemand(async () => (await import('../features/roles/relief-dialog')).ReliefDialog),
)
const TransferDialog = openedBy(
  'transfer',
  onDemand(async () => (await import('../features/transfer/transfer-dialog')).TransferDialog),
)
const ReopenDialog = openedBy(
  'reopen',
  onDemand(async () => (await import('../features/gate/reopen-dialog')).ReopenDialog),
)
const ServicesDialog = openedBy(
  'services',
  onDemand(async () => (await import('../features/services/services-dialog')).ServicesDialog),
)
const DecisionDialog = openedBy(
  'decide',
  onDemand(async () => (await import('../features/strategy/decision-dialog')).DecisionDialog),
)
const ReportsDialog = openedBy(
  'reports',
  onDemand(async () => (await import('../features/impact/reports-dialog')).ReportsDialog),
)
const FiguresDialog = openedBy(
  'figures',
  onDemand(async () => (await import('../features/impact/figures-dialog')).FiguresDialog),
)
const LeadsDialog = openedBy(
  'leads',
  onDemand(async () => (await import('../features/roles/leads-dialog')).LeadsDialog),
)
const PaceDialog = openedBy(
  'update-pace',
  onDemand(async () => (await import('../features/comms/pace-dialog')).PaceDialog),
)
const ReadingDialog = openedBy(
  'approve-update',
  onDemand(async () => (await import('../features/comms/reading-dialog')).ReadingDialog),
)
const DocumentsDialog = openedBy(
  'documents',
  onDemand(async () => (await import('../features/handoff/documents-dialog')).DocumentsDialog),
)
const ExportDialog = openedBy(
  'export',
  onDemand(async () => (await import('../features/bundle/export-dialog')).ExportDialog),
)
const OpenFileDialog = openedBy(
  'open-file',
  onDemand(async () => (await import('../features/bundle/open-file-dialog')).OpenFileDialog),
)
const ConflictsDialog = openedBy(
  'conflicts',
  onDemand(async () => (await import('../features/conflicts/conflicts-dialog')).ConflictsDialog),
)
const AwayDialog = openedBy(
  'away',
  onDemand(async () => (await import('../features/away/away-dialog')).AwayDialog),
)
const LedgerDialog = openedBy(
  'audiences',
  onDemand(async () => (await import('../features/comms/audiences/ledger-dialog')).LedgerDialog),
)
const MetricDialog = openedBy(
  'metric-point',
  onDemand(async () => (await import('../features/comms/status-page/metric-dialog')).MetricDialog),
)
const PostmortemDialog = openedBy(
  'postmortem',
  onDemand(async () => (await import('../features/comms/status-page/postmortem-dialog')).PostmortemDialog),
)

/** Dialogs that belong to no pane. Their code is loaded once the cockpit is shown. */
export function Dialogs({ layouts }: { readonly layouts: Layouts }) {
  const { focus, faults } = useCockpit()
  const showTimeline = useCallback(() => showPane(layouts, 'timeline'), [layouts])
  const showBoard = useCallback(() => {
    showPane(layouts, 'strategy')
    if (offerFor(focus, 'strategy') === null) return
    // [SG11] A row that the board does not take now would have its key pressed later, unasked.
    focus.setState({ offer: null })
    faults.setState({ timeline: { kind: 'refused', message: texts.timeline.notOnBoard } })
  }, [layouts, focus, faults])
  useCommand('strategy', showBoard)
  return (
    <>
      <DeclareDialog />
      <BeganDialog />
      <TimesDialog />
      <FactsDialog />
      <ConnectionsDialog />
      <PanelsDialog />
      <RulesDialog />
      <SilencesDialog />
      <IncidentsDialog />
      <SearchDialog showTimeline={showTimeline} />
      <ReplayDialog />
      <MeDialog />
      <LayoutsDialog />
      <SettingsDialog />
      <KeysSheet lines={sheet} />
      <Palette layouts={layouts} />
      <OutboxDialog />
      <ChatOpenDialog />
      <ChatPostDialog />
      <DependenciesDialog />
      <CreatePageDialog />
      <StatusPageDialog />
      <MaintenanceDialog />
      <PostmortemDialog />
      <MetricDialog />
      <BoardItemDialog />
      <TreeDialog />
      <MitigationDialog />
      <PlaybookDialog />
      <GateDialog />
      <ClosingDialog />
      <ReopenDialog />
      <ReliefDialog />
      <TransferDialog />
      <ServicesDialog />
      <DecisionDialog />
      <ReportsDialog />
      <FiguresDialog />
      <LeadsDialog />
      <PaceDialog />
      <ReadingDialog />
      <LedgerDialog />
      <DocumentsDialog />
      <ExportDialog />
      <OpenFileDialog />
      <ConflictsDialog />
      <AwayDialog />
      <DroppedFiles />
    </>
  )
}

const sheet = [...keymap, ...rowKeys, ...arrangingLines.map(line => ({ ...line, plain: true }))].map(line => ({
  ...line,
  group: texts.keymap.groups[line.group],
}))
