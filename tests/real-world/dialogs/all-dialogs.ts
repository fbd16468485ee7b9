/** How each dialog is opened in a drill with an incident of the page of payments-api; the key is its file, which may have several. */
export type Opener =
  | { readonly keys: readonly string[] }
  /** By its name in the palette. */
  | { readonly name: string }
  /** By a key on the row of the PagerDuty incident. */
  | { readonly onRow: string }
  /** By a key on the first group, where alerts stand in groups. */
  | { readonly onGroup: string }
  /** By a picture in the line that is pasted. */
  | { readonly picture: true }

const f = 'src/renderer/features'

export const allDialogs: Readonly<Record<string, Opener | readonly Opener[]>> = {
  [`${f}/alerts/pagerduty/create-incident-dialog.tsx`]: { keys: ['!'] },
  [`${f}/alerts/suppression/suppression-dialog.tsx`]: { keys: ['N'] },
  [`${f}/alerts/silences-dialog.tsx`]: { keys: ['H'] },
  'src/renderer/tables/columns-dialog.tsx': { keys: ['C'] },
  [`${f}/alerts/alert-details-dialog.tsx`]: { onRow: 'v' },
  [`${f}/alerts/pagerduty/action-dialog.tsx`]: { onRow: 'e' },
  [`${f}/alerts/suppression/suppress-group-dialog.tsx`]: { onGroup: 'x' },
  [`${f}/alerts/bulk-dialog.tsx`]: { onGroup: 'k' },
  [`${f}/began/began-dialog.tsx`]: { keys: ['E'] },
  [`${f}/away/away-dialog.tsx`]: { keys: ['O', 'w'] },
  [`${f}/bundle/export-dialog.tsx`]: { keys: ['O', 'e'] },
  [`${f}/bundle/open-file-dialog.tsx`]: { keys: ['O', 'o'] },
  [`${f}/handoff/documents-dialog.tsx`]: { keys: ['O', 'd'] },
  [`${f}/conflicts/conflicts-dialog.tsx`]: { keys: ['O', 's'] },
  [`${f}/checkpoint/checkpoint-dialog.tsx`]: { keys: ['c'] },
  [`${f}/checkpoint/postpone-dialog.tsx`]: { keys: ['D', 's'] },
  [`${f}/comms/composer/composer-dialog.tsx`]: { keys: ['u'] },
  [`${f}/comms/audiences/ledger-dialog.tsx`]: { keys: ['D', 'a'] },
  [`${f}/comms/pace-dialog.tsx`]: { keys: ['D', 'u'] },
  [`${f}/comms/reading-dialog.tsx`]: { keys: ['Y'] },
  [`${f}/comms/status-page/maintenance-dialog.tsx`]: { name: 'schedule maintenance' },
  [`${f}/comms/status-page/metric-dialog.tsx`]: { keys: ['O', 'v'] },
  [`${f}/comms/status-page/postmortem-dialog.tsx`]: { name: 'write the postmortem' },
  [`${f}/comms/status-page/status-page-dialog.tsx`]: { keys: ['f'] },
  [`${f}/connections/connections-dialog.tsx`]: { keys: [','] },
  [`${f}/connections/dependencies-dialog.tsx`]: { name: 'service dependencies' },
  [`${f}/declare/declare-dialog.tsx`]: { keys: ['n'] },
  [`${f}/facts/facts-dialog.tsx`]: { keys: ['K'] },
  [`${f}/gate/gate-dialog.tsx`]: { keys: ['D', 'g'] },
  [`${f}/gate/closing-dialog.tsx`]: { keys: ['D', 'c'] },
  [`${f}/gate/reopen-dialog.tsx`]: { keys: ['D', 'o'] },
  [`${f}/impact/figures-dialog.tsx`]: { keys: ['D', 'p'] },
  [`${f}/impact/reports-dialog.tsx`]: { keys: ['D', 'r'] },
  [`${f}/roles/leads-dialog.tsx`]: { keys: ['D', 'l'] },
  [`${f}/incident-bar/edit-dialogs.tsx`]: [{ keys: ['s'] }, { keys: ['t'] }, { keys: ['i'] }],
  [`${f}/incident-bar/title-dialog.tsx`]: { keys: ['I'] },
  [`${f}/incidents/incidents-dialog.tsx`]: { keys: ['o'] },
  [`${f}/incidents/replay-dialog.tsx`]: { keys: ['O', 'y'] },
  [`${f}/keys/keys-sheet.tsx`]: { keys: ['?'] },
  [`${f}/me/me-dialog.tsx`]: { keys: ['m'] },
  [`${f}/method/mitigation-dialog.tsx`]: { keys: ['D', 'm'] },
  [`${f}/method/tree-dialog.tsx`]: { keys: ['D', 't'] },
  [`${f}/outbox/chat-open-dialog.tsx`]: { name: 'war room: open it' },
  [`${f}/outbox/chat-post-dialog.tsx`]: { name: 'post to slack' },
  [`${f}/outbox/outbox-dialog.tsx`]: { keys: ['x'] },
  [`${f}/palette/palette-dialog.tsx`]: { keys: ['Control+K'] },
  [`${f}/panels/panels-dialog.tsx`]: { keys: ['p'] },
  [`${f}/playbooks/playbook-dialog.tsx`]: { keys: ['D', 'x'] },
  [`${f}/roles/add-dialog.tsx`]: { keys: ['A'] },
  [`${f}/roles/assign-dialog.tsx`]: { keys: ['a'] },
  [`${f}/roles/relief-dialog.tsx`]: { keys: ['D', 'h'] },
  [`${f}/transfer/transfer-dialog.tsx`]: { keys: ['D', 'i'] },
  [`${f}/roles/role-card-dialog.tsx`]: { keys: ['3', 'Enter'] },
  [`${f}/roles/roll-call-dialog.tsx`]: { keys: ['Q'] },
  [`${f}/rules/rules-dialog.tsx`]: { keys: ['R'] },
  [`${f}/search/search-dialog.tsx`]: { keys: ['O', 'f'] },
  [`${f}/services/services-dialog.tsx`]: { keys: ['D', 'v'] },
  [`${f}/settings/settings-dialog.tsx`]: { keys: ['Control+,'] },
  [`${f}/strategy/decision-dialog.tsx`]: { keys: ['D', 'd'] },
  [`${f}/strategy/item-dialog.tsx`]: { keys: ['O', 'b'] },
  [`${f}/milestones/times-dialog.tsx`]: { keys: ['D', 'k'] },
  [`${f}/timeline/erase-dialog.tsx`]: { keys: ['6', 'Home', 'X'] },
  [`${f}/timeline/proposals-dialog.tsx`]: { keys: ['l'] },
  [`${f}/timeline/picture-dialog.tsx`]: { picture: true },
  'src/renderer/app/layouts/layouts-dialog.tsx': { keys: ['L'] },
}

/** Dialogs of what a drill cannot have, and the walk that opens each of them. */
export const walkedElsewhere: Readonly<Record<string, string>> = {
  [`${f}/comms/status-page/edit-published.tsx`]: 'tests/e2e/cockpit-comms.spec.ts',
  [`${f}/incident-bar/held-dialog.tsx`]: 'tests/e2e/late-events.spec.ts',
  [`${f}/incident-bar/take-over-dialog.tsx`]: 'tests/e2e/copied-folder.spec.ts',
}

/** Opened before there is an incident. */
export const beforeIncident = `${f}/alerts/declare-dialog.tsx`
