import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const features = join(import.meta.dirname, '../../../src/renderer/features')

/** Each of these says a failure in its own place; all other reads go through `useRead`. */
const byThemselves = [
  // Without an answer the people of this record are offered all the same.
  ['timeline/complete/use-completion.ts', 'people:on-call'],
  // Asked anew with each letter.
  ['alerts/asking/use-offers.ts', 'people:find'],
  ['alerts/use-noise-preview.ts', 'alerts:preview'],
  ['alerts/use-opened-groups.ts', 'alerts:group'],
  // Their words stand in the update's dialog, which asks at each opening.
  ['comms/composer/use-service-names.ts', 'services:names'],
  ['comms/composer/use-page-templates.ts', 'pages:templates'],
  ['settings/engine-settings.tsx', 'settings:change'],
  // Makes something, which takes as long as the record is large; its outcome stands below its button.
  ['settings/backup-setting.tsx', 'record:back-up'],
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
