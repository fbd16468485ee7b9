import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readDashboard } from '../../../src/main/engine/dashboards/document'
import { importDashboard } from '../../../src/main/engine/dashboards/import'
import { mutated } from '../vendors/mutation'
import { rawFixture } from './fixture'

const names = ['old-rows', 'rows-and-repeats', 'library-panel', 'mixed-sources', 'transformations']

it.each(names)('[DB8] %s, damaged in any way, imports or is refused; no panel is without words', name => {
  fc.assert(
    fc.property(mutated(rawFixture(name)), body => {
      const read = readDashboard(body)
      if (!read.ok) return
      for (const through of ['grafana', 'prometheus'] as const) {
        for (const panel of importDashboard(read.value, { through }).rows.flatMap(row => row.panels)) {
          expect(panel.title).not.toBe('')
          expect(panel.reason === '').toBe(panel.queries.length > 0)
          expect(JSON.stringify([panel.reason, panel.notes, panel.title])).not.toMatch(/undefined|\[object/)
        }
      }
    }),
    { numRuns: 300 },
  )
})
