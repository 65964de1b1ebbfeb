import { Box, Button, Group, SimpleGrid, Text, Title } from '@mantine/core'
import { IconWand } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type SectionContent,
  type Statement,
  type StatementContent,
  statementFields,
  writtenSection,
} from '../../../../src-main/contract/statements.ts'
import { useChange } from '../../../app/calls.ts'
import type { FieldValue } from '../../../ui/draft.ts'
import { RecordField } from '../../../ui/RecordField.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { editorId, fieldId } from './places.ts'
import styles from './Statement.module.css'
import { SystemsInScope } from './SystemsInScope.tsx'

interface SectionsProps {
  content: StatementContent
  statement: Statement
  setActive: (section: string) => void
  go: (section: string) => void
}

/** The text of a statement, section by section, saved as it is typed. Ctrl+Enter goes on to the next section. */
export function Sections({ content, statement, setActive, go }: SectionsProps) {
  const onKeyDown = (event: KeyboardEvent<HTMLElement>, at: number) => {
    const next = content.sections[at + 1]
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !next) return
    event.preventDefault()
    go(next.id)
  }
  return (
    <div className={styles.text}>
      <div className={styles.column}>
        <Text size="sm" c="dimmed" mb="sm">
          {content.about}
        </Text>
        <Upkeep statement={statement} />
        <StartAll statement={statement} content={content} />
        {content.sections.map((section, at) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: the key belongs to the editor inside
          <div key={section.id} onFocus={() => setActive(section.id)} onKeyDown={(event) => onKeyDown(event, at)}>
            <SectionEditor statement={statement} section={section} />
          </div>
        ))}
      </div>
    </div>
  )
}

/** Who owns the statement, and when it is looked at again. */
function Upkeep({ statement: { kind, owner, reviewDate } }: { statement: Statement }) {
  const update = useChange('statements.update', { quiet: true })
  const values = { owner, reviewDate }
  return (
    <SimpleGrid cols={2} mb="xs">
      {statementFields.keyof().options.map((field) => (
        <RecordField
          key={field}
          id={fieldId(field)}
          schema={statementFields.shape[field]}
          area="statements"
          field={field}
          record={kind}
          value={values[field]}
          save={(value: FieldValue) => update.mutateAsync({ kind, fields: statementFields.partial().parse({ [field]: value }) })}
        />
      ))}
    </SimpleGrid>
  )
}

/** Starts every section that says nothing yet; what is written stays. */
function StartAll({ statement: { kind, written }, content }: { statement: Statement; content: StatementContent }) {
  const { t } = useTranslation('statements')
  const takeOver = useChange('statements.takeOver')
  const optional = new Set(content.sections.filter((section) => section.optional).map(({ id }) => id))
  const sections = written.filter(({ section, body }) => body.trim() === '' && !optional.has(section)).map(({ section }) => section)
  if (sections.length === 0) return null
  return (
    <Button
      variant="default"
      leftSection={<IconWand size={14} aria-hidden />}
      loading={takeOver.isPending}
      onClick={() => takeOver.mutate({ kind, sections })}
    >
      {t('takeOverAll', { count: sections.length })}
    </Button>
  )
}

function SectionEditor({ statement, section }: { statement: Statement; section: SectionContent }) {
  const { t } = useTranslation('statements')
  const write = useChange('statements.write', { quiet: true })
  const { kind, latestVersion, changedSections } = statement
  const written = statement.written.find((each) => each.section === section.id)
  if (!written) return null
  const isScope = written.field === 'scope'
  return (
    <section className={styles.section} aria-label={section.title}>
      <Group gap="xs" mb={2}>
        <Title order={2}>{section.title}</Title>
        {section.optional && (
          <Text size="xs" c="dimmed">
            {t('optional')}
          </Text>
        )}
        {changedSections.includes(section.id) && <StateTag tone="fair">{t('changed', { number: latestVersion })}</StateTag>}
      </Group>
      <RecordField
        id={editorId(section.id)}
        schema={writtenSection.shape.body}
        area="statements"
        field={written.field}
        record={written.record}
        value={written.body}
        minRows={3}
        save={(body: FieldValue) => write.mutateAsync({ kind, section: section.id, body: String(body ?? '') })}
      />
      {isScope && (
        <Text size="xs" c="dimmed" mt={4}>
          {t('sameScope')}
        </Text>
      )}
      {kind === 'scope' && section.id === 'systems' && (
        <Box mt="xs">
          <SystemsInScope systems={statement.systems} />
        </Box>
      )}
    </section>
  )
}
