import { describe, expect, it, onTestFinished } from 'vitest'
import type { Pushes } from '../../../src/shared/contract/pushes'
import type { IncidentId, Seq } from '../../../src/shared/domain/ids'
import { type EngineOnFolder, engineOn, incidentWith, tamper, type } from '../../support/damaged-record'
import { scratchFolder } from '../../support/folders'

const lines = ['one', 'two', 'three', 'four', 'five', 'six']

const logs = ({ pushes }: EngineOnFolder): readonly Pushes['log'][] =>
  pushes.flatMap(({ name, payload }) => (name === 'log' ? [payload as Pushes['log']] : []))
const textsOf = (log: Pushes['log'] | undefined) =>
  (log?.events ?? []).flatMap(({ body }) =>
    body !== null && typeof body === 'object' && 'text' in body ? [body.text] : [],
  )

/** A closed record of one incident, and the place behind which its last three lines are. */
async function closedRecord(): Promise<{ folder: string; incident: IncidentId; after: Seq }> {
  const folder = scratchFolder()
  const engine = engineOn(folder)
  const incident = await incidentWith(engine, 'Cards fail', ...lines)
  await engine.call('log:follow', { incident, after: 0 })
  const after = logs(engine).at(-1)?.events.at(-4)?.seq ?? 0
  await engine.stop()
  return { folder, incident, after }
}

function reopened(folder: string): EngineOnFolder {
  const engine = engineOn(folder)
  onTestFinished(() => engine.stop())
  return engine
}

const damageOf = async (engine: EngineOnFolder) => (await engine.problems()).find(({ kind }) => kind === 'damaged')

describe('[IN12] the newest events of a log that was not read yet', () => {
  it('are those that the whole log has, and what is typed next follows them', async () => {
    const { folder, incident, after } = await closedRecord()
    const engine = reopened(folder)
    const reply = await engine.call('log:follow', { incident, after })
    const [tail] = logs(engine)
    expect(textsOf(tail)).toEqual(['four', 'five', 'six'])
    expect(reply).toEqual({ ok: true, value: { seq: tail?.events.at(-1)?.seq } })
    await type(engine, incident, 'seven')
    expect(logs(engine).at(-1)).toMatchObject({ after: tail?.events.at(-1)?.seq })
    expect(textsOf(logs(engine).at(-1))).toEqual(['seven'])
    expect((await wholeLog(engine, incident)).slice(-4, -1)).toEqual(tail?.events)
  })

  it('are shown though an event before them was edited, which the check behind the start names by its place', async () => {
    const { folder, incident, after } = await closedRecord()
    tamper(folder, 'UPDATE event SET body = replace(body, \'"one"\', \'"won"\')')
    const engine = reopened(folder)
    await engine.call('log:follow', { incident, after })
    expect(textsOf(logs(engine)[0])).toEqual(['four', 'five', 'six'])
    await expect
      .poll(() => damageOf(engine), { timeout: 240_000 })
      .toMatchObject({ incident, damage: { what: 'altered' } })
    expect(await type(engine, incident, 'seven')).toMatchObject({ ok: false, fault: { code: 'record-damaged' } })
  })

  it.each([
    ['one of them was edited', 'UPDATE event SET body = replace(body, \'"five"\', \'"fave"\')'],
    ['one of them is gone', 'DELETE FROM event WHERE body LIKE \'%"five"%\''],
    [
      'the one before them is another',
      "UPDATE event SET hash = iif(hash LIKE 'f%', '0', 'f') || substr(hash, 2) WHERE body LIKE '%\"three\"%'",
    ],
  ])(
    'are not shown by themselves where %s: the log is read as a whole, and the damage is named at once',
    async (_, sql) => {
      const { folder, incident, after } = await closedRecord()
      tamper(folder, sql)
      const engine = reopened(folder)
      await engine.call('log:follow', { incident, after })
      expect(await damageOf(engine)).toMatchObject({ incident })
    },
  )

  it('are read with all before them where something was erased, so that a page shows nothing of it', async () => {
    const folder = scratchFolder()
    const before = engineOn(folder)
    const incident = await incidentWith(before, 'Cards fail', 'one', 'hunter2', 'three')
    await before.call('log:follow', { incident, after: 0 })
    const secret = logs(before)
      .at(-1)
      ?.events.find(event => textsOf({ events: [event] } as never)[0] === 'hunter2')
    if (secret === undefined) throw new Error('The line was not told')
    const { entry } = secret.body as unknown as { readonly entry: never }
    await before.call('timeline:erase', { incident, entry, standIn: 'A key', reason: 'A key' })
    await before.stop()
    const engine = reopened(folder)
    await engine.call('log:follow', { incident, after: secret.seq })
    expect(logs(engine)[0]).toMatchObject({ after: 0, record: { incident: { id: incident } } })
  })
})

/** The whole log, as a page gets it that has nothing. */
async function wholeLog(engine: EngineOnFolder, incident: IncidentId) {
  await engine.call('log:follow', { incident, after: 0 })
  return logs(engine).at(-1)?.events ?? []
}
