// biome-ignore-all lint/performance/noBarrelFile: the bundler resolves each name alone, so the page's first part has only its own texts
/**
 * The texts of the app in English, one file for each feature. Texts are data: `{name}` is what `t` fills in,
 * and what is counted has one text for each plural form. A second language is a second module of this shape, which the
 * compiler holds to the same names.
 */
export { actTexts as acts } from './english/acts'
export { alarmTexts as alarms } from './english/alarms'
export { alertTexts as alerts } from './english/alerts'
export { archiveTexts as archive, similarTexts as similar } from './english/archive'
export { assigningTexts as assigning, crewAddingTexts as crewAdding } from './english/assigning'
export { audienceLineTexts as audienceLines } from './english/audience-lines'
export { audienceTexts as audiences } from './english/audiences'
export { awayTexts as away } from './english/away'
export { backupTexts as backups } from './english/backups'
export { beganTexts as began } from './english/began'
export { bundleTexts as bundle, conflictTexts as conflicts } from './english/bundle'
export { calculatorTexts as calculator } from './english/calculator'
export { channelTexts as channels } from './english/channels'
export { chartTexts as charts } from './english/charts'
export { checkpointTexts as checkpoint } from './english/checkpoint'
export { colleagueTexts as colleagues } from './english/colleagues'
export { commsTexts as comms } from './english/comms'
export { composerTexts as composer } from './english/composer'
export {
  connectionTexts as connections,
  dependencyTexts as dependencies,
  drillTexts as drill,
  readingTexts as reading,
  vendorFormTexts as vendorForms,
} from './english/connections'
export { copiedFolderTexts as copiedFolder } from './english/copied-folder'
export { postTexts as posts, roleWarningTexts as crewWarnings } from './english/crew'
export { deadlineTexts as deadlines } from './english/deadlines'
export { decisionTexts as decisions } from './english/decisions'
export { declareTexts as declare, declaringTexts as declaring, meTexts as me } from './english/declare'
export { desktopTexts as desktop } from './english/desktop'
export { documentTexts as documents, redactionTexts as redaction } from './english/documents'
export { editPublishedTexts as editPublished } from './english/edit-published'
export { factNameTexts as factNames } from './english/fact-names'
export { factTexts as facts } from './english/facts'
export { faultTexts as faults } from './english/faults'
export { firstWordsTexts as firstWords } from './english/first-words'
export { closingTexts as closing, gateTexts as gate, reopenTexts as reopen } from './english/gate'
export { groupTexts as groups } from './english/groups'
export { handoffTexts as handoff } from './english/handoff'
export { handoffGapTexts as handoffGaps } from './english/handoff-gaps'
export { impactFigureTexts as impactFigures } from './english/impact-figures'
export { linkTexts as links, severityTexts as severity, statusTexts as status } from './english/incident'
export {
  barLinkTexts as barLinks,
  barTexts as bar,
  changeTexts as changes,
  drillBannerTexts as drillBanner,
  feedTexts as feeds,
  titleDialogTexts as titleDialog,
} from './english/incident-bar'
export { incidentTexts as incidents } from './english/incidents'
export { keymapTexts as keymap, keysSheetTexts as keysSheet } from './english/keymap'
export { language } from './english/language'
export {
  arrangingTexts as arranging,
  layoutFaultTexts as layoutFaults,
  layoutTexts as layouts,
} from './english/layouts'
export { leadTexts as leads } from './english/leads'
export {
  decisionLineTexts as decisionLines,
  figureLineTexts as figureLines,
  folderLineTexts as folderLines,
  incidentLineTexts as incidentLines,
  leadLineTexts as leadLines,
  lineTexts as lines,
  reportLineTexts as reportLines,
  requestLineTexts as requestLines,
  roleLineTexts as roleLines,
  strategyLineTexts as strategyLines,
  updateLineTexts as updateLines,
} from './english/lines'
export { linkFaultTexts as linkFaults } from './english/link-faults'
export { lintRuleTexts as lintRules, lintTexts as lint } from './english/lint'
export { methodTexts as method } from './english/method'
export { metricTexts as metrics, snapshotTexts as snapshot } from './english/metrics'
export { milestoneTexts as milestones } from './english/milestones'
export { noiseTexts as noise } from './english/noise'
export { outboxTexts as outbox } from './english/outbox'
export { pageTexts as pages } from './english/pages'
export { paletteTexts as palette } from './english/palette'
export { panelTexts as panels } from './english/panels'
export { paneTexts as panes } from './english/panes'
export {
  playbookBarTexts as playbookBar,
  playbookLineTexts as playbookLines,
  playbookTexts as playbooks,
} from './english/playbooks'
export { recordProblemTexts as recordProblems } from './english/record-problems'
export { reliefTexts as relief } from './english/relief'
export { reportTexts as reports } from './english/reports'
export { roleCardsTexts as roleCards } from './english/role-cards'
export { roleCardTexts as roleCard, roleTexts as roles, rollCallTexts as rollCall } from './english/roles'
export { roomTexts as room } from './english/room'
export { roomLineTexts as roomLines } from './english/room-lines'
export { ruleTexts as rules } from './english/rules'
export { completionTexts as completion, proposalTexts as proposals, scribeTexts as scribe } from './english/scribe'
export { searchTexts as search } from './english/search'
export { senderTexts as sender } from './english/sender'
export { serviceTexts as services } from './english/services'
export {
  clockTexts as clock,
  engineTexts as engine,
  lookTexts as look,
  settingTexts as settings,
  soundTexts as sounds,
  wayTexts as ways,
} from './english/settings'
export { promptLineTexts as promptLines, severityPromptTexts as severityPrompts } from './english/severity-prompts'
export { silenceTexts as silences } from './english/silences'
export { statusPageTexts as statusPage } from './english/status-page'
export { actFactTexts as actFacts, pictureTexts as pictures, storeTexts as stores } from './english/stores'
export { strategyTexts as strategy } from './english/strategy'
export { columnTexts as columns } from './english/tables'
export { openSpaceTexts as openSpace, timelineTexts as timeline } from './english/timeline'
export { transferTexts as transfer } from './english/transfer'
export { transferLineTexts as transferLines } from './english/transfer-lines'
export { liveFactTexts as liveFacts, mitigationTexts as mitigation, treeTexts as trees } from './english/trees'
export { freshnessTexts as freshness, spanTexts as spans, uiTexts as ui } from './english/ui'
export { updatePaceTexts as updatePace } from './english/update-pace'
export { wallTexts as wall } from './english/wall'
