import type { Incident } from '../../../../shared/domain/incident'
import { changedComponents, isWorse } from '../../../../shared/domain/restore-components'
import { useBoard } from '../../../stores/cockpit'
import { pageOf } from '../public-facts'
import { withComponent } from './composer-state'
import type { Composer } from './use-composer'

/**
 * [SB3] In an update that says it is over: sets every component that is worse than before the incident back to that, together with the text. Undefined where there is nothing to set back.
 */
export function useSetBack({ state, set }: Composer, incident: Incident): (() => void) | undefined {
  const pages = useBoard(board => board.pages)
  const page = state.channel === null ? undefined : pageOf(state.channel, pages)
  if (page === undefined || state.stage !== 'resolution') return undefined
  const before = new Map(changedComponents(incident, page.connection).map(({ id, to }) => [id, to]))
  const changes = page.components.flatMap(({ id, status }) => {
    const to = before.get(id) ?? 'operational'
    return isWorse(state.components[id] ?? status, to) ? [{ id, status, to }] : []
  })
  if (changes.length === 0) return undefined
  return () => set(now => changes.reduce((next, { id, status, to }) => withComponent(next, id, to, status), now))
}
