import type { Drawer, Picture } from './drawing'
import { pageQueue } from './frame-queue'
import type { Drawing } from './library'
import { filling } from './worker-drawer'

/** Draws on the page itself, one chart a frame and none while a key waits: for where no worker can draw. */
export async function startPageDrawer(): Promise<Drawer> {
  const { openDrawing } = await import('./library')
  const queue = pageQueue()
  return {
    open(box) {
      const owner = {}
      const canvas = filling(box)
      let latest: Picture | undefined
      let drawing: Drawing | undefined
      return {
        show(picture) {
          latest = picture
          queue.put(owner, () => {
            drawing ??= openDrawing(canvas, latest ?? picture)
            drawing.draw(latest ?? picture)
          })
        },
        close() {
          queue.drop(owner)
          drawing?.close()
          canvas.remove()
        },
      }
    },
  }
}
