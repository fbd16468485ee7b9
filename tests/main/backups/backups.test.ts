import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { DatabaseSync } from 'node:sqlite'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { backUpBeforeFormat } from '../../../src/main/engine/backups/before-format'
import type { IncidentId } from '../../../src/shared/domain/ids'
import { newId } from '../../../src/shared/domain/ids'
import { DAY, HOUR, MINUTE } from '../../../src/shared/lib/time'
import { tamper } from '../../support/damaged-record'
import { scratchFolder } from '../../support/folders'
import { handClock } from '../../support/hand-clock'
import { keptLogger } from '../../support/kept-logger'
import { type RunningEngine, runEngine } from '../../support/running-engine'
import { workerSource } from '../../support/worker-source'
import { enlarge } from './large-record'

let folder: string

beforeEach(() => {
  folder = scratchFolder()
})

const place = () => join(folder, 'backups')
const files = () => (existsSync(place()) ? readdirSync(place()).sort() : [])

function declare(engine: RunningEngine, title = 'Cards fail'): Promise<unknown> {
  return engine.ask('incident:declare', { incident: newId<IncidentId>(), title, severity: 'SEV-2', impact: '' })
}

function titlesIn(name: string): readonly unknown[] {
  const db = new DatabaseSync(join(place(), name), { readOnly: true })
  try {
    const rows = db.prepare("SELECT body FROM event WHERE kind = 'incident-declared' ORDER BY seq").all()
    return rows.map(({ body }) => JSON.parse(String(body)).title)
  } finally {
    db.close()
  }
}

/** Those that have their name. */
const whole = () => files().filter(name => name.endsWith('.sqlite'))

const failed = { kind: 'backup-failed' }

describe('[BU4] the backups that the engine makes', () => {
  it('are one a day, the first a while after the start, with all that was written until then', async () => {
    const clock = handClock()
    const engine = runEngine(folder, {}, clock)
    await declare(engine)
    clock.advance(MINUTE)
    expect(files()).toEqual([])
    clock.advance(MINUTE)
    await expect.poll(whole).toHaveLength(1)
    await declare(engine, 'Mails are late')
    await expect.poll(() => engine.logger.lines.filter(line => line.includes('A backup was made'))).toHaveLength(1)
    clock.advance(DAY + HOUR)
    await expect.poll(whole).toHaveLength(2)
    expect(whole().map(titlesIn)).toEqual([['Cards fail'], ['Cards fail', 'Mails are late']])
    expect(await engine.ask('record:backups', {})).toMatchObject({ folder: place(), count: 2, trouble: null })
  })

  it('are none where nothing was written, and none of a day that has one', async () => {
    const clock = handClock()
    const engine = runEngine(folder, {}, clock)
    clock.advance(2 * MINUTE)
    await declare(engine)
    expect(await engine.ask('record:back-up', {})).toMatchObject({ count: 1, newest: { at: clock.now() } })
    clock.advance(DAY - HOUR)
    expect(await engine.ask('record:backups', {})).toMatchObject({ count: 1 })
    await engine.stop()
    expect(files()).toHaveLength(1)
  })

  it('that two ask for at once is one', async () => {
    const engine = runEngine(folder, {}, handClock())
    await declare(engine)
    const both = await Promise.all([engine.ask('record:back-up', {}), engine.ask('record:back-up', {})])
    expect(both.map(({ count }) => count)).toEqual([1, 1])
  })

  it('of a record that is damaged says so in its name', async () => {
    const first = runEngine(folder, {}, handClock())
    await declare(first)
    await first.stop()
    tamper(folder, `UPDATE event SET body = replace(body, 'Cards', 'Mails')`)
    const engine = runEngine(folder, {}, handClock())
    await expect.poll(async () => (await engine.hello()).recordProblems).toMatchObject([{ kind: 'damaged' }])
    await engine.ask('record:back-up', {})
    expect(files()).toEqual([expect.stringMatching(/-damaged\.sqlite$/)])
  })

  it('are not of a drill', async () => {
    const world = { kind: 'drill', name: 'd', title: 'D', startedAt: 0, speed: 1, briefing: '' } as const
    const engine = runEngine(folder, {}, handClock(), world as never)
    expect(await engine.call('record:back-up', {})).toMatchObject({ ok: false, fault: { code: 'drill-backups' } })
    expect(await engine.call('record:backups', {})).toMatchObject({ ok: false, fault: { code: 'drill-backups' } })
  })

  it('come before a change of the format, once, and keep the format that the record had', async () => {
    cpSync(join(import.meta.dirname, '../../fixtures/records/format-70'), folder, { recursive: true })
    chmodSync(folder, 0o700)
    const ports = { worker: workerSource, logger: keptLogger(), clock: handClock() }
    expect(await backUpBeforeFormat(folder, ports)).toBeNull()
    expect(files()).toEqual([expect.stringMatching(/-format-70\.sqlite$/)])
    const db = new DatabaseSync(join(place(), files()[0] ?? ''), { readOnly: true })
    expect(db.prepare('PRAGMA user_version').get()).toEqual({ user_version: 70 })
    db.close()
    await runEngine(folder, {}, handClock()).stop()
    expect(await backUpBeforeFormat(folder, ports)).toBeNull()
    expect(await backUpBeforeFormat(scratchFolder(), ports)).toBeNull()
    expect(files()).toHaveLength(1)
  })
})

