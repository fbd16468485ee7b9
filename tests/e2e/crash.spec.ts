import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import type { SocketLink } from '../../src/renderer/link/socket-link'
import { type EntryId, type IncidentId, newId } from '../../src/shared/domain/ids'
import { readRecord, whenOpen } from '../support/followed-log'
import { startCockpit } from '../support/running-cockpit'

const incident = newId<IncidentId>()
let folder: string

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quarterdeck-crash-'))
})
test.afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Types lines as fast as they are acknowledged until the line is dead; calls `kill` after so many. */
async function writeUntilKilled(link: SocketLink, kept: string[], killAfter: number, kill: () => void): Promise<void> {
  for (let n = 0; ; n += 1) {
    const entry = newId<EntryId>()
    if (n === killAfter) kill()
    const reply = link.call('timeline:append', {
      incident,
      entry,
      kind: 'note',
      text: `line ${entry}`,
      occurredAt: null,
      pinned: false,
    })
    const answered = await Promise.race([reply, whenLost(link)])
    if (answered === 'lost') return
    if (!answered.ok) throw new Error(answered.fault.message)
    kept.push(entry)
  }
}

function whenLost(link: SocketLink): Promise<'lost'> {
  return new Promise(done => {
    const stop = link.onState(state => {
      if (state !== 'lost') return
      queueMicrotask(() => stop())
      done('lost')
    })
  })
}

/** Writes, kills and starts again so many times, and looks each time at all that was acknowledged. */
async function crashUnderWriting(crashes: number): Promise<void> {
  const kept: string[] = []
  let checkpointDueAt: number | undefined
  for (let crash = 0; crash <= crashes; crash += 1) {
    const cockpit = await startCockpit(['--no-drill', '--data', folder])
    const link = await cockpit.link()
    await whenOpen(link)
    if (crash === 0) {
      const declared = await link.call('incident:declare', {
        incident,
        title: 'Payments fail',
        severity: 'SEV-1',
        impact: '',
      })
      expect(declared.ok).toBe(true)
    }
    const record = await readRecord(link, incident)
    const lines = record.timeline.filter(line => !line.automatic).map(line => String(line.id))
    expect(new Set(lines).size).toBe(lines.length)
    expect(kept.filter(entry => !lines.includes(entry))).toEqual([])
    const { checkpoint } = record.incident
    checkpointDueAt ??= checkpoint.state === 'waiting' ? checkpoint.dueAt : undefined
    expect(checkpoint).toMatchObject({ state: 'waiting', dueAt: checkpointDueAt })
    if (crash < crashes) await writeUntilKilled(link, kept, crash % 13, () => cockpit.process.kill('SIGKILL'))
    link.close()
    await cockpit.kill()
  }
  expect(kept.length).toBeGreaterThan(crashes)
}

// Up to twelve lines are acknowledged before a kill: each of the counts, and some of them twice.
for (const { crashes, tag } of [
  { crashes: 20, tag: [] },
  { crashes: 100, tag: '@soak' },
])
  test(`every acknowledged line is there after each of ${crashes} kills under writing, once, and clocks stand where they stood`, {
    tag,
  }, async () => {
    test.setTimeout(600_000)
    await crashUnderWriting(crashes)
  })
