import { Anchor, Box, Button, Stack, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconArrowLeft } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { freeText } from '../../../../src-main/contract/procedure.ts'
import { reviews } from '../../../../src-main/contract/registers/evaluation.ts'
import type { ReviewWork } from '../../../../src-main/contract/reviews.ts'
import { useChange, useProcedure } from '../../../app/calls.ts'
import { placeOf } from '../../../app/places.ts'
import { PointList } from '../../../ui/PointList.tsx'
import { RecordField } from '../../../ui/RecordField.tsx'
import { EntryPageLink } from '../EntryPageLink.tsx'
import { ReportLink } from '../ReportLink.tsx'
import { Decisions } from './Decisions.tsx'
import styles from './Meeting.module.css'

/** One management review with room: what the engagement says for each input, what was said about it, minutes, and decisions. */
export function Meeting({ id }: { id: string }) {
  const { t } = useTranslation('register-reviews')
  const { data: review } = useProcedure('reviews.get', { id })
  const hold = useChange('reviews.hold')
  if (review?.id !== id) return null
  const isFrozen = review.inputs.every((each) => each.isFrozen)
  const points = review.issues.map((issue) => ({
    id: issue,
    sentence: t(`issue.${issue}`),
    go: () => document.getElementById('minutes')?.focus(),
  }))
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <EntryPageLink page="reviews" record={id} variant="subtle" icon={<IconArrowLeft size={15} aria-hidden />}>
          {t('meeting.back')}
        </EntryPageLink>
        <Box style={{ flex: '1 1 260px', minWidth: 0 }}>
          <Title order={1} fz="md">
            {t('meeting.title', review)}
          </Title>
          <Text size="xs" c="dimmed">
            {isFrozen ? t('meeting.frozen', { day: review.heldOn ?? '' }) : t('meeting.live')}
            {' · '}
            {review.since === null ? t('meeting.first') : t('meeting.since', { day: review.since })}
          </Text>
        </Box>
        <ReportLink report="review" record={id}>
          {t('meeting.report')}
        </ReportLink>
        {isFrozen ? (
          <PointList title={t('meeting.issues')} empty={t('meeting.noIssues')} points={points} position="bottom-end" />
        ) : (
          <Button disabled={hold.isPending} title={t('meeting.holdHelp')} onClick={() => hold.mutate({ id })}>
            {t('meeting.hold')}
          </Button>
        )}
      </header>
      <div className={styles.body}>
        <section aria-label={t('meeting.inputs')}>
          <Title order={2} fz="md">
            {t('meeting.inputs')}
          </Title>
          {review.inputs.map((each) => (
            <Input key={each.input} reviewId={id} of={each} />
          ))}
        </section>
        <Stack gap="xl">
          <Minutes id={id} />
          <Decisions review={review} />
        </Stack>
      </div>
    </div>
  )
}

function Input({ reviewId, of: { input, noteId, note, gathered } }: { reviewId: string; of: ReviewWork['inputs'][number] }) {
  const { t } = useTranslation('register-reviews')
  const { handle } = useParams({ from: '/e/$handle' })
  const save = useChange('reviews.note', { quiet: true })
  return (
    <section className={styles.input} aria-label={t(`input.${input}`)}>
      <Title order={3}>{t(`input.${input}`)}</Title>
      <Text size="sm" mt={4}>
        {gathered.sentence}
      </Text>
      <div className={styles.figures}>
        {gathered.figures.map(({ label, value, isBad }) => (
          <span key={label} className={styles.figure}>
            {isBad && value > 0 && <IconAlertTriangle size={14} aria-label={t('meeting.attention')} color="var(--tone-fair-strong)" />}
            <b>{value}</b> {label}
          </span>
        ))}
      </div>
      <div className={styles.points}>
        {gathered.points.map((point) => {
          const { screen, search } = placeOf(point)
          return (
            <Anchor
              key={`${point.kind} ${point.id}`}
              size="sm"
              renderRoot={(props) => <Link {...props} to={`/e/$handle/${screen}`} params={{ handle }} search={search} />}
            >
              {point.text}
            </Anchor>
          )
        })}
        {gathered.more > 0 && (
          <Text size="sm" c="dimmed">
            {t('meeting.more', { count: gathered.more })}
          </Text>
        )}
      </div>
      <RecordField
        schema={freeText}
        area="register-reviews"
        field={`inputNote.${input}`}
        record={reviewId}
        value={note}
        {...(noteId === null ? { withoutHistory: true } : { history: { record: noteId, field: 'note' } })}
        save={(value) => save.mutateAsync({ id: reviewId, input, note: freeText.parse(value) })}
        minRows={1}
      />
    </section>
  )
}

function Minutes({ id }: { id: string }) {
  const { t } = useTranslation('register-reviews')
  const { data: entry } = useProcedure('registers.get', { register: 'reviews', id })
  const update = useChange('registers.update', { quiet: true })
  if (entry?.id !== id) return null
  return (
    <section aria-label={t('meeting.minutes')}>
      <Stack gap="sm">
        {(['minutes', 'conclusion'] as const).map((field) => (
          <RecordField
            key={field}
            id={field}
            schema={reviews.fields.shape[field]}
            area="register-reviews"
            field={field}
            record={id}
            value={entry.fields[field] ?? null}
            save={(value) => update.mutateAsync({ register: 'reviews', id, fields: { [field]: value } })}
            minRows={field === 'minutes' ? 8 : 3}
          />
        ))}
      </Stack>
    </section>
  )
}
