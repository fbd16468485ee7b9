import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { defaultSettings, parseSettings } from '../../src/main/hosts/settings-shape'
import { openSettings } from '../../src/main/hosts/web/settings'
import type { ConnectionId } from '../../src/shared/domain/ids'
import { scratchFolder } from '../support/folders'

const connection = {
  id: 'my-grafana' as ConnectionId,
  vendor: 'grafana',
  name: 'Grafana',
  baseUrl: 'https://grafana.example.com/sub',
} as const
const panel = {
  id: 'errors',
  title: 'Error rate',
  unit: 'percent',
  thresholds: [{ at: 5, level: 'critical' }],
  connection: connection.id,
  queries: [{ legend: 'api', expr: 'rate(errors[1m])' }],
} as const

function folderWith(text: string): { folder: string; file: string } {
  const folder = scratchFolder()
  const file = join(folder, 'config.json')
  writeFileSync(file, text)
  return { folder, file }
}

describe('settings of the web host', () => {
  it('has its defaults where there is no file, and writes none by being opened', () => {
    const folder = scratchFolder()
    expect(openSettings(folder).read()).toEqual(defaultSettings)
    expect(() => readFileSync(join(folder, 'config.json'))).toThrow('ENOENT')
  })

  it('keeps what was written for the next start', () => {
    const folder = scratchFolder()
    openSettings(folder).write({ me: 'Kim', connections: [connection], panels: [panel] })
    const again = openSettings(folder).read()
    expect(again).toEqual({
      me: 'Kim',
      connections: [connection],
      panels: [panel],
      cancelWindow: 5_000,
      dependsOn: {},
      approvalFor: ['SEV-1', 'SEV-2'],
    })
  })

  it('keeps keys that this version does not know', () => {
    const { folder, file } = folderWith('{"theme": "dark"}')
    openSettings(folder).write({ me: 'Kim' })
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ theme: 'dark', me: 'Kim' })
  })

  it.each([
    ['not JSON', '{"me": "Kim",', /config\.json cannot be read/],
    ['not an object', '[]', /config\.json/],
    ['a wrong type', '{"cancelWindow": "soon"}', /config\.json: cancelWindow: must be a number, and is a text/],
    [
      'a bad address',
      JSON.stringify({ connections: [{ ...connection, baseUrl: 'ftp://x' }] }),
      /connections\[0\]\.baseUrl/,
    ],
    ['an id twice', JSON.stringify({ panels: [panel, panel] }), /config\.json: panels: has the same id twice/],
    ['an unknown unit', JSON.stringify({ panels: [{ ...panel, unit: 'mood' }] }), /panels\[0\]\.unit/],
  ])('names file and field of %s, and leaves the file as it is', (_name, text, message) => {
    const { folder, file } = folderWith(text)
    expect(() => openSettings(folder)).toThrow(message)
    expect(readFileSync(file, 'utf8')).toBe(text)
  })

  it('does not write over a file that was broken while the program ran', () => {
    const { folder, file } = folderWith('{"me": "Kim"}')
    const settings = openSettings(folder)
    writeFileSync(file, '{"me": 7}')
    expect(() => settings.write({ me: 'Sam' })).toThrow(/me: /)
    expect(readFileSync(file, 'utf8')).toBe('{"me": 7}')
  })

  it('writes nothing that it could not read again', () => {
    const folder = scratchFolder()
    const settings = openSettings(folder)
    expect(() => settings.write({ cancelWindow: -1 })).toThrow(/cancelWindow/)
    expect(settings.read()).toEqual(defaultSettings)
  })

  it('reads a hostile file as data', () => {
    expect(parseSettings(JSON.parse('{"__proto__": {"me": "Eve"}}'))).toEqual({ ok: true, value: defaultSettings })
  })
})
