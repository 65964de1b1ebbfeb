import { type BrowserWindow, dialog } from 'electron'
import type { FileQuestion, SavePathQuestion } from '../../contract/host.ts'

const filtersOf = ({ kind, extensions }: FileQuestion) => (extensions.length === 0 ? {} : { filters: [{ name: kind, extensions }] })

/** The system's dialog for an existing file; null when the person changed their mind. */
export async function chooseFile(window: BrowserWindow, question: FileQuestion): Promise<string | null> {
  const { filePaths } = await dialog.showOpenDialog(window, { title: question.title, ...filtersOf(question), properties: ['openFile'] })
  return filePaths[0] ?? null
}

/** The system's dialog for any number of existing files; none when the person changed their mind. */
export async function chooseFiles(window: BrowserWindow, question: FileQuestion): Promise<string[]> {
  const properties = ['openFile' as const, 'multiSelections' as const]
  return (await dialog.showOpenDialog(window, { title: question.title, ...filtersOf(question), properties })).filePaths
}

/** The system's dialog for a new file; null when the person changed their mind. */
export async function chooseSavePath(window: BrowserWindow, { suggested, ...question }: SavePathQuestion): Promise<string | null> {
  const options = { title: question.title, defaultPath: suggested, ...filtersOf(question) }
  const { filePath } = await dialog.showSaveDialog(window, { ...options, properties: ['createDirectory', 'showOverwriteConfirmation'] })
  return filePath === '' ? null : filePath
}
