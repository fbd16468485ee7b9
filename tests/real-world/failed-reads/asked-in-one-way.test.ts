import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const features = join(import.meta.dirname, '../../../src/renderer/features')

/** Each of these says a failure in its own place; all other reads go through `useRead`. */
const byThemselves = [
  // Without an answer the people of this record are offered all the same.
  ['timeline/complete/use-completion.ts', 'people:on-call'],
  // Asked anew with each letter.
  ['alerts/pagerduty/responder-offers.tsx', 'people:find'],
  ['alerts/suppression/suppression-form.tsx', 'alerts:preview'],
  ['alerts/group-lines.ts', 'alerts:group'],
  // Their words stand in the update's dialog, which asks at each opening.
  ['comms/composer/editor.tsx', 'services:names'],
  ['comms/composer/choices.tsx', 'pages:templates'],
  // The reading after a refusal is of what someone else has set meanwhile; without it the refusal says so.
  ['settings/use-engine-settings.tsx', 'settings:change'],
  ['settings/use-engine-settings.tsx', 'settings:read'],
  // Asked just before the change that is made to the answer; either's refusal is shown below the form or at the button.
  ...['settings:read', 'settings:read', 'settings:change', 'method:read', 'incident:adopt-method'].map(
    name => ['comms/audiences/table-editor.tsx', name] as const,
  ),
  // Plain words stand in the field, to be read before they are sent, where a team has removed the template.
  ['outbox/use-room-drafts.ts', 'comms:fill'],
  // One for each person; whose address does not come is named below the field.
  ['outbox/use-room-drafts.ts', 'people:find'],
  // What is wrong with a file is shown in its place; one that cannot be dropped goes by itself, after hours.
  ['bundle/open-file-dialog.tsx', 'bundle:look'],
  ['bundle/open-file-dialog.tsx', 'bundle:drop'],
  // Earlier incidents come below those that are shown, and a long log in parts: either's fault stands in the dialog.
  ['incidents/use-archive.ts', 'archive:search'],
  ['incidents/use-replay.ts', 'archive:log'],
  // Its refusal is shown at its button.
  ['settings/method-setting.tsx', 'incident:adopt-method'],
  // These take as long as the record is large; their outcome is shown at their button.
  ['settings/backup-setting.tsx', 'record:back-up'],
  ['settings/record-check-setting.tsx', 'record:verify'],
].map(([file, name]) => `${file} ${name}`)

it('[RF1] a feature asks the engine through a hook that keeps the fault, or is named here with its reason', () => {
  const files = readdirSync(features, { recursive: true, encoding: 'utf8' }).filter(file => /\.tsx?$/.test(file))
  const found = files.flatMap(file =>
    [...readFileSync(join(features, file), 'utf8').matchAll(/link\.call\('([^']+)'/g)].map(
      ([, name]) => `${file} ${name}`,
    ),
  )
  expect(found.sort()).toEqual([...byThemselves].sort())
})
