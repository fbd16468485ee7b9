import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it, onTestFinished } from 'vitest'
import { closedRecord } from '../../support/closed-record'
import { tamper, type } from '../../support/damaged-record'

const record = closedRecord()

describe('the list of incidents', () => {
  it('[UP7] takes on when customers are due to hear as the log says it, and calls no damage what an earlier version listed', async () => {
    tamper(
      record.folder,
      `UPDATE incidentSummary SET summary = json_set(json_remove(summary, '$.deadlines'), '$.updateDueAt', 7)`,
    )
    const engine = record.opened()
    const due = async () => {
      const hello = await engine.call('session:hello', { name: null, screen: 'test' })
      return hello.ok && hello.value.incidents.some(({ deadlines }) => deadlines?.some(({ dueAt }) => dueAt === 7))
    }
    expect(await due()).toBe(true)
    await expect.poll(due).toBe(false)
    expect(await engine.problems()).toEqual([])
  })

  it.each([
    ['lost', `DELETE FROM incidentSummary`],
    ['no JSON', `UPDATE incidentSummary SET summary = '{'`],
    ['edited', `UPDATE incidentSummary SET summary = replace(summary, 'SEV-1', 'SEV-4')`],
    ['of another shape', `UPDATE incidentSummary SET summary = '{"id":7}'`],
  ])('[IN2] a row that is %s is made anew from the log, and that is said', async (_, sql) => {
    tamper(record.folder, sql)
    const engine = record.opened()
    await expect
      .poll(async () => (await engine.problems()).map(({ kind }) => kind))
      .toEqual(['list-mended', 'list-mended'])
    const hello = await engine.call('session:hello', { name: null, screen: 'test' })
    expect(hello.ok && hello.value.incidents.map(({ title, severity }) => [title, severity]).sort()).toEqual([
      ['Payments fail', 'SEV-1'],
      ['Search is slow', 'SEV-1'],
    ])
    expect(await type(engine, record.payments, 'goes on')).toMatchObject({ ok: true })
  })
})

describe('a log without damage', () => {
  it('[IN2] has no problem, and can be written to', async () => {
    const engine = record.opened()
    expect(await type(engine, record.payments, 'goes on')).toMatchObject({ ok: true })
    expect(await engine.problems()).toEqual([])
  })

  it('[IN1] refuses every DELETE, every UPDATE but one that clears what an event says is erased, and a REPLACE', () => {
    const db = new DatabaseSync(join(record.folder, 'quarterdeck.sqlite'))
    onTestFinished(() => db.close())
    db.exec('PRAGMA recursive_triggers = ON')
    const clear = (seq: number) => `UPDATE event SET body = '', salt = '', summary = '' WHERE seq = ${seq}`
    for (const sql of [
      clear(3),
      'DELETE FROM event WHERE seq = 3',
      "UPDATE event SET body = '{}' WHERE seq = 3",
      "UPDATE event SET body = '', salt = '', summary = '', at = 0 WHERE seq = 3",
      "UPDATE event SET body = '' WHERE seq = 3",
      "UPDATE event SET salt = '', summary = '' WHERE seq = 3",
      'UPDATE event SET counter = 9 WHERE seq = 3',
      "UPDATE event SET bodyHash = '' WHERE seq = 3",
      "UPDATE event SET hash = '' WHERE seq = 3",
      'UPDATE event SET seq = 99 WHERE seq = 3',
      'REPLACE INTO event SELECT * FROM event WHERE seq = 3',
    ]) {
      expect(() => db.exec(sql), sql).toThrow(/append-only/)
    }
    db.exec(`INSERT INTO event (id, incident, kind, version, at, recordedAt, by, body, hash, env)
      SELECT 'erasing.0', incident, 'body-erased', 1, 0, 0, '{}', json_object('event', id), '', 2 FROM event WHERE seq = 3`)
    expect(() => db.exec("UPDATE event SET body = 'x', salt = '', summary = '' WHERE seq = 3")).toThrow(/append-only/)
    for (const other of ['2', '4', "(SELECT seq FROM event WHERE id = 'erasing.0')"])
      expect(() => db.exec(clear(3).replace('= 3', `= ${other}`)), other).toThrow(/append-only/)
    expect(() => db.exec(clear(3))).not.toThrow()
  })
})
