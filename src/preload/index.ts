import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { desktopBridge } from './bridge'

// The sandbox lets a preload require `electron` and nothing else: everything imported here must bundle into this file.
contextBridge.exposeInMainWorld(
  'quarterdeck',
  desktopBridge(ipcRenderer, file => webUtils.getPathForFile(file as File)),
)
