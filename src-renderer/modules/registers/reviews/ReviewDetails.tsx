import { Group, Stack, Text } from '@mantine/core'
import { IconUsersGroup } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useProcedure } from '../../../app/calls.ts'
import { EntryPageLink } from '../EntryPageLink.tsx'

/** Whether a review's inputs are kept, how much it decided, and the way to both. */
export function ReviewDetails({ id }: { id: string }) {
  const { t } = useTranslation('register-reviews')
  const { data: review } = useProcedure('reviews.get', { id })
  if (review?.id !== id) return null
  const isFrozen = review.inputs.every((each) => each.isFrozen)
  return (
    <Stack gap={6} component="section" aria-label={t('meeting.inputs')}>
      <Text size="sm">
        {isFrozen ? t('meeting.frozen', { day: review.heldOn ?? '' }) : t('meeting.live')}
        {` · ${t('meeting.decisions')}: ${review.decisions.length}`}
      </Text>
      <Group>
        <EntryPageLink page="reviews" record={id} kind="meeting" icon={<IconUsersGroup size={15} aria-hidden />}>
          {t('meeting.open')}
        </EntryPageLink>
      </Group>
    </Stack>
  )
}
