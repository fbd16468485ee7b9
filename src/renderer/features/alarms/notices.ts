import type { BrowserSettings } from '../../stores/browser-settings'
import { calloutText } from './callout-text'
import type { Call } from './calls'

/**
 * [SO8] Says it through the system where nobody sees this window, if a person allowed that. On the desktop the engine does, which
 * goes on where no window is. Windows of one browser share a tag, so that one notice stands for all of them.
 */
export function notifyHidden(call: Call, { notices }: Pick<BrowserSettings, 'notices'>, desktop: boolean): void {
  if (desktop || notices === 'off' || !document.hidden || call.about === 'elapsed') return
  if (typeof Notification === 'undefined' || Notification.permission !== 'granted') return
  const { incident, about } = call
  const notice = new Notification(calloutText(call), { body: incident.title, tag: `${incident.id} ${about}` })
  notice.addEventListener('click', () => {
    window.focus()
    notice.close()
  })
}
