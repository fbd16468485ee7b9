import { describe, expect, it } from 'vitest'
import { readDashboard } from '../../../src/main/engine/dashboards/document'
import { importDashboard } from '../../../src/main/engine/dashboards/import'
import { panelSpecs } from '../../../src/main/engine/dashboards/specs'
import { readPanel, unreadPanel } from '../../../src/main/engine/feeds/panels'
import type { PanelAnswer } from '../../../src/main/engine/feeds/types'
import { panelField } from '../../../src/main/hosts/panel-shape'
import type { PanelSpec } from '../../../src/shared/contract/connections'
import type { ConnectionId } from '../../../src/shared/domain/ids'

const model = {
  panels: [{ id: 1, type: 'piechart', title: 'Shares', targets: [{ refId: 'A', expr: 'up' }] }],
}
const answer: PanelAnswer = {
  panel: 'x',
  series: [],
  problem: '',
  warnings: ['partial data', { code: 'histograms-undrawn' }],
}
const from = { feed: 'f', trueAt: 1 }

function aSpec(): PanelSpec {
  const read = readDashboard(model)
  if (!read.ok) throw new Error(read.fault.message)
  const dashboard = importDashboard(read.value, { through: 'prometheus' })
  const [outcome] = panelSpecs(dashboard, new Set(['0.0']), {
    ...{ connection: 'p' as ConnectionId, through: 'prometheus', values: new Map(), problems: new Map() },
    ...{ scrape: null, sourceUid: () => null, link: () => undefined },
  })
  if (outcome === undefined || !('spec' in outcome)) throw new Error('it was not pinned')
  return outcome.spec
}

describe('[FA3] what is not as the dashboard shows it', () => {
  it('is stored in English and by its code, and comes with what the vendor warns of', () => {
    const spec = panelField.parse({ ...aSpec(), notes: ['A pie'], codedNotes: [{ code: 'note-pie' }] })
    expect(readPanel(unreadPanel(spec, undefined), spec, answer, from)).toMatchObject({
      warnings: ['A pie', 'partial data', 'Native histograms cannot be drawn: query a quantile of them'],
      codedWarnings: [{ code: 'note-pie' }, 'partial data', { code: 'histograms-undrawn' }],
    })
  })

  it('is said as it was stored by a panel that was pinned before there were codes', () => {
    const spec = { ...aSpec(), notes: ['A pie, as it was said then'], codedNotes: undefined }
    const reading = readPanel(unreadPanel(spec, undefined), spec, { ...answer, warnings: [] }, from)
    expect(reading.warnings).toEqual(['A pie, as it was said then'])
    expect(reading.codedWarnings).toBeUndefined()
  })

  it('is pinned in English too, which the id of a pinned panel depends on', () => {
    const { notes, codedNotes } = aSpec()
    expect({ notes, codedNotes }).toEqual({
      notes: ['A pie in the dashboard, lines here'],
      codedNotes: [{ code: 'note-pie' }],
    })
  })
})
