import { Anchor, Button, Group, List, Stack, Text, VisuallyHidden } from '@mantine/core'
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { NonconformityWork } from '../../../../src-main/contract/audits.ts'
import { nonconformities } from '../../../../src-main/contract/registers/improvement.ts'
import { useChange, useProcedure } from '../../../app/calls.ts'
import { Notice } from '../../../ui/Notice.tsx'
import styles from './Steps.module.css'

const states = nonconformities.fields.shape.state.options

/** Where a nonconformity stands between what was found and a verified effect, and what is missing. */
export function Steps({ id }: { id: string }) {
  const { t } = useTranslation('register-nonconformities')
  const { data: all = [] } = useProcedure('audits.nonconformities', {})
  const work = all.find((each) => each.id === id)
  if (!work) return null
  return (
    <Stack gap="xs" component="section" aria-label={t('work.title')}>
      <ol className={styles.steps}>
        {work.steps.map(({ step, isDone }) => {
          const Shape = isDone ? IconCircleCheck : IconCircleDashed
          return (
            <li key={step} className={styles.step}>
              <Shape size={14} aria-hidden color={`var(--tone-${isDone ? 'good' : 'neutral'}-strong)`} />
              {t(`stepShort.${step}`)}
              <VisuallyHidden>{t(isDone ? 'work.done' : 'work.open')}</VisuallyHidden>
            </li>
          )
        })}
      </ol>
      {work.issues.length > 0 && (
        <Notice tone="fair">
          <List size="sm" spacing={0} listStyleType={work.issues.length > 1 ? 'disc' : 'none'} withPadding={false}>
            {work.issues.map((issue) => (
              <List.Item key={issue}>{t(`issue.${issue}`)}</List.Item>
            ))}
          </List>
        </Notice>
      )}
      <FoundIn work={work} />
      <Next work={work} />
    </Stack>
  )
}

function FoundIn({ work: { audit } }: { work: NonconformityWork }) {
  const { t } = useTranslation('register-nonconformities')
  const { handle } = useParams({ from: '/e/$handle' })
  if (audit === null) return null
  return (
    <Text size="sm">
      {t('work.from')}{' '}
      <Anchor
        size="sm"
        renderRoot={(props) => (
          <Link {...props} to="/e/$handle/registers" params={{ handle }} search={{ page: 'audits', record: audit.id, kind: 'checklist' }} />
        )}
      >
        {`${audit.reference} ${audit.title}`}
      </Anchor>
    </Text>
  )
}

/** To the next state; the main side refuses with a sentence while something is missing. */
function Next({ work: { id, state, grade } }: { work: NonconformityWork }) {
  const { t } = useTranslation('register-nonconformities')
  const advance = useChange('audits.advance')
  const next = grade === 'observation' && state !== 'closed' ? 'closed' : states[states.indexOf(state) + 1]
  if (next === undefined) return null
  return (
    <Group>
      <Button variant="default" onClick={() => advance.mutate({ id, state: next })}>
        {t('work.next', { state: t(`state.${next}`) })}
      </Button>
    </Group>
  )
}
