import { chmodSync, cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { runCommandLine } from '../../../src/main/quarterdeck-commands'
import { picture } from '../../scripts/start-process'
import { engineOn, incidentWith, tamper, type, zeroPageOf } from '../../support/damaged-record'
import { scratchFolder } from '../../support/folders'

let folder: string

beforeEach(async () => {
  folder = scratchFolder()
  const engine = engineOn(folder)
  await incidentWith(engine, 'Payments fail', 'payments 1', 'payments 2')
  await incidentWith(engine, 'Search is slow', 'search 1')
  await engine.stop()
})

const verify = (...words: readonly string[]) => runCommandLine(['verify', '--data', folder, ...words], '/')

describe('[IN8] quarterdeck verify', () => {
  it('says of each log that it is whole, and leaves every byte as it was', () => {
    const before = picture(folder).join('\n')
    const { code, out } = verify()
    expect([code, out.split('\n').at(-2)]).toEqual([0, 'The record is whole.'])
    expect(out).toMatch(/whole +Payments fail: 7 events/)
    expect(out).toMatch(/whole +Search is slow: 6 events/)
    // Compared as one, because a picture has every byte in it.
    expect(picture(folder).join('\n') === before).toBe(true)
  })

  it('names the incident and the place of damage, and what is whole beside it', () => {
    tamper(folder, `UPDATE event SET body = replace(body, 'payments 1', 'payments 7')`)
    const { code, out } = verify()
    expect(code).toBe(1)
    expect(out).toMatch(/DAMAGED +Payments fail: 7 events; event 6 is altered\. It is verified until \d{4}-/)
    expect(out).toMatch(/whole +Search is slow/)
    expect(out).toContain('The record is damaged.')
  })

  it.each([
    [
      'a cut tail',
      () => tamper(folder, 'DELETE FROM event WHERE seq = (SELECT max(seq) FROM event)'),
      /ends before event 6/,
    ],
    ['an event that somebody else could have chained', forgeHead, /DAMAGED .*the signature at event \d is invalid/],
    ['a lost file of heads', () => rmSync(join(folder, 'heads.json')), /no readable heads\.json/],
  ])('tells of %s', (_, harm, words) => {
    harm()
    expect(verify().out).toMatch(words)
  })

  /** As if the whole log had been written anew, and the file of heads with it: only the signature does not fit. */
  function forgeHead(): void {
    const file = join(folder, 'heads.json')
    const heads = JSON.parse(readFileSync(file, 'utf8'))
    for (const { heads: signed } of Object.values<{ heads: Record<string, [number, string, string]> }>(heads.origins))
      for (const head of Object.values(signed)) head[0] = Math.max(1, head[0] - 1)
    writeFileSync(file, JSON.stringify(heads))
  }

  it('calls an incident as its log does, whatever the list says', () => {
    tamper(folder, `UPDATE incidentSummary SET summary = replace(summary, 'Payments fail', 'All is well')`)
    const { code, out } = verify()
    expect([code, out.includes('All is well')]).toEqual([0, false])
    expect(out).toMatch(/whole +Payments fail: 7 events/)
  })

  it.each([
    ['act', /broken in the table act\..*restore FILE/s],
    ['incidentSummary', /broken in the table incidentSummary\./],
    ['seenAlert', /broken in the table seenAlert\./],
    ['attachment', /broken in the table attachment\./],
    ['noiseRule', /broken in the table noiseRule\./],
    ['event', /broken in the table event\./],
    ['sqlite_sequence', /broken in the table sqlite_sequence\./],
    ['actByState', /broken in an index of the table act\..*backup FILE/s],
    ['seenAlertByClearing', /broken in an index of the table seenAlert\./],
    ['sqlite_autoindex_event_1', /broken in an index of the table event\./],
  ])('[IN10] names %s where the file is broken there, the way out, and changes nothing', (name, words) => {
    zeroPageOf(folder, name)
    const before = picture(folder).join('\n')
    const { code, out } = verify()
    expect(code).toBe(1)
    expect(out).toMatch(words)
    expect(out).not.toContain('The record is whole')
    expect(picture(folder).join('\n') === before).toBe(true)
  })

  it('may run while Quarterdeck does', async () => {
    const engine = engineOn(folder)
    onTestFinished(() => engine.stop())
    const incident = await incidentWith(engine, 'Mails are late', 'one')
    expect(verify()).toMatchObject({ code: 0 })
    expect(await type(engine, incident, 'two')).toMatchObject({ ok: true })
    expect(verify().out).toMatch(/whole +Mails are late: 7 events/)
  })

  it('reads a record of an earlier format as it is', () => {
    folder = scratchFolder()
    cpSync(join(import.meta.dirname, '../../fixtures/records/format-70'), folder, { recursive: true })
    chmodSync(folder, 0o700)
    expect(verify()).toMatchObject({ code: 0, out: expect.stringMatching(/Events outside incidents: 7 events/) })
    tamper(folder, `UPDATE event SET at = at + 1 WHERE seq = 30`)
    expect(verify()).toMatchObject({ code: 1, out: expect.stringMatching(/DAMAGED +Card payments fail at checkout/) })
  })

  it.each([
    ['no such folder', () => rmSync(folder, { recursive: true })],
    ['an empty database', () => writeFileSync(join(folder, 'quarterdeck.sqlite'), '')],
    ['a lost database', () => rmSync(join(folder, 'quarterdeck.sqlite'))],
    ['a database that is none', () => writeFileSync(join(folder, 'quarterdeck.sqlite'), 'x'.repeat(200))],
  ])('says in one line that it cannot look at %s', (_, harm) => {
    harm()
    const { code, out, problem } = verify()
    expect([code, out, problem.trim().split('\n').length]).toEqual([2, '', 1])
    expect(problem).toContain(folder)
    expect(problem).toMatch(/\.\s*$/)
  })

  it('names a wrong word, and says how it is used', () => {
    expect(runCommandLine(['--help'], '/')).toMatchObject({
      code: 0,
      out: expect.stringContaining('quarterdeck verify'),
    })
    expect(runCommandLine([], '/')).toMatchObject({ code: 2, problem: expect.stringContaining('Usage') })
    expect(runCommandLine(['verfy'], '/').code).toBe(2)
    expect(verify('--dat')).toMatchObject({ code: 2, problem: expect.stringContaining('--dat') })
  })
})
