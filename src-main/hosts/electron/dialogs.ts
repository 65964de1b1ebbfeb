import { type BrowserWindow, dialog } from 'electron'
import type { FileQuestion, SavePathQuestion } from '../../contract/host.ts'

/** The system's dialog for an existing file; null when the person changed their mind. */
export async function chooseFile(window: BrowserWindow, { title, kind, extensions }: FileQuestion): Promise<string | null> {
  const { filePaths } = await dialog.showOpenDialog(window, { title, filters: [{ name: kind, extensions }], properties: ['openFile'] })
  return filePaths[0] ?? null
}

/** The system's dialog for a new file; null when the person changed their mind. */
export async function chooseSavePath(
  window: BrowserWindow,
  { title, kind, extensions, suggested }: SavePathQuestion,
): Promise<string | null> {
  const options = { title, defaultPath: suggested, filters: [{ name: kind, extensions }] }
  const { filePath } = await dialog.showSaveDialog(window, { ...options, properties: ['createDirectory', 'showOverwriteConfirmation'] })
  return filePath === '' ? null : filePath
}
