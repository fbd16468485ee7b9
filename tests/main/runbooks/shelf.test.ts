import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { openRunbooks, type Runbooks } from '../../../src/main/engine/runbooks/runbooks'
import { buildWordIndex, openWordIndex, wordsIn } from '../../../src/main/engine/runbooks/word-index'
import { openWorkers } from '../../../src/main/engine/workers/workers'
import { scratchFolder } from '../../support/folders'
import { keptLogger } from '../../support/kept-logger'
import { workerSource } from '../../support/worker-source'

const shipped = join(import.meta.dirname, '../../../resources/runbooks')
let folder: string

beforeEach(() => {
  folder = scratchFolder()
})

function write(name: string, text: string): void {
  mkdirSync(join(folder, name, '..'), { recursive: true })
  writeFileSync(join(folder, name), text)
}

/** `read` settles when all files were read once more than it has seen. */
function open(from = shipped): { readonly runbooks: Runbooks; readonly read: () => Promise<void> } {
  const workers = openWorkers(workerSource)
  let times = 0
  let seen = 0
  let waiting: () => void = () => undefined
  const onRead = () => {
    times += 1
    waiting()
  }
  const runbooks = openRunbooks({ shipped: from, folder, workers, logger: keptLogger(), now: Date.now, onRead })
  onTestFinished(async () => {
    runbooks.stop()
    await workers.stop()
  })
  return {
    runbooks,
    async read() {
      if (times === seen) await new Promise<void>(done => (waiting = done))
      seen = times
    },
  }
}

const nothing = { links: [], alerts: [], services: [] }
const ids = (found: readonly { readonly card: { readonly id: string } }[]) => found.map(({ card }) => card.id)

describe('finding a runbook', () => {
  it('[RN7] finds ours by link, then by alert, then by service, each once and with the reason', async () => {
    write('refunds.md', '---\ntitle: Refunds\nservices: [Payments API]\nalerts: [HighErrorRate]\n---\n')
    write('other.md', '---\nservices: payments_api\n---\n# Other\n')
    const { runbooks } = open()
    const link = 'https://git.example.com/ops/blob/main/runbooks/high-latency.md?plain=1#diagnosis'
    const found = await runbooks.likely({ links: [link], alerts: ['HighErrorRate'], services: ['payments-api'] })
    expect(found.map(({ card, reason }) => [card.id, reason])).toEqual([
      ['high-latency', { kind: 'link', address: link }],
      ['high-error-rate', { kind: 'alert', name: 'HighErrorRate' }],
      ['refunds', { kind: 'alert', name: 'HighErrorRate' }],
      ['other', { kind: 'service', name: 'payments-api' }],
    ])
    expect(await runbooks.likely({ ...nothing, alerts: ['Unheard'] })).toEqual([])
  })

  it('[RN7] follows a link to the runbook of the whole path, and to none that only ends alike', async () => {
    write('disk.md', '# Disk\n')
    write('db/disk.md', '# Disk of the database\n')
    const { runbooks } = open()
    const linked = async (link: string) => ids(await runbooks.likely({ ...nothing, links: [link] }))
    expect(await linked('https://wiki.example.com/runbooks/db/disk')).toEqual(['db/disk'])
    expect(await linked('https://wiki.example.com/runbooks/disk/')).toEqual(['disk'])
    expect(await linked('disk')).toEqual(['disk'])
    expect(await linked('https://wiki.example.com/full-disk')).toEqual([])
    expect(await linked('https://wiki.example.com/%E0%A4%A')).toEqual([])
  })

  it('[RN7] finds by all words, or how they begin, without accents; a title comes first', async () => {
    write('a.md', '# Zahlungen\n\nDie Verbindung zur Datenbank ist überlastet.\n')
    write('b.md', '# Überlast\n\nNeue Pods.\n')
    const { runbooks } = open()
    expect(ids(await runbooks.search('uberlast'))).toEqual(['b', 'a'])
    expect(ids(await runbooks.search('datenb ÜBERL'))).toEqual(['a'])
    expect(await runbooks.search('datenbank pods')).toEqual([])
    expect(await runbooks.search(' … ')).toEqual([])
    expect(ids(await runbooks.search('connection pool'))[0]).toBe('connection-pool-exhausted')
  })

  it('[RN7] the index finds what a search through every text finds', () => {
    const word = fc.constantFrom('pod', 'pods', 'pool', 'po', 'änder', 'x1', 'kubectl', '日本')
    const text = fc.array(word, { maxLength: 6 }).map(words => words.join(' '))
    fc.assert(
      fc.property(fc.array(text, { maxLength: 12 }), text, (texts, typed) => {
        const sought = wordsIn(typed)
        const plain = [...texts.keys()].filter(at => {
          const words = wordsIn(texts[at] ?? '')
          return sought.length > 0 && sought.every(begin => words.some(one => one.startsWith(begin)))
        })
        expect(openWordIndex(buildWordIndex(texts))(typed)).toEqual(plain)
      }),
    )
  })
})