describe('[BU3] a backup that cannot be made', () => {
  it('is told on every screen, harms nothing, is tried again, and is told of no more once it is made', async () => {
    const clock = handClock()
    const engine = runEngine(folder, {}, clock)
    await declare(engine)
    writeFileSync(place(), 'in its way')
    clock.advance(2 * MINUTE)
    await expect.poll(() => engine.pushed('recordProblems')).toMatchObject([{ ...failed, newestAt: null }])
    expect((await engine.hello()).recordProblems).toMatchObject([failed])
    await declare(engine, 'Mails are late')
    rmSync(place())
    await expect
      .poll(() => {
        clock.advance(HOUR)
        return engine.pushed('recordProblems')
      })
      .toEqual([])
    expect(files().length).toBeGreaterThan(0)
  })

  it('for want of room says how much is needed, and leaves the room that there is', async () => {
    const small = smallDisk()
    if (small === null) return
    const first = runEngine(small, {}, handClock())
    await declare(first)
    await first.stop()
    enlarge(small, 9)
    const engine = runEngine(small, {}, handClock())
    const state = await engine.ask('record:back-up', {})
    expect(state).toMatchObject({ count: 0, trouble: { code: 'no-room', needs: expect.any(Number) } })
    expect(readdirSync(join(small, 'backups'))).toEqual([])
    expect(await engine.call('incident:declare', declaration())).toMatchObject({ ok: true })
    await engine.stop()
  })

  const declaration = () => ({
    incident: newId<IncidentId>(),
    title: 'Mails are late',
    severity: 'SEV-3' as const,
    impact: '',
  })

  /** A disk of its own of 24 megabytes; null where this user may mount none. */
  function smallDisk(): string | null {
    if (process.platform !== 'linux' || process.getuid?.() !== 0) return null
    const disk = join(folder, 'disk')
    mkdirSync(disk)
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=24m,mode=700', 'tmpfs', disk], { stdio: 'pipe' })
      onTestFinished(() => void execFileSync('umount', ['-l', disk]))
      return disk
    } catch (error) {
      console.info(`No disk to fill here: ${String(error)}`)
      return null
    }
  }
})

it('[BU1] a killed process leaves nothing that looks like a backup, and the next start removes what it left', async () => {
  const first = runEngine(folder, {}, handClock())
  await declare(first)
  await first.stop()
  enlarge(folder, 60)
  const script = join(import.meta.dirname, '../../../src/main/quarterdeck.ts')
  const child = spawn(process.execPath, [...workerSource.execArgv, script, 'backup', '--data', folder], {
    stdio: 'inherit',
  })
  await expect.poll(files, { interval: 2 }).toEqual([expect.stringMatching(/\.partial$/)])
  child.kill('SIGKILL')
  await new Promise(done => child.once('exit', done))
  expect(files().filter(name => !/\.partial(-journal)?$/.test(name))).toEqual([])
  expect(files().length).toBeGreaterThan(0)
  const engine = runEngine(folder, {}, handClock())
  expect(files()).toEqual([])
  expect(await engine.ask('record:back-up', {})).toMatchObject({ count: 1, trouble: null })
})

it('[BU4] the engine’s loop goes on while a large record is copied', async () => {
  const first = runEngine(folder, {}, handClock())
  await declare(first)
  await first.stop()
  enlarge(folder, 60)
  const engine = runEngine(folder, {}, handClock())
  await engine.hello()
  const delay = monitorEventLoopDelay({ resolution: 5 })
  let turns = 0
  const turning = setInterval(() => {
    turns += 1
  }, 1)
  delay.enable()
  const state = await engine.ask('record:back-up', {})
  delay.disable()
  clearInterval(turning)
  expect(state).toMatchObject({ count: 1, trouble: null, newest: { bytes: expect.any(Number) } })
  console.info(`longest block of the loop ${Math.round(delay.max / 1e6)} ms, ${turns} turns`)
  expect(turns).toBeGreaterThan(10)
  expect(readFileSync(join(place(), files()[0] ?? '')).length).toBeGreaterThan(60_000_000)
})
