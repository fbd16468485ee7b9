import { execFileSync } from 'node:child_process'
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { MOST_BYTES, openServices } from '../../../src/main/engine/services/services'
import { readServices } from '../../../src/main/engine/services/services-file'
import { scratchFolder } from '../../support/folders'
import { keptLogger } from '../../support/kept-logger'

const good = 'services:\n  - id: payments-api\n    name: Card payments\n    components: [Payments]\n'

function opened() {
  const folder = scratchFolder()
  const path = join(folder, 'services.yaml')
  const logger = keptLogger()
  return {
    path,
    logger,
    services: openServices(path, logger),
    write: (text: string | Buffer) => writeFileSync(path, text),
  }
}

describe('services.yaml', () => {
  it('[PN4] gives services their public names; none, an empty and a commented file have none and are no fault', () => {
    const { services, write, path } = opened()
    expect(services.names()).toEqual({ services: [], catalogue: [], path, problem: '' })
    for (const empty of ['', '# nothing yet\n', 'services: []\n']) {
      write(empty)
      expect(services.names()).toMatchObject({ services: [], problem: '' })
    }
    write(`\ufeff${good.replaceAll('\n', '\r\n')}`)
    expect(services.names().services).toEqual([{ id: 'payments-api', name: 'Card payments', components: ['Payments'] }])
  })

  it('[PN4] is read again when it changes, also when an editor puts another file in its place', () => {
    const { services, write, path } = opened()
    write(good)
    expect(services.names().services[0]?.name).toBe('Card payments')
    writeFileSync(`${path}.new`, good.replace('Card payments', 'Payment cards'))
    renameSync(`${path}.new`, path)
    expect(services.names().services[0]?.name).toBe('Payment cards')
    rmSync(path)
    expect(services.names().services).toEqual([])
  })

  it('[PN4] while it is broken the old names stay, and the message goes when it is mended', () => {
    const { services, write, path, logger } = opened()
    write(good)
    services.names()
    write(good.replace('name: Card', 'nmae: Card'))
    expect(services.names()).toMatchObject({ services: [{ name: 'Card payments' }] })
    expect(services.names().problem).toBe(`${path}, line 3, column 5: services[0].nmae: is not a known field`)
    expect(logger.lines.filter(line => line.includes('services'))).toHaveLength(1)
    write(good.replace('Card', 'All'))
    expect(services.names()).toMatchObject({ services: [{ name: 'All payments' }], problem: '' })
  })

  it.each([
    ['no YAML', 'services: [\n', 'line 1, column 11'],
    ['a list', '- id: a\n', 'line 1, column 1: the file:'],
    ['a name that is no text', 'services:\n  - id: a\n    name: 7\n', 'line 3, column 11: services[0].name:'],
    ['a missing id', 'services:\n  - name: a\n', 'line 2, column 5: services[0].id:'],
    ['an empty name', 'services:\n  - id: a\n    name: "  "\n', 'line 3, column 11: services[0].name:'],
    [
      'a name of two lines',
      'services:\n  - id: a\n    name: "b\\nc"\n',
      'line 3, column 11: services[0].name: must be one line',
    ],
    [
      'a name that looks like a slot',
      'services:\n  - id: a\n    name: ⟦b⟧\n',
      'line 3, column 11: services[0].name: must be one line',
    ],
    [
      'one service twice',
      'services:\n  - { id: a-b, name: A }\n  - { id: A_b, name: B }\n',
      'line 3, column 11: services[1].id: is defined twice',
    ],
    ['a key that is nobody’s', 'services: []\nteams: []\n', 'line 2, column 1: teams: is not a known field'],
    ['aliases that multiply', 'a: &a [x]\nservices: [*a, *a]\n', 'line 1, column 7: uses an anchor'],
  ])('[PN4] %s is said with line and column', (_, text, words) => {
    const { services, write } = opened()
    write(text)
    expect(services.names().problem).toContain(words)
  })

  it.each<[string, (path: string) => void, RegExp]>([
    ['too large', path => writeFileSync(path, `# ${'x'.repeat(MOST_BYTES)}`), /is larger than 1,000,000 bytes/],
    ['a folder', path => mkdirSync(path), /is a folder, and must be a plain file/],
    ['a pipe', path => void execFileSync('mkfifo', [path]), /is a pipe/],
    ['a device', path => symlinkSync('/dev/zero', path), /is a device/],
    ['no text', path => writeFileSync(path, Buffer.from([0xff, 0xfe, 0x00, 0x80])), /it is not UTF-8 text/],
  ])('[PN4] %s costs nothing but a message', (_, make, words) => {
    const { services, path } = opened()
    make(path)
    expect(services.names()).toMatchObject({ services: [], problem: expect.stringMatching(words) })
  })

  it('[PN4] 2,000 services are read', () => {
    const many = Array.from({ length: 2_000 }, (_, index) => `  - { id: service-${index}, name: Product ${index} }\n`)
    expect(readServices(`services:\n${many.join('')}`)).toMatchObject({ ok: true })
  })
})
