import { actTexts } from './english/acts'
import { alarmTexts } from './english/alarms'
import { alertTexts } from './english/alerts'
import { assigningTexts, crewAddingTexts } from './english/assigning'
import { backupTexts } from './english/backups'
import { beganTexts } from './english/began'
import { channelTexts } from './english/channels'
import { chartTexts } from './english/charts'
import { checkpointTexts } from './english/checkpoint'
import { colleagueTexts } from './english/colleagues'
import { commsTexts } from './english/comms'
import { composerTexts } from './english/composer'
import { connectionTexts, dependencyTexts, drillTexts, readingTexts, vendorFormTexts } from './english/connections'
import { copiedFolderTexts } from './english/copied-folder'
import { crewWarningText, postTexts } from './english/crew'
import { deadlineTexts } from './english/deadlines'
import { declareTexts, meTexts } from './english/declare'
import { desktopTexts } from './english/desktop'
import { factTexts } from './english/facts'
import { faultTexts } from './english/faults'
import { groupTexts } from './english/groups'
import { handoffTexts } from './english/handoff'
import { handoffGapTexts } from './english/handoff-gaps'
import { linkTexts, severityTexts, statusTexts } from './english/incident'
import { barTexts, changeTexts, drillBannerTexts, feedTexts, titleDialogTexts } from './english/incident-bar'
import { incidentTexts } from './english/incidents'
import { keymapTexts, keysSheetTexts } from './english/keymap'
import { arrangingTexts, layoutFaultTexts, layoutTexts } from './english/layouts'
import { metricTexts, snapshotTexts } from './english/metrics'
import { noiseTexts } from './english/noise'
import { outboxTexts } from './english/outbox'
import { pageTexts } from './english/pages'
import { paletteTexts } from './english/palette'
import { panelTexts } from './english/panels'
import { paneTexts } from './english/panes'
import { recordProblemTexts } from './english/record-problems'
import { roleCardsTexts } from './english/role-cards'
import { roleCardTexts, roleTexts, rollCallTexts } from './english/roles'
import { ruleTexts } from './english/rules'
import { completionTexts, proposalTexts, scribeTexts } from './english/scribe'
import { searchTexts } from './english/search'
import { senderTexts } from './english/sender'
import { clockTexts, engineTexts, lookTexts, settingTexts, soundTexts, wayTexts } from './english/settings'
import { silenceTexts } from './english/silences'
import { statusPageTexts } from './english/status-page'
import { actFactTexts, pictureTexts, storeTexts } from './english/stores'
import { columnTexts } from './english/tables'
import { openSpaceTexts, timelineTexts } from './english/timeline'
import { freshnesTexts, spanTexts, uiTexts } from './english/ui'
import { wallTexts } from './english/wall'

/**
 * What the screens say, in English, one file for each feature. Texts are data: `{name}` is what `t` fills in,
 * and what is counted has one text for each plural form. A second language is a second tree of this shape, which the
 * compiler holds to the same names.
 */
export const english = {
  language: 'en-GB',
  actFacts: actFactTexts,
  acts: actTexts,
  alarms: alarmTexts,
  alerts: alertTexts,
  arranging: arrangingTexts,
  assigning: assigningTexts,
  backups: backupTexts,
  bar: barTexts,
  began: beganTexts,
  changes: changeTexts,
  titleDialog: titleDialogTexts,
  facts: factTexts,
  channels: channelTexts,
  charts: chartTexts,
  checkpoint: checkpointTexts,
  clock: clockTexts,
  colleagues: colleagueTexts,
  columns: columnTexts,
  comms: commsTexts,
  completion: completionTexts,
  composer: composerTexts,
  connections: connectionTexts,
  copiedFolder: copiedFolderTexts,
  crewAdding: crewAddingTexts,
  crewWarnings: crewWarningText,
  deadlines: deadlineTexts,
  declare: declareTexts,
  dependencies: dependencyTexts,
  desktop: desktopTexts,
  drill: drillTexts,
  drillBanner: drillBannerTexts,
  engine: engineTexts,
  feeds: feedTexts,
  freshness: freshnesTexts,
  faults: faultTexts,
  groups: groupTexts,
  handoff: handoffTexts,
  handoffGaps: handoffGapTexts,
  incidents: incidentTexts,
  keymap: keymapTexts,
  keysSheet: keysSheetTexts,
  layoutFaults: layoutFaultTexts,
  layouts: layoutTexts,
  links: linkTexts,
  look: lookTexts,
  me: meTexts,
  metrics: metricTexts,
  noise: noiseTexts,
  openSpace: openSpaceTexts,
  outbox: outboxTexts,
  pages: pageTexts,
  palette: paletteTexts,
  panels: panelTexts,
  panes: paneTexts,
  recordProblems: recordProblemTexts,
  pictures: pictureTexts,
  posts: postTexts,
  proposals: proposalTexts,
  reading: readingTexts,
  roleCard: roleCardTexts,
  roleCards: roleCardsTexts,
  roles: roleTexts,
  rollCall: rollCallTexts,
  rules: ruleTexts,
  sender: senderTexts,
  search: searchTexts,
  silences: silenceTexts,
  scribe: scribeTexts,
  settings: settingTexts,
  severity: severityTexts,
  snapshot: snapshotTexts,
  sounds: soundTexts,
  spans: spanTexts,
  status: statusTexts,
  statusPage: statusPageTexts,
  stores: storeTexts,
  timeline: timelineTexts,
  ui: uiTexts,
  vendorForms: vendorFormTexts,
  wall: wallTexts,
  ways: wayTexts,
} as const
