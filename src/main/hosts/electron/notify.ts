import { BrowserWindow, Notification } from 'electron'
import { shortened } from '../../../shared/lib/whole-characters'
import type { Notify } from '../../engine/ports'

const TITLE_LIMIT = 120
const BODY_LIMIT = 400

/** Notifications of the system, while no window of Quarterdeck has the focus. A click brings the window back. */
export function openElectronNotify(): Notify {
  // Held until they are closed: a collected notification loses its click.
  const shown = new Set<Notification>()
  return (title, body) => {
    if (BrowserWindow.getFocusedWindow() !== null || !Notification.isSupported()) return
    const notification = new Notification({ title: plain(title, TITLE_LIMIT), body: plain(body, BODY_LIMIT) })
    shown.add(notification)
    notification.on('close', () => shown.delete(notification))
    notification.on('click', () => {
      shown.delete(notification)
      focusCockpit()
    })
    notification.show()
  }
}

/** Brings the cockpit's window to the front; nothing when there is none. It is the first that was opened. */
export function focusCockpit(): void {
  const [window] = BrowserWindow.getAllWindows().toSorted((a, b) => a.id - b.id)
  if (window === undefined) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

/** Linux desktops read tags in a notification, and a vendor's text may hold some. */
export function plain(text: string, limit: number): string {
  const shown = text.replaceAll('<', '‹').replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
  return shortened(shown, limit)
}
