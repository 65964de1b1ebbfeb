import { dialog, shell } from 'electron'
import { text } from '../../language/text.ts'

let isAsking = false

/**
 * Hands a web address that a person clicked on to their own browser, when they say so: the program itself goes nowhere. Anything else than
 * http and https (a file, a script, another program's address) is left alone, and so is a second question while one is open.
 */
export async function offerOutside(address: string): Promise<void> {
  if (isAsking || !URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol)) return
  isAsking = true
  try {
    const { response } = await dialog.showMessageBox({
      type: 'question',
      message: text('desktop:outside.question'),
      detail: address,
      buttons: [text('desktop:outside.open'), text('desktop:outside.stay')],
      defaultId: 1,
      cancelId: 1,
      noLink: true,
    })
    if (response === 0) await shell.openExternal(address)
  } finally {
    isAsking = false
  }
}
