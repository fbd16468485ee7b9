import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openTemplates } from '../../../src/main/engine/comms/templates'
import { readDashboardText } from '../../../src/main/engine/dashboards/document'
import { loadScenario } from '../../../src/main/engine/drill/scenario'
import { openSecrets } from '../../../src/main/hosts/web/secrets'
import { openSettings } from '../../../src/main/hosts/web/settings'
import { newId } from '../../../src/shared/domain/ids'
import { scratchFolder } from '../../support/folders'

const resources = join(import.meta.dirname, '../../../resources')
const MARK = '\ufeff'
const windows = (text: string) => `${MARK}${text.replaceAll('\n', '\r\n')}`

describe('a file that was saved with a byte-order mark', () => {
  it('is read as settings', () => {
    const folder = scratchFolder()
    writeFileSync(join(folder, 'config.json'), windows('{\n "me": "Dana" }\n'), { mode: 0o600 })
    const settings = openSettings(folder)
    expect(settings.read().me).toBe('Dana')
    settings.write({ me: 'Amara' })
    expect(openSettings(folder).read().me).toBe('Amara')
  })

  it('is read as tokens', () => {
    const folder = scratchFolder()
    const id = newId<never>()
    writeFileSync(join(folder, 'secrets.json'), windows(JSON.stringify({ [id]: 'xoxb-1' })), { mode: 0o600 })
    expect(openSecrets(folder, {}).read(id)).toBe('xoxb-1')
  })

  it('is read as a scenario, and its mistakes keep their lines', () => {
    const story = readFileSync(join(resources, 'drills/payments-outage.yaml'), 'utf8')
    const file = join(scratchFolder(), 'story.yaml')
    writeFileSync(file, windows(story))
    expect(loadScenario(file)).toMatchObject({ ok: true })
    writeFileSync(file, `${MARK}title: x\nnonsense: [`)
    expect(loadScenario(file)).toMatchObject({ ok: false, fault: { message: expect.stringMatching(/story\.yaml:2/) } })
  })

  it('is read as a template', () => {
    const folder = join(scratchFolder(), 'templates')
    mkdirSync(folder)
    const source = readFileSync(join(resources, 'templates/initial.liquid'), 'utf8')
    writeFileSync(join(folder, 'initial.liquid'), windows(source))
    expect(openTemplates({ shipped: folder })).toMatchObject({ problems: [] })
    expect(openTemplates({ shipped: folder }).list()).toHaveLength(1)
  })

  it('is read as a dashboard', () => {
    expect(readDashboardText(windows('{"title":"T",\n"panels":[]}'))).toMatchObject({ ok: true })
  })

  it('of UTF-16 is refused in words that name the way out', () => {
    const folder = scratchFolder()
    writeFileSync(join(folder, 'config.json'), Buffer.from('\ufeff{"me":"Dana"}', 'utf16le'), { mode: 0o600 })
    expect(() => openSettings(folder)).toThrow(/config\.json cannot be read: it is saved as UTF-16.*save it as UTF-8/)
    const file = join(folder, 'story.yaml')
    writeFileSync(file, Buffer.from('\ufefftitle: x', 'utf16le'))
    expect(loadScenario(file)).toMatchObject({ ok: false, fault: { message: expect.stringContaining('UTF-8') } })
  })
})
