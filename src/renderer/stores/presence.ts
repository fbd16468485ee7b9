import type { EngineLink } from '../../shared/contract/link'

/** Reports to the engine whether this page is visible, and when its network is back. @returns its stop */
export function watchPresence(link: EngineLink): () => void {
  const report = () => void link.call('session:visible', { visible: document.visibilityState === 'visible' })
  const back = () => void link.call('feeds:catch-up', {})
  const unsubscribe = [
    // The engine assumes that a new session is visible.
    link.onState(state => state === 'open' && report()),
    link.on('world', report),
  ]
  document.addEventListener('visibilitychange', report)
  window.addEventListener('online', back)
  return () => {
    for (const stop of unsubscribe) stop()
    document.removeEventListener('visibilitychange', report)
    window.removeEventListener('online', back)
  }
}
