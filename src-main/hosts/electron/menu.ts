import { type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron'
import { text } from '../../language/text.ts'

type Item = MenuItemConstructorOptions

const isMac = process.platform === 'darwin'

/** An entry that types its keys into the page: the page has one meaning for each key, and the menu shows it. */
function typed(window: () => BrowserWindow, name: string, keyCode: string, modifiers: ('shift' | 'control' | 'meta')[]): Item {
  const shown = modifiers.map((modifier) => (modifier === 'shift' ? 'Shift' : 'CommandOrControl'))
  return {
    label: text(`desktop:menu.${name}`),
    accelerator: [...shown, keyCode].join('+'),
    registerAccelerator: false,
    click() {
      for (const type of ['keyDown', 'keyUp'] as const) window().webContents.sendInputEvent({ type, keyCode, modifiers })
    },
  }
}

const labelled = (role: NonNullable<Item['role']>): Item => ({ role, label: text(`desktop:menu.${role}`) })
const separator: Item = { type: 'separator' }

/** The menu bar. `open` asks for a file and opens it. */
export function buildMenu(window: () => BrowserWindow, open: () => void, isPackaged: boolean): Menu {
  const key = isMac ? 'meta' : 'control'
  const find = typed(window, 'find', 'K', [key])
  const file: Item[] = [
    { label: text('desktop:menu.open'), accelerator: 'CommandOrControl+O', click: open },
    separator,
    labelled(isMac ? 'close' : 'quit'),
  ]
  const edit: Item[] = [
    typed(window, 'undo', 'Z', [key]),
    typed(window, 'redo', 'Z', ['shift', key]),
    separator,
    ...(['cut', 'copy', 'paste', 'selectAll'] as const).map(labelled),
    separator,
    find,
  ]
  const view: Item[] = [
    ...(['resetZoom', 'zoomIn', 'zoomOut'] as const).map(labelled),
    separator,
    labelled('togglefullscreen'),
    ...(isPackaged ? [] : [labelled('toggleDevTools')]),
  ]
  return Menu.buildFromTemplate([
    ...(isMac ? [{ role: 'appMenu' } satisfies Item] : []),
    { label: text('desktop:menu.file'), submenu: file },
    { label: text('desktop:menu.edit'), submenu: edit },
    { label: text('desktop:menu.view'), submenu: view },
    { label: text('desktop:menu.window'), role: 'windowMenu' },
  ])
}
