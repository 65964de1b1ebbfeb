import { ActionIcon, Button, Group, Select, TextInput } from '@mantine/core'
import { IconBookmark, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { columnsOf, type ImportPreview, systemField } from '../../../src-main/contract/inventory.ts'
import { useChange, useProcedure } from '../../app/calls.ts'
import type { Import } from './use-import.ts'

/** Mappings that were kept under a name: next year's list is read by the same one, since it names columns and not places. */
export function ImportPresets({ list, shown }: { list: Import; shown: ImportPreview }) {
  const { t } = useTranslation(['inventory', 'ui'])
  const { data: presets = [] } = useProcedure('inventory.presets', {})
  const remove = useChange('inventory.removePreset')
  const [isNaming, setNaming] = useState(false)
  const chosen = presets.find(({ name }) => name === list.preset)
  if (isNaming) return <NewPreset list={list} shown={shown} name={chosen?.name ?? ''} close={() => setNaming(false)} />
  return (
    <Group gap="xs" align="flex-end" wrap="nowrap">
      {presets.length > 0 && (
        <Select
          label={t('import.preset')}
          data={presets.map(({ name }) => name)}
          value={chosen?.name ?? null}
          onChange={(name) => list.choosePreset(presets.find((preset) => preset.name === name) ?? null)}
          placeholder={t('import.noPreset')}
          clearable
          clearButtonProps={{ 'aria-label': t('import.clearPreset') }}
          w={200}
        />
      )}
      {chosen && (
        <ActionIcon
          variant="default"
          size={30}
          aria-label={t('import.removePreset', { name: chosen.name })}
          onClick={() => remove.mutate({ id: chosen.id }, { onSuccess: () => list.choosePreset(null) })}
        >
          <IconTrash size={14} aria-hidden />
        </ActionIcon>
      )}
      <Button variant="default" leftSection={<IconBookmark size={14} aria-hidden />} onClick={() => setNaming(true)}>
        {t('import.savePreset')}
      </Button>
    </Group>
  )
}

function NewPreset({ list, shown, name: before, close }: { list: Import; shown: ImportPreview; name: string; close: () => void }) {
  const { t } = useTranslation(['inventory', 'ui'])
  const save = useChange('inventory.savePreset')
  const [name, setName] = useState(before)
  const columns = Object.fromEntries(
    systemField.options.map((field) => {
      const names = columnsOf(shown.mapping, field).map((column) => shown.header[column] ?? '')
      return [field, names.length > 1 ? names : (names[0] ?? null)]
    }),
  )
  const values = shown.values.map(({ field, value, becomes }) => ({ field, value, becomes }))
  const { keepUnmapped, onDuplicate } = shown
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate(
          { name, columns, values, keepUnmapped, onDuplicate },
          {
            onSuccess: (preset) => {
              list.choosePreset(preset)
              close()
            },
          },
        )
      }}
    >
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <TextInput
          label={t('import.presetName')}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            event.stopPropagation()
            close()
          }}
          maxLength={100}
          w={220}
          autoFocus
        />
        <Button type="submit" disabled={name.trim() === '' || save.isPending}>
          {t('import.keep')}
        </Button>
        <Button variant="default" onClick={close}>
          {t('ui:cancel')}
        </Button>
      </Group>
    </form>
  )
}
