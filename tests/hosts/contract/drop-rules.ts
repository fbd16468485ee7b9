import { expect, it } from 'vitest'
import type { IncidentId, Seq } from '../../../src/shared/domain/ids'
import type { HostScreen, TestedHost } from '../host-contract'
import { engineBridge } from '../support/engine-bridge'
import { done, type FollowingScreen, followOn } from '../support/following-screen'
import { append, declared, textOf, texts, textsOf } from '../support/lines'

const ROUNDS = texts(40)
const AT_ONCE = texts(8)
const EXPECTED = ROUNDS.flatMap(round => AT_ONCE.map(text => `${round}, ${text}`)).sort()

/** What a host whose line can drop owes to those at both its ends. */
export function dropRules(host: TestedHost): void {
  it.skipIf(!host.lineCanDrop)(
    '[FO2] [HB12] loses and doubles nothing over lines that drop',
    { timeout: 30_000 },
    async () => {
      const open = await host.serve(engineBridge())
      const [writer, reader] = [open(), open()]
      const incident = await declared(writer.link)
      const screen = followOn(reader.link, incident)
      const cutReader = cutEvery(7, reader)
      screen.onGrown(cutReader.count)
      const cutWriter = cutEvery(11, writer)
      await screen.reached(await writeRounds(writer, incident, cutWriter.count))
      expect(cutReader.cuts() + cutWriter.cuts()).toBeGreaterThan(25)
      expectOnceInOrder(screen)
      expect([...(await textsOf(open().link, incident))].sort()).toEqual(EXPECTED)
    },
  )
}

/** Cuts a screen's line at every so many calls of `count`. */
function cutEvery(step: number, screen: HostScreen) {
  let [counted, cuts] = [0, 0]
  const count = () => {
    counted += 1
    if (counted % step !== 0) return
    cuts += 1
    screen.drop?.()
  }
  return { count, cuts: () => cuts }
}

/** Eight lines at once, so that a cut always finds calls on their way. Answers the last seq. */
async function writeRounds({ link }: HostScreen, incident: IncidentId, written: () => void): Promise<Seq> {
  let last = 0
  const write = async (text: string) => {
    const { seq } = await done(append(link, incident, text))
    last = Math.max(last, seq)
    written()
  }
  for (const round of ROUNDS) await Promise.all(AT_ONCE.map(text => write(`${round}, ${text}`)))
  return last
}

function expectOnceInOrder(screen: FollowingScreen): void {
  const order = screen.events.map(event => event.seq)
  expect(order).toEqual([...new Set(order)].sort((a, b) => a - b))
  expect(screen.events.flatMap(textOf).sort()).toEqual(EXPECTED)
}
