import { isAbsolute, relative, resolve } from 'node:path'
import { type IpcMain, type IpcMainInvokeEvent, shell } from 'electron'
import { z } from 'zod'
import { copiesOfProcess } from '../../application/copies.ts'
import { usualPlaces } from '../../application/places.ts'
import type { RemoteApplication } from '../../application/remote.ts'
import { fileQuestion, savePathQuestion } from '../../contract/host.ts'
import { channels } from './channels.ts'
import { chooseFile, chooseFiles, chooseSavePath } from './dialogs.ts'
import { KnownPaths } from './known-paths.ts'
import { isOwnPage } from './security.ts'
import type { MainWindow } from './window.ts'

/**
 * Only what this program writes is handed to another program, so that no page can start one: documents, and the copies of attachments,
 * which the main side makes of no file that could start a program.
 */
const isDocument = (value: string) => /\.(docx|pdf|xlsx|html)$/i.test(value) || isCopy(value)

function isCopy(value: string): boolean {
  const inside = relative(copiesOfProcess(usualPlaces().state), resolve(value))
  return inside !== '' && !inside.startsWith('..') && !isAbsolute(inside) && !inside.endsWith('.upload')
}

/** Answers the page's calls. Each one is refused unless the window's own page sent it, and its input is checked before it is used. */
export function answerCalls(ipc: IpcMain, application: Pick<RemoteApplication, 'call'>, window: MainWindow): void {
  const handle = <Input extends z.ZodType>(channel: string, input: Input, work: (value: z.output<Input>) => unknown) =>
    ipc.handle(channel, (event, value) => {
      checkSender(event)
      return work(input.parse(value))
    })
  const known = new KnownPaths()
  const path = z
    .string()
    .min(1)
    .max(4000)
    .refine((value) => known.has(value))
  handle(channels.call, z.unknown(), async (envelope) => {
    const answer = await application.call(envelope)
    known.hear(answer)
    return answer
  })
  const chosen = async <Answer extends string | null | string[]>(asked: Promise<Answer>): Promise<Answer> => {
    const answer = await asked
    known.add(...[answer].flat())
    return answer
  }
  handle(channels.chooseFile, fileQuestion, (question) => chosen(chooseFile(window.browserWindow, question)))
  handle(channels.chooseFiles, fileQuestion, (question) => chosen(chooseFiles(window.browserWindow, question)))
  handle(channels.chooseSavePath, savePathQuestion, (question) => chosen(chooseSavePath(window.browserWindow, question)))
  handle(channels.revealFile, path, (value) => shell.showItemInFolder(value))
  handle(channels.openFile, path.refine(isDocument), async (value) => {
    const failure = await shell.openPath(value)
    if (failure) throw new Error(failure)
  })
  ipc.on(channels.listening, ({ senderFrame }) => {
    if (isOwnPage(senderFrame)) window.isListening()
  })
}

function checkSender({ senderFrame }: IpcMainInvokeEvent): void {
  if (!isOwnPage(senderFrame)) throw new Error('refused: the message does not come from the window')
}
