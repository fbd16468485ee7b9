import { useRef } from 'react'
import type { UpdateId } from '../../../../shared/domain/ids'
import type { Incident } from '../../../../shared/domain/incident'
import { changedComponents, isWorse } from '../../../../shared/domain/restore-components'
import { useBoard, useCockpit } from '../../../stores/cockpit'
import { statusPageOf } from '../public-facts'
import { withComponent } from './composer-state'
import type { Composer } from './use-composer'

export interface Publishing {
  /** Publishes what was reviewed, beside the updates that its writer has seen, and closes the composer once it is queued. */
  readonly publish: (seen: readonly UpdateId[]) => Promise<void>
  /** True while publishing has no answer yet: the update is then cancelled as soon as it is queued. */
  readonly callBack: () => boolean
}

/** Cancelling works from the key that publishes, not from the engine's answer, which a lost connection may delay. */
export function usePublishing({ state, saveIfChanged }: Composer, onClose: () => void): Publishing {
  const { commands } = useCockpit()
  const underWay = useRef<{ calledBack: boolean } | null>(null)
  const send = async (mine: { readonly calledBack: boolean }, seen: readonly UpdateId[]) => {
    const { update } = state
    // What is published is what the review shows, also what changed since it opened.
    if (!(await saveIfChanged(state)) || mine.calledBack) return false
    const reply = await commands.send('comms', 'comms:publish', { update, seen: [...seen] })
    if (reply.ok && mine.calledBack) {
      const all = [update, ...state.also.map(one => one.update)]
      await Promise.all(all.map(one => commands.send('comms', 'comms:cancel', { update: one })))
    }
    return reply.ok
  }
  return {
    publish: async seen => {
      const mine = { calledBack: false }
      underWay.current = mine
      const gone = await send(mine, seen)
      underWay.current = null
      // After cancelling, the writer has left this composer, and may be in another by now.
      if (gone && !mine.calledBack) onClose()
    },
    callBack: () => {
      if (underWay.current !== null) underWay.current.calledBack = true
      return underWay.current !== null
    },
  }
}

/**
 * [SB3] In a resolution: restores every component that is worse than before the incident, together with the text.
 * Undefined where there is nothing to restore.
 */
export function useRestoreComponents({ state, set }: Composer, incident: Incident): (() => void) | undefined {
  const pages = useBoard(board => board.pages)
  const page = state.channel === null ? undefined : statusPageOf(state.channel, pages)
  if (page === undefined || state.stage !== 'resolution') return undefined
  const before = new Map(changedComponents(incident, page.connection).map(({ id, to }) => [id, to]))
  const changes = page.components.flatMap(({ id, status }) => {
    const to = before.get(id) ?? 'operational'
    return isWorse(state.components[id] ?? status, to) ? [{ id, status, to }] : []
  })
  if (changes.length === 0) return undefined
  return () => set(now => changes.reduce((next, { id, status, to }) => withComponent(next, id, to, status), now))
}
