import { Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange, useProcedure } from '../../../app/calls.ts'
import { Dialog } from '../../../ui/Dialog.tsx'

/** Lines that are not understood and are named one by one. */
const mostNamed = 6

/** A list from a spreadsheet becomes readings; lines that are not understood stay in the box to be mended. */
export function PasteReadings({ id, close }: { id: string; close: () => void }) {
  const { t } = useTranslation(['measures', 'ui'])
  const [list, setList] = useState('')
  const [asked] = useDebouncedValue(list, 150)
  const { data: read } = useProcedure('measures.readPasted', { id, text: asked }, { enabled: asked.trim() !== '' })
  const add = useChange('measures.addReadings')
  const found = list === asked && list.trim() !== '' ? read : undefined
  const take = () => {
    if (!found || found.readings.length === 0) return
    const left = found.notUnderstood.map(({ text }) => text).join('\n')
    add.mutate({ id, readings: found.readings }, { onSuccess: () => (left === '' ? close() : setList(left)) })
  }
  return (
    <Dialog title={t('paste.title')} size="lg" onClose={close}>
      <Stack gap="sm">
        <Text size="sm">{t('paste.help')}</Text>
        <Textarea
          aria-label={t('paste.box')}
          placeholder={'2026-09-30\t0.83\n2026-10-31\t0.79'}
          value={list}
          onChange={({ currentTarget }) => setList(currentTarget.value)}
          autosize
          minRows={8}
          maxRows={16}
          data-autofocus
        />
        {found && (
          <div role="status">
            <Text size="sm" fw={600}>
              {t('paste.understood', { count: found.readings.length })}
            </Text>
            {found.replaces > 0 && <Text size="sm">{t('paste.replaces', { count: found.replaces })}</Text>}
            {found.isAmbiguous && <Text size="sm">{t('paste.ambiguous')}</Text>}
            {found.notUnderstood.length > 0 && <Text size="sm">{t('paste.not', { count: found.notUnderstood.length })}</Text>}
            {found.notUnderstood.slice(0, mostNamed).map(({ line, text, reason }) => (
              <Text key={line} size="sm" c="dimmed">
                {t('paste.line', { line, text: text.slice(0, 80), reason })}
              </Text>
            ))}
          </div>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t('ui:cancel')}
          </Button>
          <Button disabled={!found || found.readings.length === 0} onClick={take}>
            {t('paste.add', { count: found?.readings.length ?? 0 })}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
