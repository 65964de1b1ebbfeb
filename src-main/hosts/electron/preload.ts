import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron'
import type { DesktopBridge } from '../../contract/host.ts'
import { channels } from './channels.ts'

/** The only door between the page and the main process; every call through it is checked on the other side. */
const bridge: DesktopBridge = {
  call: (envelope) => ipcRenderer.invoke(channels.call, envelope),
  chooseFile: (question) => ipcRenderer.invoke(channels.chooseFile, question),
  chooseFiles: (question) => ipcRenderer.invoke(channels.chooseFiles, question),
  chooseSavePath: (question) => ipcRenderer.invoke(channels.chooseSavePath, question),
  revealFile: (path) => ipcRenderer.invoke(channels.revealFile, path),
  openFile: (path) => ipcRenderer.invoke(channels.openFile, path),
  onOpenFile(listener) {
    const hear = (_event: IpcRendererEvent, path: string) => listener(path)
    ipcRenderer.on(channels.fileAsked, hear)
    ipcRenderer.send(channels.listening)
    return () => void ipcRenderer.off(channels.fileAsked, hear)
  },
}

contextBridge.exposeInMainWorld('fieldbook', bridge)
