import { Button, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconFileExport } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { exportedList } from '../../../src-main/contract/inventory.ts'
import { showError, useJob, useProcedure } from '../../app/calls.ts'
import { flushAll } from '../../app/save-state.ts'
import { useChooseFile } from '../../ui/choose-file.tsx'

/** The inventory as a list for a spreadsheet: all of it, or the rows that are chosen. An import brings it back unchanged. */
export function ExportMenu({ selected }: { selected: ReadonlySet<string> }) {
  const { t } = useTranslation('inventory')
  const { chooseSavePath } = useChooseFile()
  const { data: info } = useProcedure('engagement.info', {})
  const { start, running } = useJob('inventory.exportSystems')
  const write = async (format: string, ids?: string[]) => {
    try {
      await flushAll()
      const folder = info?.path.replace(/[^/\\]*$/, '') ?? ''
      const to = await chooseSavePath({
        title: t('export.title'),
        kind: format.toUpperCase(),
        extensions: [format],
        suggested: `${folder}${t('export.fileName', { client: info?.engagement.client ?? '' })}.${format}`,
      })
      if (to === null) return
      const { rows, path } = await start({ to, overwrite: true, ...(ids ? { ids } : {}) })
      notifications.show({ message: t('export.done', { count: rows, path }), autoClose: 8000 })
    } catch (error) {
      showError(error)
    }
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconFileExport size={14} aria-hidden />} loading={running !== null}>
          {t('export.button')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {exportedList.shape.format.options.map((format) => (
          <Menu.Item key={format} onClick={() => void write(format)}>
            {t('export.all', { format: format.toUpperCase() })}
          </Menu.Item>
        ))}
        {selected.size > 0 && (
          <>
            <Menu.Divider />
            {exportedList.shape.format.options.map((format) => (
              <Menu.Item key={format} onClick={() => void write(format, [...selected])}>
                {t('export.selected', { count: selected.size, format: format.toUpperCase() })}
              </Menu.Item>
            ))}
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
