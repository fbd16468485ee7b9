import { contextBridge, ipcRenderer } from 'electron'
import { desktopBridge } from './bridge'

// The sandbox lets a preload require `electron` and nothing else: everything imported here must bundle into this file.
contextBridge.exposeInMainWorld('quarterdeck', desktopBridge(ipcRenderer))
