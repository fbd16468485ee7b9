import type { Fault } from '../../../shared/contract/faults'
import type { RequestId } from '../../../shared/domain/ids'
import { fail, ok, type Reply } from '../../../shared/lib/reply'
import type { Engine } from '../engine'
import type { WorldCalls } from '../queries'
import type { Bridge, EngineSession, Push } from '../session'
import { type DrillChoice, type Opened, openDrill, openReal, readScenario, type WorldOptions } from './open-world'

export interface WorldsOptions extends WorldOptions {
  /** The drill to open with, or null for the real world. */
  readonly start: DrillChoice | null
}

export interface Worlds extends Bridge {
  stop(): Promise<void>
}

/**
 * The real world and its drills, one at a time behind one bridge. Each has an engine of its own: record, connections,
 * clock. Entering or leaving a drill swaps the engine, and tells every screen to start over.
 * Fault: one line that names the folder, the file or the drill, and the way out.
 */
export async function openWorlds(options: WorldsOptions): Opened<Worlds> {
  const screens = new Set<{ readonly push: Push; session: EngineSession }>()
  const first = await openWorld(options.start)
  if (!first.ok) return first
  let engine = first.value
  let switching: Promise<void> = Promise.resolve()

  function openWorld(choice: DrillChoice | null): Opened<Engine> {
    return choice === null ? openReal(options, worldCalls()) : openDrill(options, choice, worldCalls())
  }

  function worldCalls(): WorldCalls {
    return {
      'world:enter-drill': choice => swap(choice),
      'world:leave-drill': () => swap(null),
    }
  }

  /** Answers before the swap ends: the caller's own session is part of what is swapped. */
  function swap(choice: DrillChoice | null): Reply<null, Fault> {
    if (choice !== null) {
      const scenario = readScenario(options.resources, choice.drill)
      if (!scenario.ok) return fail({ kind: 'not-found', message: scenario.fault.message })
    }
    switching = switching
      .then(() => replace(choice))
      .catch(cause => {
        options.ports.logger.error('Changing between drill and real world failed', { cause: String(cause) })
      })
    return ok(null)
  }

  async function replace(choice: DrillChoice | null): Promise<void> {
    await engine.stop()
    const next = await openWorld(choice)
    if (!next.ok) options.ports.logger.error('The world could not be opened', { message: next.fault.message })
    const fallback = next.ok ? next : await openWorld(null)
    if (!fallback.ok) throw new Error(fallback.fault.message)
    engine = fallback.value
    for (const screen of screens) {
      screen.session.close()
      screen.session = engine.openSession(screen.push)
      screen.push('world', null)
    }
  }

  return ok({
    openSession(push) {
      const screen = { push, session: engine.openSession(push) }
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
      await switching
      await engine.stop()
    },
  })
}
