import { Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type CrosswalkRow, crosswalkNoteFields, type Framework } from '../../../src-main/contract/crosswalk.ts'
import { useChange } from '../../app/calls.ts'
import { placeOf } from '../../app/places.ts'
import { PlaceLink } from '../../ui/PlaceLink.tsx'
import { RecordField } from '../../ui/RecordField.tsx'
import { SidePanel } from '../../ui/SidePanel.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import styles from './Crosswalk.module.css'
import { coverageTones, progressTones, stateTones } from './tones.ts'

const words = { state: 'state', note: 'note' } as const
const labels = { state: 'own', note: 'note' } as const

/** One row: what it asks, how far it is answered and why, what answers it, and the consultant's own view. */
export function RowPanel({ framework, row, close }: { framework: Framework; row: CrosswalkRow; close: () => void }) {
  const { t } = useTranslation('crosswalk')
  const change = useChange('crosswalk.note', { quiet: true })
  const { coverage } = row
  return (
    <SidePanel
      title={`${row.id} ${row.title}`}
      width={440}
      onClose={close}
      kicker={
        <Text size="xs" c="dimmed" fw={500}>
          {row.group}
        </Text>
      }
    >
      <Stack gap="md">
        <Text size="md">{row.asks}</Text>
        {coverage && (
          <div>
            <StateTag tone={coverageTones[coverage]}>{`${t('fields.coverage')}: ${t(`coverage.${coverage}`)}`}</StateTag>
            {row.by.length > 0 && (
              <Text size="sm" mt={4}>
                {`ISO/IEC 27001: ${row.by.join(', ')}`}
              </Text>
            )}
          </div>
        )}
        <div>
          <StateTag tone={stateTones[row.state]}>{t(`state.${row.state}`)}</StateTag>
          {row.reasons.map((reason) => (
            <Text key={reason} size="sm" mt={4}>
              {reason}
            </Text>
          ))}
        </div>
        {(['state', 'note'] as const).map((field) => (
          <RecordField
            key={`${row.noteId}${field}`}
            schema={crosswalkNoteFields.shape[field]}
            area="crosswalk"
            field={labels[field]}
            words={words[field]}
            record={row.noteId}
            value={field === 'state' ? row.own : row.note}
            save={(value) =>
              change.mutateAsync({ framework, item: row.id, fields: crosswalkNoteFields.partial().parse({ [field]: value }) })
            }
          />
        ))}
        <Part title={t('fields.answers')}>
          {row.parts.map(({ id, title, kind, item, progress, evidence }) => (
            <PlaceLink key={id} place={placeOf({ kind: kind === 'clause' ? 'requirement' : 'control', id: item })} className={styles.line}>
              <span className={styles.words}>
                <b>{id}</b> {title}
                <Text size="xs" c="dimmed">
                  {evidence === 0 ? t('panel.noEvidence') : t('panel.evidence', { count: evidence })}
                </Text>
              </span>
              <StateTag tone={progressTones[progress]} bare>
                {t(`progress.${progress}`)}
              </StateTag>
            </PlaceLink>
          ))}
        </Part>
        <Part title={t('fields.registers')}>
          {row.registers.map(({ register, entries }) => (
            <PlaceLink
              key={register}
              place={
                register === 'actions' || register === 'evidence'
                  ? { screen: register, search: {} }
                  : { screen: 'registers', search: { page: register } }
              }
              className={styles.line}
            >
              <span>{t(`register-${register}:title`)}</span>
              <Text size="sm" c="dimmed">
                {t('panel.entries', { count: entries })}
              </Text>
            </PlaceLink>
          ))}
        </Part>
        {framework === 'ai-act' && <Law row={row} />}
      </Stack>
    </SidePanel>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <Title order={3} mb={4}>
        {title}
      </Title>
      {children}
    </section>
  )
}

/** What only an article has: its days, the systems that it binds, and how older guides call it. */
function Law({ row }: { row: CrosswalkRow }) {
  const { t } = useTranslation('crosswalk')
  const more = row.systems - row.firstSystems.length
  return (
    <>
      <Part title={t('fields.date')}>
        {row.dates.map(({ date, note }) => (
          <Text key={date} size="sm">
            {note === '' ? date : `${date}: ${note}`}
          </Text>
        ))}
      </Part>
      <Part title={t('fields.systems')}>
        <Text size="sm" c="dimmed">
          {row.systems === 0 ? t('panel.noSystems') : t('panel.systems', { count: row.systems })}
        </Text>
        {row.firstSystems.map(({ id, name }) => (
          <PlaceLink key={id} place={placeOf({ kind: 'system', id })} className={styles.line}>
            {name}
          </PlaceLink>
        ))}
        {row.firstSystems.length > 0 && more > 0 && (
          <Text size="sm" c="dimmed">
            {t('panel.more', { count: more })}
          </Text>
        )}
      </Part>
      {row.older.length > 0 && (
        <Part title={t('fields.older')}>
          {row.older.map(({ older, note }) => (
            <Text key={older} size="sm" mt={4}>
              <b>{older}</b>: {note}
            </Text>
          ))}
        </Part>
      )}
      <Text size="xs" c="dimmed">
        {t('indication')}
      </Text>
    </>
  )
}
