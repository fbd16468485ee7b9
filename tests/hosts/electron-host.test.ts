import { onTestFinished } from 'vitest'
import { startIpcRouter } from '../../src/main/hosts/electron/ipc'
import { desktopBridge } from '../../src/preload/bridge'
import { openIpcLink } from '../../src/renderer/link/open-link'
import { ipcPair } from '../support/ipc-pair'
import { keptLogger } from '../support/kept-logger'
import { hostContract } from './host-contract'

// Both ends of Electron's IPC are played in this process: what crosses is cloned, but the process boundary, the context
// bridge and the order of Chromium's own pipes ([HB6]) are not under test here.
hostContract({
  name: 'the desktop host and its preload',
  lineCanDrop: false,
  serve: async bridge => {
    const pair = ipcPair()
    const router = startIpcRouter(bridge, keptLogger(), pair.channel)
    onTestFinished(() => router.stop())
    return () => {
      const window = pair.openWindow()
      router.admit(window.contents, 'host')
      const surface = desktopBridge(window.ipcRenderer, () => '')
      return { link: openIpcLink(surface), say: surface.call, close: () => window.destroy() }
    }
  },
})
