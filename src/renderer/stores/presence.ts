import type { EngineLink } from '../../shared/contract/link'

/** Tells the engine whether somebody can see this screen, and when its network is back. Returns its stop. */
export function watchPresence(link: EngineLink): () => void {
  const tell = () => void link.call('session:visible', { visible: document.visibilityState === 'visible' })
  const back = () => void link.call('feeds:catch-up', {})
  const unheard = [
    // A new session is taken for a visible one.
    link.onState(state => state === 'open' && tell()),
    link.on('world', tell),
  ]
  document.addEventListener('visibilitychange', tell)
  window.addEventListener('online', back)
  return () => {
    for (const stop of unheard) stop()
    document.removeEventListener('visibilitychange', tell)
    window.removeEventListener('online', back)
  }
}
