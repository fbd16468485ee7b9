import { acts } from './english/acts'
import { alarms } from './english/alarms'
import { alerts } from './english/alerts'
import { assigning, crewAdding } from './english/assigning'
import { backups } from './english/backups'
import { began } from './english/began'
import { channels } from './english/channels'
import { charts } from './english/charts'
import { checkpoint } from './english/checkpoint'
import { colleagues } from './english/colleagues'
import { comms } from './english/comms'
import { composer } from './english/composer'
import { connections, dependencies, drill, reading, vendorForms } from './english/connections'
import { copiedFolder } from './english/copied-folder'
import { crewWarnings, posts } from './english/crew'
import { deadlines } from './english/deadlines'
import { declare, me } from './english/declare'
import { desktop } from './english/desktop'
import { facts } from './english/facts'
import { faults } from './english/faults'
import { groups } from './english/groups'
import { handoff } from './english/handoff'
import { handoffGaps } from './english/handoff-gaps'
import { links, severity, status } from './english/incident'
import { bar, changes, drillBanner, feeds, titleDialog } from './english/incident-bar'
import { incidents } from './english/incidents'
import { keymap, keysSheet } from './english/keymap'
import { arranging, layoutFaults, layouts } from './english/layouts'
import { metrics, snapshot } from './english/metrics'
import { noise } from './english/noise'
import { outbox } from './english/outbox'
import { pages } from './english/pages'
import { palette } from './english/palette'
import { panels } from './english/panels'
import { panes } from './english/panes'
import { recordProblems } from './english/record-problems'
import { roleCards } from './english/role-cards'
import { roleCard, roles, rollCall } from './english/roles'
import { rules } from './english/rules'
import { completion, proposals, scribe } from './english/scribe'
import { search } from './english/search'
import { sender } from './english/sender'
import { clock, engine, look, settings, sounds, ways } from './english/settings'
import { silences } from './english/silences'
import { statusPage } from './english/status-page'
import { actFacts, pictures, stores } from './english/stores'
import { columns } from './english/tables'
import { openSpace, timeline } from './english/timeline'
import { freshness, spans, ui } from './english/ui'
import { wall } from './english/wall'

/**
 * What the screens say, in English, one file for each feature. Texts are data: `{name}` is what `t` fills in,
 * and what is counted has one text for each plural form. A second language is a second tree of this shape, which the
 * compiler holds to the same names.
 */
export const english = {
  language: 'en-GB',
  actFacts,
  acts,
  alarms,
  alerts,
  arranging,
  assigning,
  backups,
  bar,
  began,
  changes,
  titleDialog,
  facts,
  channels,
  charts,
  checkpoint,
  clock,
  colleagues,
  columns,
  comms,
  completion,
  composer,
  connections,
  copiedFolder,
  crewAdding,
  crewWarnings,
  deadlines,
  declare,
  dependencies,
  desktop,
  drill,
  drillBanner,
  engine,
  feeds,
  freshness,
  faults,
  groups,
  handoff,
  handoffGaps,
  incidents,
  keymap,
  keysSheet,
  layoutFaults,
  layouts,
  links,
  look,
  me,
  metrics,
  noise,
  openSpace,
  outbox,
  pages,
  palette,
  panels,
  panes,
  recordProblems,
  pictures,
  posts,
  proposals,
  reading,
  roleCard,
  roleCards,
  roles,
  rollCall,
  rules,
  sender,
  search,
  silences,
  scribe,
  settings,
  severity,
  snapshot,
  sounds,
  spans,
  status,
  statusPage,
  stores,
  timeline,
  ui,
  vendorForms,
  wall,
  ways,
} as const
