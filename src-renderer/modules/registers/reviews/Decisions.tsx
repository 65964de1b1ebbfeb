import { ActionIcon, Anchor, Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { decisionFields, type ReviewDecision, type ReviewWork } from '../../../../src-main/contract/reviews.ts'
import { useChange } from '../../../app/calls.ts'
import { placeOf } from '../../../app/places.ts'
import type { FieldValue } from '../../../ui/draft.ts'
import { RecordField } from '../../../ui/RecordField.tsx'
import styles from './Meeting.module.css'

/** What a review decided (clause 9.3.3), and the action that carries each decision out. */
export function Decisions({ review }: { review: ReviewWork }) {
  const { t } = useTranslation('register-reviews')
  const add = useChange('reviews.addDecision')
  return (
    <section aria-label={t('meeting.decisions')}>
      <Title order={2} fz="md" mb="xs">
        {t('meeting.decisions')}
      </Title>
      <Stack gap="sm">
        {review.decisions.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('meeting.noDecisions')}
          </Text>
        )}
        {review.decisions.map((decision) => (
          <Decision key={decision.id} decision={decision} />
        ))}
        <Group>
          <Button
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => add.mutate({ id: review.id, fields: {} })}
          >
            {t('meeting.addDecision')}
          </Button>
        </Group>
      </Stack>
    </section>
  )
}

function Decision({ decision }: { decision: ReviewDecision }) {
  const { t } = useTranslation(['register-reviews', 'register-actions'])
  const { handle } = useParams({ from: '/e/$handle' })
  const update = useChange('reviews.updateDecision', { quiet: true })
  const remove = useChange('reviews.removeDecision')
  const toAction = useChange('reviews.toAction')
  const { id, action } = decision
  const field = (name: 'kind' | 'decision', words?: string) => (
    <RecordField
      schema={decisionFields.shape[name]}
      area="register-reviews"
      field={name}
      {...(words ? { words } : {})}
      record={id}
      value={decision[name]}
      save={(value: FieldValue) => update.mutateAsync({ decisionId: id, fields: decisionFields.partial().parse({ [name]: value }) })}
    />
  )
  return (
    <div className={styles.decision}>
      <Stack gap="xs">
        {field('decision')}
        {field('kind', 'decisionKind')}
        <Group justify="space-between">
          {action ? (
            <Anchor
              size="sm"
              renderRoot={(props) => (
                <Link {...props} to="/e/$handle/actions" params={{ handle }} search={placeOf({ kind: 'actions', id: action.id }).search} />
              )}
            >
              {`${action.reference}: ${t(`register-actions:state.${action.state}`)}`}
            </Anchor>
          ) : (
            <Button variant="default" size="compact-sm" onClick={() => toAction.mutate({ decisionId: id })}>
              {t('meeting.toAction')}
            </Button>
          )}
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('meeting.removeDecision')}
            onClick={() => remove.mutate({ decisionId: id })}
          >
            <IconX size={14} />
          </ActionIcon>
        </Group>
      </Stack>
    </div>
  )
}
