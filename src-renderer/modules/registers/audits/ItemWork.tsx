import { Button, Group, Kbd, List, SegmentedControl, Stack, Text, Title } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { type AuditItem, auditItemFields, auditResult, auditResults } from '../../../../src-main/contract/audits.ts'
import { useCatalog } from '../../../app/catalog.ts'
import type { FieldValue } from '../../../ui/draft.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { RecordField } from '../../../ui/RecordField.tsx'
import { toneColours } from '../../../ui/StateTag.tsx'
import { EntryPageLink } from '../EntryPageLink.tsx'
import styles from './Checklist.module.css'
import { isFinding, toneOfResult } from './results.ts'

export type ChangeItem = (item: AuditItem, fields: Partial<Pick<AuditItem, 'question' | 'result' | 'seen'>>) => Promise<unknown>

interface ItemWorkProps {
  item: AuditItem
  change: ChangeItem
  raise: (item: AuditItem) => void
  onPanelKey: (event: KeyboardEvent<HTMLElement>) => void
}

/** One item of a checklist: what is asked, what to look for, the result, and what was seen. */
export function ItemWork({ item, change, raise, onPanelKey }: ItemWorkProps) {
  const { t } = useTranslation(['register-audits', 'register-nonconformities'])
  const known = useCatalog()?.items.get(item.itemId)
  const field = (name: 'question' | 'seen', minRows: number) => (
    <RecordField
      key={`${item.id} ${name}`}
      schema={auditItemFields.shape[name]}
      area="register-audits"
      field={name}
      record={item.id}
      value={item[name]}
      save={(value: FieldValue) => change(item, auditItemFields.partial().parse({ [name]: value }))}
      id={`audit-${name}`}
      minRows={minRows}
    />
  )
  return (
    <section className={styles.panel} aria-label={`${item.itemId} ${item.title}`} onKeyDown={onPanelKey}>
      <Stack gap="md" className={styles.work}>
        <Group justify="space-between" align="flex-start" wrap="nowrap">
          <div>
            <Text size="xs" c="dimmed" fw={500}>
              {item.itemId}
              {item.answerable && ` · ${t('checklist.answerable', { answerable: item.answerable })}`}
            </Text>
            <Title order={2}>{item.title}</Title>
          </div>
          <Keys />
        </Group>
        {item.isOwnWork && <Notice tone="fair">{t('checklist.ownWork', { answerable: item.answerable })}</Notice>}
        {known && (
          <div>
            <Text size="md">{known.asks}</Text>
            <Text size="xs" fw={600} c="dimmed" mt="sm" mb={2}>
              {t('checklist.evidence')}
            </Text>
            <List size="sm" spacing={2} withPadding={false}>
              {known.evidence.map((line) => (
                <List.Item key={line}>{line}</List.Item>
              ))}
            </List>
          </div>
        )}
        {field('question', 2)}
        <Result item={item} change={change} />
        {field('seen', 4)}
        {item.nonconformity ? (
          <Group>
            <EntryPageLink page="nonconformities" record={item.nonconformity.id}>
              {t('checklist.raised', {
                reference: item.nonconformity.reference,
                state: t(`register-nonconformities:state.${item.nonconformity.state}`),
              })}
            </EntryPageLink>
          </Group>
        ) : (
          isFinding(item.result) && (
            <Group>
              <Button onClick={() => raise(item)}>{t('checklist.raise')}</Button>
            </Group>
          )
        )}
      </Stack>
    </section>
  )
}

function Result({ item, change }: { item: AuditItem; change: ChangeItem }) {
  const { t } = useTranslation('register-audits')
  return (
    <SegmentedControl
      fullWidth
      size="sm"
      aria-label={t('fields.result')}
      value={item.result}
      onChange={(value) => void change(item, { result: auditResult.parse(value) })}
      styles={{
        label: { whiteSpace: 'normal', lineHeight: 1.3, height: '100%', display: 'grid', placeItems: 'center' },
        indicator: { background: toneColours(toneOfResult[item.result]).background, boxShadow: 'none', border: '1px solid currentColor' },
      }}
      data={auditResults.map((result, index) => ({ value: result, label: `${index + 1}  ${t(`result.${result}`)}` }))}
    />
  )
}

function Keys() {
  const { t } = useTranslation('register-audits')
  return (
    <Text size="xs" c="dimmed" ta="right" style={{ whiteSpace: 'nowrap' }} visibleFrom="md">
      <Kbd size="xs">1</Kbd>–<Kbd size="xs">6</Kbd> {t('checklist.keys.result')} <Kbd size="xs">N</Kbd> {t('checklist.keys.note')}{' '}
      <Kbd size="xs">R</Kbd> {t('checklist.keys.raise')}
      <br />
      <Kbd size="xs">↵</Kbd> {t('checklist.keys.next')} <Kbd size="xs">Esc</Kbd> {t('checklist.keys.back')}
    </Text>
  )
}
