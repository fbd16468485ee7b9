import { useRef } from 'react'
import type { UpdateId } from '../../../../shared/domain/ids'
import { useCockpit } from '../../../stores/cockpit'
import type { Composer } from './use-composer'

export interface Publishing {
  /** Lets go what the last look shows, beside what its writer has seen, and closes the composer once it is on its way. */
  readonly publish: (seen: readonly UpdateId[]) => Promise<void>
  /** True when it was let go and no answer has come: it is then called back as soon as it is on its way. */
  readonly callBack: () => boolean
}

/** Calling back counts from the key that let an update go, not from the engine's answer, which a lost line may delay. */
export function usePublishing({ state, saveIfChanged }: Composer, onClose: () => void): Publishing {
  const { commands } = useCockpit()
  const underWay = useRef<{ calledBack: boolean } | null>(null)
  const send = async (mine: { readonly calledBack: boolean }, seen: readonly UpdateId[]) => {
    const { update } = state
    // What goes out is what the last look shows, whatever came into it since it opened.
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
      // Whoever called it back has left the composer, and may be in another by now.
      if (gone && !mine.calledBack) onClose()
    },
    callBack: () => {
      if (underWay.current !== null) underWay.current.calledBack = true
      return underWay.current !== null
    },
  }
}
