import { Button, List, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { SectionContent, Statement } from '../../../../src-main/contract/statements.ts'
import { useChange } from '../../../app/calls.ts'
import { focusEditor } from './places.ts'
import styles from './Statement.module.css'

/** What belongs in the section that is written, what an auditor looks for, and a text to start from. */
export function Guidance({ statement, section }: { statement: Statement; section: SectionContent }) {
  const { t } = useTranslation('statements')
  const takeOver = useChange('statements.takeOver')
  const isEmpty = statement.written.some((each) => each.section === section.id && each.body.trim() === '')
  const heading = (words: string) => (
    <Title order={3} fz="xs" c="dimmed" mb={4}>
      {words}
    </Title>
  )
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keys
    <aside className={styles.guidance} aria-label={t('guidance')} tabIndex={0}>
      <Stack gap="md">
        <Title order={2}>{section.title}</Title>
        <div>
          {heading(t('belongs'))}
          <Text size="sm">{section.belongs}</Text>
        </div>
        <div>
          {heading(t('auditor'))}
          <List size="sm" spacing={4}>
            {section.auditor.map((point) => (
              <List.Item key={point}>{point}</List.Item>
            ))}
          </List>
        </div>
        <div>
          {heading(t('startText'))}
          <Text size="sm" className={styles.start ?? ''}>
            {section.start}
          </Text>
        </div>
        {isEmpty && (
          <Button
            variant="default"
            style={{ alignSelf: 'flex-start' }}
            onClick={() => takeOver.mutate({ kind: statement.kind, sections: [section.id] }, { onSuccess: () => focusEditor(section.id) })}
          >
            {t('takeOver')}
          </Button>
        )}
      </Stack>
    </aside>
  )
}