describe('the folders of runbooks', () => {
  it('[RN6] has the one of the team in place of ours, and another version with another text', async () => {
    const { runbooks: ours } = open()
    const [before] = await ours.search('memory limit')
    write('high-memory.md', '# Memory, as we do it\n\nmemory limit\n')
    const { runbooks } = open()
    const found = (await runbooks.search('memory')).filter(({ card }) => card.id === 'high-memory')
    expect(found.map(({ card }) => [card.from, card.title])).toEqual([['team', 'Memory, as we do it']])
    expect(found[0]?.card.hash).toMatch(/^[0-9a-f]{64}$/)
    expect(found[0]?.card.hash).not.toBe(before?.card.hash)
  })

  it('[RN6] reads again what is written, changed, moved in or taken away', async () => {
    write('first.md', '# First\n')
    const { runbooks, read } = open()
    expect(ids(await runbooks.search('first'))).toContain('first')
    await read()
    const becomes = async (change: () => void, typed: string, expected: readonly string[]) => {
      change()
      for (;;) {
        await read()
        const team = (await runbooks.search(typed)).filter(({ card }) => card.from === 'team')
        if (JSON.stringify(ids(team)) === JSON.stringify(expected)) return
      }
    }
    await becomes(() => write('second.md', '# Unheardof\n'), 'unheardof', ['second'])
    await becomes(() => write('second.md', '# Changedword\n'), 'changedword', ['second'])
    await becomes(() => write('db/third.md', '# Thirdword\n'), 'thirdword', ['db/third'])
    await becomes(() => rmSync(join(folder, 'second.md')), 'changedword', [])
  }, 30_000)

  it('[RN6] names what is wrong with its place, and has everything else', async () => {
    write('good.md', '# Goodone\n')
    write('wrong.md', '---\nseverity: SEV-9\n---\n# Wrongone\n')
    write('empty.md', '')
    write('large.md', 'x'.repeat(200_001))
    write('README.md', '# About this folder, readmeword\n')
    write('.git/hidden.md', '# Hiddenword\n')
    symlinkSync('/dev/zero', join(folder, 'endless.md'))
    const { runbooks, read } = open()
    expect(ids(await runbooks.search('goodone'))).toEqual(['good'])
    expect(ids(await runbooks.search('wrongone'))).toEqual(['wrong'])
    expect([...(await runbooks.search('hiddenword')), ...(await runbooks.search('readmeword'))]).toEqual([])
    await read()
    const said = runbooks
      .problems()
      .map(({ problem, unusable }) => [problem.message.replace(`${folder}/`, ''), unusable])
    expect(said.toSorted()).toEqual([
      ['empty.md, line 1, column 1: is empty', true],
      ['endless.md is a device, and must be a plain file', true],
      ['large.md is larger than 200,000 bytes', true],
      ['wrong.md, line 2, column 11: severity: must be SEV-1 to SEV-4', false],
    ])
  })

  it('[RN6] needs no folder, and starts no thread before it is asked', async () => {
    rmSync(folder, { recursive: true })
    const { runbooks } = open(join(folder, 'none'))
    expect(runbooks.problems()).toEqual([])
    expect(await runbooks.search('anything')).toEqual([])
  })

  it('[RN6] has two thousand, and says how many more there are', async () => {
    for (let number = 0; number < 2_003; number += 1) write(`r${number}.md`, `# Number ${number}\n`)
    const { runbooks, read } = open()
    expect(ids(await runbooks.search('number 17')).includes('r17')).toBe(true)
    await read()
    expect(runbooks.problems().map(({ problem }) => problem.message)).toEqual([
      `${folder} holds more than 2,000 runbooks: 3 were skipped`,
    ])
  }, 60_000)
})
