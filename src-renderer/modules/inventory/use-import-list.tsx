import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChooseFile } from '../../ui/choose-file.tsx'
import { ImportDialog } from './ImportDialog.tsx'

/** What programs call files that hold a table. */
const extensions = ['csv', 'tsv', 'tab', 'txt', 'md', 'xlsx', 'xlsm', 'xls', 'ods', 'fods', 'xml', 'html', 'htm', 'json', 'jsonl']

/** Longer than a dialog takes to close and to look for its focus, in milliseconds. */
const afterClosing = 150

/** Asks for a client's list and shows what would come in; the focus comes back to what it was asked with. */
export function useImportList() {
  const { t } = useTranslation('inventory')
  const { chooseFile } = useChooseFile()
  const [path, setPath] = useState<string | null>(null)
  const before = useRef<Element | null>(null)
  const choose = async () => {
    const chosen = await chooseFile({ title: t('import.choose'), kind: t('import.kind'), extensions })
    if (chosen !== null) setPath(chosen)
  }
  const begin = () => {
    before.current = document.activeElement
    void choose()
  }
  const close = () => {
    setPath(null)
    const { current } = before
    setTimeout(() => current instanceof HTMLElement && current.isConnected && current.focus(), afterClosing)
  }
  return {
    begin,
    dialog: path === null ? null : <ImportDialog key={path} path={path} close={close} chooseAnother={() => void choose()} />,
  }
}
