import { describe, expect, it, onTestFinished } from 'vitest'
import { type IncidentId, newId } from '../../../src/shared/domain/ids'
import { severityChanged } from '../../../src/shared/events/severity-changed'
import { scratchFolder } from '../../support/folders'
import { type Replica, replicaOn } from '../../support/replica'
import { type ReplicaScreen, screensOf } from '../../support/replica-screen'

const incident = newId<IncidentId>()
const engine = { kind: 'engine' } as const

/** Two machines with one beginning, the second of which wrote long ago, and pages at the first. */
function scene(lines = 3) {
  const [here, there] = [replicaOn(scratchFolder()), replicaOn(scratchFolder())]
  here.declare(incident)
  there.take(incident, here.rows(incident))
  here.clock = 5_000
  for (let n = 0; n < lines; n += 1) here.note(incident, `line ${n}`)
  const pages = screensOf(here)
  onTestFinished(pages.stop)
  const late = (text: string) => {
    there.note(incident, text)
    return own(there)
  }
  return { here, there, pages, late }
}

function own({ rows, store }: Replica) {
  return rows(incident).filter(({ origin }) => origin === store.origin.id)
}

const names = ({ came }: ReplicaScreen) => came.map(({ name }) => name)
const texts = ({ store }: ReplicaScreen) => store.getState().record?.timeline.map(({ text }) => text)

/** What it shows is what a page shows that comes now, and what the engine has. */
async function expectTrue(page: ReplicaScreen, { here, pages }: ReturnType<typeof scene>): Promise<void> {
  await page.caughtUp()
  const fresh = pages.open(incident)
  await fresh.caughtUp()
  const { record } = page.store.getState()
  expect(record).toEqual(fresh.store.getState().record)
  const { incident: head, seq } = here.ledger.record(incident) ?? {}
  const state = { incident: head, timeline: here.ledger.record(incident)?.timeline(), seq }
  expect(record).toEqual(JSON.parse(JSON.stringify(state)))
}

describe('[FO8] a screen that follows an incident into which late events come', () => {
  it('is told what they changed, in the place where it belongs', async () => {
    const at = scene()
    const page = at.pages.open(incident)
    at.here.take(incident, at.late('seen before'))
    await expectTrue(page, at)
    expect(texts(page)).toEqual(['Declared SEV-2: Cards fail', 'seen before', 'line 0', 'line 1', 'line 2'])
    expect(names(page)).toEqual(['log', 'rebased'])
  })

  it('keeps the very lines that are as they were', async () => {
    const at = scene()
    const page = at.pages.open(incident)
    await page.caughtUp()
    const before = page.store.getState().record?.timeline
    at.here.take(incident, at.late('seen before'))
    await page.caughtUp()
    const after = page.store.getState().record?.timeline
    expect(after?.filter(line => before?.includes(line))).toHaveLength(4)
  })

  it('is sent no more of a long incident than of a short one', async () => {
    const bytes: number[] = []
    for (const lines of [10, 500]) {
      const at = scene(lines)
      const page = at.pages.open(incident)
      await page.caughtUp()
      at.here.take(incident, at.late('seen before'))
      await expectTrue(page, at)
      // The second is a late event among events that have their stamps already.
      at.here.take(incident, at.late('and this'))
      await expectTrue(page, at)
      bytes.push(...page.came.filter(({ name }) => name === 'rebased').map(one => one.bytes))
    }
    expect(bytes).toHaveLength(4)
    expect(Math.max(...bytes)).toBeLessThan(2 * Math.min(...bytes))
  })

  it('is told once of batches that come one behind the other', async () => {
    const at = scene()
    const page = at.pages.open(incident)
    for (const text of ['one', 'two', 'three']) at.here.take(incident, at.late(text))
    await expectTrue(page, at)
    expect(names(page)).toEqual(['log', 'rebased'])
  })

  it('is shown at once what is typed meanwhile, and of what came before it as well', async () => {
    const at = scene()
    const page = at.pages.open(incident)
    await page.caughtUp()
    at.here.take(incident, at.late('seen before'))
    at.here.note(incident, 'typed')
    expect(texts(page)).toContain('typed')
    expect(texts(page)).toContain('seen before')
    await expectTrue(page, at)
    expect(names(page)).toEqual(['log', 'rebased'])
  })

  it('goes on with single events behind it', async () => {
    const at = scene()
    const page = at.pages.open(incident)
    at.here.take(incident, at.late('seen before'))
    await page.caughtUp()
    at.here.note(incident, 'typed')
    at.there.take(incident, at.here.rows(incident))
    at.here.take(incident, at.late('an answer'))
    await expectTrue(page, at)
    expect(names(page)).toEqual(['log', 'rebased', 'log', 'log'])
  })

  it.each([
    ['while late events came', 1],
    ['while late events came and it was on', 0],
  ] as const)('has all of it when its line dropped %s', async (_, lateAgain) => {
    const at = scene()
    const page = at.pages.open(incident)
    at.here.take(incident, at.late('seen before'))
    await page.caughtUp()
    page.drop()
    if (lateAgain) at.here.take(incident, at.late('while it was away'))
    at.here.note(incident, 'typed')
    page.reconnect()
    await expectTrue(page, at)
    // Only what is behind late events can be sent as a tail.
    expect(page.came.at(-1)?.name).toBe('log')
    expect(page.store.getState().record?.seq).toBe(at.here.ledger.lastSeq(incident))
  })

  it('that came in the midst of it is told nothing twice', async () => {
    const at = scene()
    const first = at.pages.open(incident)
    await first.caughtUp()
    at.here.take(incident, at.late('one'))
    const second = at.pages.open(incident)
    await second.caughtUp()
    at.here.take(incident, at.late('two'))
    for (const page of [first, second]) await expectTrue(page, at)
  })

  it('shows what late events decide', async () => {
    const at = scene()
    const page = at.pages.open(incident)
    const change = (one: Replica, to: 'SEV-1' | 'SEV-3', reason: string) =>
      one.write(incident, severityChanged.draft({ from: 'SEV-2', to, reason }, 7, engine))
    change(at.here, 'SEV-3', 'calmer here')
    change(at.there, 'SEV-1', 'worse there')
    at.here.take(incident, own(at.there))
    await expectTrue(page, at)
    expect(page.store.getState().record?.incident.severity).toBe('SEV-1')
  })
})
