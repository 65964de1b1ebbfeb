import { Alert, Button, Group, Stack, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Decision } from '../../../src-main/contract/soa.ts'
import { useChange } from '../../app/calls.ts'
import { useReadOnly } from '../../app/read-only.ts'
import { useAutosave } from '../../ui/autosave.ts'
import { Dialog } from '../../ui/Dialog.tsx'

/** A control of the client's own, beyond Annex A. */
export function AddControl({ close, added }: { close: () => void; added: (code: string) => void }) {
  const { t } = useTranslation(['soa', 'ui'])
  const add = useChange('soa.addControl', { quiet: true })
  const [code, setCode] = useState('')
  const [title, setTitle] = useState('')
  const [description, setDescription] = useState('')
  const submit = () =>
    add.mutate(
      { code, title, description },
      {
        onSuccess: (decision) => {
          close()
          added(decision.code)
        },
      },
    )
  return (
    <Dialog onClose={close} title={t('addControl')}>
      <Stack gap="sm">
        {add.error && (
          <Alert
            color="gray"
            role="alert"
            styles={{ root: { background: 'var(--tone-poor-tint)' }, message: { color: 'var(--mantine-color-text)' } }}
          >
            {add.error.message}
          </Alert>
        )}
        <TextInput
          data-autofocus
          label={t('code')}
          description={t('codeHelp')}
          value={code}
          onChange={({ currentTarget }) => setCode(currentTarget.value)}
        />
        <TextInput label={t('fields.title')} value={title} onChange={({ currentTarget }) => setTitle(currentTarget.value)} />
        <Textarea
          label={t('fields.description')}
          value={description}
          onChange={({ currentTarget }) => setDescription(currentTarget.value)}
          autosize
          minRows={2}
        />
        <Group justify="flex-end">
          <Button onClick={submit} disabled={!code.trim() || !title.trim()} loading={add.isPending}>
            {t('addControl')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}

/** Title and text of a custom control, and its removal. */
export function CustomControlFields({ decision, close }: { decision: Decision; close: () => void }) {
  const { t } = useTranslation('soa')
  const update = useChange('soa.updateControl', { quiet: true })
  const remove = useChange('soa.removeControl')
  const isReadOnly = useReadOnly() !== null
  const title = useAutosave(`${decision.id}/title`, decision.title, (value) =>
    update.mutateAsync({ code: decision.code, title: String(value) }),
  )
  const description = useAutosave(`${decision.id}/description`, decision.description, (value) =>
    update.mutateAsync({ code: decision.code, description: String(value) }),
  )
  return (
    <Stack gap="sm">
      <TextInput
        label={t('fields.title')}
        value={String(title.draft)}
        readOnly={isReadOnly}
        onChange={({ currentTarget }) => title.change(currentTarget.value)}
        onBlur={() => void title.flush()}
        error={title.failure}
      />
      <Textarea
        label={t('fields.description')}
        value={String(description.draft)}
        readOnly={isReadOnly}
        onChange={({ currentTarget }) => description.change(currentTarget.value)}
        onBlur={() => void description.flush()}
        error={description.failure}
        autosize
        minRows={2}
      />
      <Group>
        <Button variant="default" onClick={() => remove.mutate({ code: decision.code }, { onSuccess: close })}>
          {t('removeControl')}
        </Button>
      </Group>
    </Stack>
  )
}
