import { Alert, Anchor, Badge, Box, Button, Group, ScrollArea, Stack, Tabs, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { columnsOf, type ImportPreview, type ImportResult, systemField } from '../../../src-main/contract/inventory.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { JobProgress } from '../../ui/JobProgress.tsx'
import { ImportColumns } from './ImportColumns.tsx'
import { ImportDuplicates } from './ImportDuplicates.tsx'
import { ImportNoted } from './ImportNoted.tsx'
import { ImportPresets } from './ImportPresets.tsx'
import { delimiterName, ImportReading } from './ImportReading.tsx'
import { ImportSample } from './ImportSample.tsx'
import { ImportWords } from './ImportWords.tsx'
import { type Import, useImport } from './use-import.ts'

/** A client's list on its way into the inventory: columns, words, what is there already, and what will come in; all of it proposed. */
export function ImportDialog({ path, close, chooseAnother }: { path: string; close: () => void; chooseAnother: () => void }) {
  const { t } = useTranslation(['inventory', 'ui'])
  const list = useImport(path)
  const { shown, failure } = list
  const bring = async () => {
    const result = await list.bring()
    if (!result) return
    notifications.show({ message: summaryOf(result, t), autoClose: 8000 })
    close()
  }
  return (
    <Dialog onClose={close} size="min(1120px, 96vw)" title={t('import.title', { name: path.replace(/^.*[/\\]/, '') })}>
      <Stack gap="sm">
        {failure && <Failure>{failure}</Failure>}
        {failure && !shown && (
          <Group>
            <Button variant="default" onClick={chooseAnother}>
              {t('import.chooseAnother')}
            </Button>
          </Group>
        )}
        {shown && <Body list={list} shown={shown} />}
        <Footer list={list} close={close} bring={() => void bring()} />
      </Stack>
    </Dialog>
  )
}

function Failure({ children }: { children: string }) {
  return (
    <Alert
      color="gray"
      role="alert"
      styles={{ root: { background: 'var(--tone-poor-tint)' }, message: { color: 'var(--mantine-color-text)' } }}
    >
      {children}
    </Alert>
  )
}

type Translate = ReturnType<typeof useTranslation<['inventory', 'ui']>>['t']

function summaryOf({ imported, duplicates, filled, updated, sameReference, open, withoutName }: ImportResult, t: Translate): string {
  const leftOut = duplicates - filled - updated
  return [
    t('import.done', { count: imported }),
    filled > 0 ? t('import.filled', { count: filled }) : '',
    updated > 0 ? t('import.updated', { count: updated }) : '',
    leftOut > 0 ? t('import.wereThere', { count: leftOut }) : '',
    sameReference > 0 ? t('import.cameAsAnother', { count: sameReference }) : '',
    open.length > 0 ? t('import.leftOpen', { count: open.length }) : '',
    withoutName > 0 ? t('import.nameless', { count: withoutName }) : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}

const parts = ['reading', 'columns', 'words', 'duplicates', 'noted', 'sample'] as const
type Part = (typeof parts)[number]

function Body({ list, shown }: { list: Import; shown: ImportPreview }) {
  const { t } = useTranslation('inventory')
  const open = shown.values.filter(({ becomes }) => becomes === null).length
  const mapped = systemField.options.filter((field) => columnsOf(shown.mapping, field).length > 0).length
  // Where nothing is understood, the way on is to read the file in another way.
  const [part, setPart] = useState<Part>(shown.problem === null && mapped > 0 ? 'columns' : 'reading')
  const first = useRef<HTMLButtonElement>(null)
  // While the list was read there was only a way out to stand on.
  useEffect(() => first.current?.focus(), [])
  const tab = (value: Part) => (value === part ? { ref: first, value } : { value })
  return (
    <>
      <Group justify="space-between" align="flex-end" gap="sm">
        <Source shown={shown} change={() => setPart('reading')} />
        <ImportPresets list={list} shown={shown} />
      </Group>
      {shown.problem !== null && <Failure>{shown.problem}</Failure>}
      <Warnings warnings={shown.warnings} />
      <Tabs value={part} onChange={(value) => setPart(parts.find((one) => one === value) ?? part)} keepMounted={false}>
        <Tabs.List aria-label={t('import.parts')}>
          <Tabs.Tab {...tab('reading')}>{t('import.source')}</Tabs.Tab>
          <Tabs.Tab {...tab('columns')} rightSection={<Count>{mapped}</Count>}>
            {t('import.columns')}
          </Tabs.Tab>
          <Tabs.Tab {...tab('words')} rightSection={<Count>{shown.values.length}</Count>}>
            {open === 0 ? t('import.words') : t('import.wordsOpen', { count: open })}
          </Tabs.Tab>
          <Tabs.Tab {...tab('duplicates')} rightSection={<Count>{shown.duplicates}</Count>}>
            {shown.askedCount === 0 ? t('import.there') : t('import.thereAsked', { count: shown.askedCount })}
          </Tabs.Tab>
          <Tabs.Tab {...tab('noted')} rightSection={<Count>{shown.noted.length}</Count>}>
            {t('import.noted')}
          </Tabs.Tab>
          <Tabs.Tab {...tab('sample')}>{t('import.sample')}</Tabs.Tab>
        </Tabs.List>
        <Box mih="calc(min(46vh, 430px) + 4.5rem)">
          <Tabs.Panel value="reading" pt="sm">
            <ImportReading list={list} shown={shown} />
          </Tabs.Panel>
          <Tabs.Panel value="columns" pt="sm">
            <ImportColumns list={list} shown={shown} />
          </Tabs.Panel>
          <Tabs.Panel value="words" pt="sm">
            <ImportWords list={list} shown={shown} />
          </Tabs.Panel>
          <Tabs.Panel value="duplicates" pt="sm">
            <ImportDuplicates list={list} shown={shown} />
          </Tabs.Panel>
          <Tabs.Panel value="noted" pt="sm">
            <ImportNoted list={list} shown={shown} />
          </Tabs.Panel>
          <Tabs.Panel value="sample" pt="sm">
            <ImportSample shown={shown} />
          </Tabs.Panel>
        </Box>
      </Tabs>
    </>
  )
}

/** What a person should know of how the list was read; many of them scroll. */
function Warnings({ warnings }: { warnings: string[] }) {
  const { t } = useTranslation('inventory')
  if (warnings.length === 0) return null
  return (
    <ScrollArea.Autosize mah={96} type="auto" viewportProps={{ tabIndex: 0, 'aria-label': t('import.warnings'), role: 'region' }}>
      <Stack gap={2}>
        {warnings.map((warning) => (
          <Text key={warning} size="sm" c="var(--tone-fair-strong)">
            {warning}
          </Text>
        ))}
      </Stack>
    </ScrollArea.Autosize>
  )
}

const Count = ({ children }: { children: number }) => (
  <Badge variant="default" size="sm" radius="sm" fw={500}>
    {children}
  </Badge>
)

/** Where the rows come from: how the text is written, or which sheet of the workbook. */
function Source({ shown, change }: { shown: ImportPreview; change: () => void }) {
  const { t } = useTranslation('inventory')
  const numbers = { count: shown.records, columns: shown.header.length }
  return (
    <Group gap="xs">
      <Text size="sm" c="dimmed">
        {[t('import.aboutSheet', numbers), howRead(shown, t), shown.isOwn ? t('import.own') : ''].filter((part) => part !== '').join(' ')}
      </Text>
      <Anchor component="button" type="button" size="sm" onClick={change}>
        {t('import.changeReading')}
      </Anchor>
    </Group>
  )
}

function howRead({ isText, encoding, delimiter, sheet, sheets }: ImportPreview, t: Translate): string {
  const read = sheets.filter(({ isRead }) => isRead).length
  if (read > 1) return t('import.readSheets', { read, count: sheets.length })
  if (sheet !== null && sheets.length > 1) return t('import.readSheet', { name: sheet, count: sheets.length })
  if (!isText) return ''
  const name = delimiterName(delimiter)
  if (delimiter === '') return t('import.readEncoding', { encoding })
  return t('import.readText', { encoding, delimiter: name === null ? delimiter : t(`import.delimiters.${name}`) })
}

function Footer({ list, close, bring }: { list: Import; close: () => void; bring: () => void }) {
  const { t } = useTranslation(['inventory', 'ui'])
  const { shown } = list
  const hasName = typeof shown?.mapping.name === 'number'
  const added = shown ? shown.records - shown.duplicates : 0
  const changes = shown ? changedBy(shown) : 0
  return (
    <Group justify="space-between" gap="sm">
      <Text size="sm" c="dimmed" role="status">
        {shown ? sentences(shown, t) : ''}
      </Text>
      <Group gap="xs">
        <JobProgress running={list.running} cancel={list.cancel} />
        <Button variant="default" onClick={close}>
          {t('ui:cancel')}
        </Button>
        <Button onClick={bring} disabled={!shown || !hasName || list.isImporting || added + changes === 0}>
          {changes > 0 ? t(`import.bringAnd.${shown?.onDuplicate}`, { count: added, changes }) : t('import.bring', { count: added })}
        </Button>
      </Group>
    </Group>
  )
}

/** Systems that are there and would be changed. */
function changedBy({ onDuplicate, fillable, updatable }: ImportPreview): number {
  if (onDuplicate === 'leave-out') return 0
  return onDuplicate === 'fill' ? fillable : updatable
}

/** What will not come in, and why. */
function sentences(shown: ImportPreview, t: Translate): string {
  if (typeof shown.mapping.name !== 'number') return t('import.nameNeeded')
  return shown.duplicates > 0 ? t(`import.duplicatesAre.${shown.onDuplicate}`, { count: shown.duplicates }) : ''
}
