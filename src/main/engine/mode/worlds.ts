import { setImmediate } from 'node:timers/promises'
import { coded, partOf } from '../../../shared/contract/coded-text'
import type { CodedPart } from '../../../shared/contract/fault-codes'
import type { Fault } from '../../../shared/contract/faults'
import type { RequestId } from '../../../shared/domain/ids'
import type { Principal } from '../../../shared/domain/principal'
import { fail, ok, type Reply } from '../../../shared/lib/reply'
import type { Bridge, EngineSession, Push } from '../bridge'
import type { Engine } from '../engine'
import { refused } from '../record/decision'
import type { ModeCalls } from '../sessions/handlers'
import { reasonOf } from '../storage/fault'
import { type DrillChoice, type ModeOptions, type OpeningMode, openDrill, openLive, readScenario } from './open-world'

export interface ModesOptions extends ModeOptions {
  /** The drill to open with, or null for the real world. */
  readonly start: DrillChoice | null
}

export interface Modes extends Bridge {
  stop(): Promise<void>
}

/**
 * The live mode and its drills, one at a time behind one bridge. Each has an engine of its own: record, connections,
 * clock. Entering or leaving a drill swaps the engine, and makes every session start over. Fault: one line that names
 * the folder, the file or the drill, and the way out.
 */
export async function openModes(options: ModesOptions): OpeningMode<Modes> {
  const screens = new Set<{ readonly push: Push; readonly principal: Principal; session: EngineSession }>()
  const first = await openMode(options.start)
  if (!first.ok) return first
  let [engine, shown] = [first.value, options.start]
  /** Settles when the engine from before has let go of its folder. */
  let switching: Promise<void> = Promise.resolve()
  let changing: Promise<unknown> = Promise.resolve()

  /** [DF6] Never throws: a full disk or a file in the way is a fault that names it. */
  async function openMode(choice: DrillChoice | null): OpeningMode<Engine> {
    try {
      return await (choice === null ? openLive(options, modeCalls()) : openDrill(options, choice, modeCalls()))
    } catch (cause) {
      const what: CodedPart =
        choice === null ? { code: 'own-record' } : { code: 'the-drill', values: { drill: choice.drill } }
      return fail(coded('world-not-read', { what, reason: reasonOf(cause) }))
    }
  }

  function modeCalls(): ModeCalls {
    return {
      'world:enter-drill': choice => swap(choice),
      'world:leave-drill': () => swap(null),
    }
  }

  /** One after the other, however many sessions ask. */
  function swap(choice: DrillChoice | null): Promise<Reply<null, Fault>> {
    const turn = changing.then(() => change(choice))
    changing = turn.catch(() => undefined)
    return turn
  }

  /** [DF6] The next engine is opened while the one before still runs, so that there is always one. */
  async function change(choice: DrillChoice | null): Promise<Reply<null, Fault>> {
    if (choice !== null) {
      const scenario = readScenario(options.resources, choice.drill)
      if (!scenario.ok) return fail({ kind: 'not-found', ...scenario.fault })
    }
    await switching
    if (isShown(choice)) return ok(null)
    const next = await openMode(choice)
    if (!next.ok) return refused('world-not-opened', { problem: partOf(next.fault) })
    shown = choice
    // After the answer: the caller's own session is part of what is replaced.
    switching = setImmediate().then(() => replace(next.value))
    return ok(null)
  }

  /** A drill that runs is found again, and it is open here already. */
  function isShown(choice: DrillChoice | null): boolean {
    if (choice === null || shown === null) return choice === shown
    return choice.anew !== true && choice.drill === shown.drill && choice.speed === shown.speed
  }

  async function replace(next: Engine): Promise<void> {
    const before = engine
    engine = next
    for (const screen of screens) {
      screen.session.close()
      screen.session = engine.openSession(screen.push, screen.principal)
      screen.push('world', null)
    }
    try {
      await before.stop()
    } catch (cause) {
      options.ports.logger.error('An engine did not stop cleanly', { cause: String(cause) })
    }
  }

  return ok({
    openSession(push, principal) {
      const screen = { push, principal, session: engine.openSession(push, principal) }
      screens.add(screen)
      return {
        async call(request: RequestId, name: string, input: unknown) {
          await switching
          return screen.session.call(request, name, input)
        },
        close() {
          screens.delete(screen)
          screen.session.close()
        },
      }
    },
    async stop() {
      await changing
      await switching
      await engine.stop()
    },
  })
}
