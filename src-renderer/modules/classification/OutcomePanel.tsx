import { Alert, Anchor, Box, Group, List, Stack, Text, Title } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoundDuty, Classification, Duty } from '../../../src-main/contract/classification.ts'
import { localDay } from '../../../src-main/contract/days.ts'
import { useProcedure } from '../../app/calls.ts'
import { StateTag } from '../../ui/StateTag.tsx'
import styles from './ClassificationScreen.module.css'
import { classTone } from './classification.ts'

/** What follows from the answers so far: class, why, and duties by the day from which they apply. */
export function OutcomePanel({ classification: { outcome } }: { classification: Classification }) {
  const { t } = useTranslation('classification')
  const { data: questionnaire } = useProcedure('classification.questionnaire', {})
  const { riskClass, highRiskBy, generalPurpose, complete, steps } = outcome
  return (
    // Read by keys as well: it scrolls, and not every outcome has a link inside.
    <Box component="aside" className={styles.outcome} aria-label={t('outcome')} tabIndex={0}>
      <Stack gap="lg">
        <div>
          <Text size="xs" c="dimmed" fw={600} mb={4}>
            {t(complete ? 'classNow' : 'classSoFar')}
          </Text>
          <Group gap="xs">
            <StateTag tone={classTone[riskClass]}>{t(`riskClass.${riskClass}`)}</StateTag>
            {highRiskBy.map((reason) => (
              <Text key={reason} size="sm">
                {t(`highRiskBy.${reason}`)}
              </Text>
            ))}
          </Group>
          <Text size="sm" mt={6}>
            {t(`about.${riskClass}`)}
          </Text>
          {generalPurpose !== 'no' && (
            <Text size="sm" mt={4}>
              {t(`generalPurpose.${generalPurpose}`)}
            </Text>
          )}
        </div>
        <section>
          <Title order={3} mb={4}>
            {t('why')}
          </Title>
          {steps.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t('noSteps')}
            </Text>
          ) : (
            <List type="ordered" size="sm" spacing={4} withPadding={false}>
              {steps.map(({ question, sentence, article }) => (
                <List.Item key={`${question} ${sentence}`}>
                  {sentence}{' '}
                  <Text span size="xs" c="dimmed">
                    {article}
                  </Text>
                </List.Item>
              ))}
            </List>
          )}
        </section>
        {questionnaire && (complete || outcome.duties.length > 0) && <Duties bound={outcome.duties} duties={questionnaire.duties} />}
        {questionnaire && (
          <Alert color="gray" title={t('notice')} styles={{ message: { color: 'var(--mantine-color-text)' } }}>
            <Text size="xs">{questionnaire.notice}</Text>
          </Alert>
        )}
      </Stack>
    </Box>
  )
}

/** Those that apply already first, then those that come, by day. */
function Duties({ bound, duties }: { bound: BoundDuty[]; duties: Duty[] }) {
  const { t } = useTranslation('classification')
  const today = localDay(new Date())
  const byDay = useMemo(
    () => [...Map.groupBy(bound, ({ appliesFrom }) => (appliesFrom <= today ? '' : appliesFrom))].sort(([a], [b]) => a.localeCompare(b)),
    [bound, today],
  )
  const known = new Map(duties.map((duty) => [duty.id, duty]))
  return (
    <section>
      <Title order={3} mb={4}>
        {t('duties', { count: bound.length })}
      </Title>
      {byDay.map(([date, members]) => (
        <div key={date}>
          <Group gap="xs" mt="xs" mb={2}>
            <StateTag tone={date === '' ? 'fair' : 'info'} bare>
              {date === '' ? t('appliesAlready') : t('appliesFrom', { date })}
            </StateTag>
          </Group>
          <Stack gap="sm">
            {members.map((each) => {
              const duty = known.get(each.id)
              return duty && <DutyItem key={each.id} duty={duty} bound={each} today={today} />
            })}
          </Stack>
        </div>
      ))}
    </section>
  )
}

function DutyItem({ duty, bound, today }: { duty: Duty; bound: BoundDuty; today: string }) {
  const { t } = useTranslation('classification')
  const since = bound.appliesFrom <= today ? t('since', { date: bound.appliesFrom }) : ''
  return (
    <div data-duty={duty.id}>
      <Text size="sm" fw={600}>
        {duty.title}
      </Text>
      <Text size="sm">{duty.what}</Text>
      <Text size="xs" c="dimmed">
        {[duty.articles.join(', '), bound.roles.map((role) => t(`role.${role}`)).join(', '), since, bound.dateNote]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      <Group gap={8} mt={2}>
        {duty.controls.map((code) => (
          <ControlLink key={code} code={code} />
        ))}
      </Group>
    </div>
  )
}

function ControlLink({ code }: { code: string }) {
  const { handle } = useParams({ from: '/e/$handle' })
  return (
    <Anchor
      renderRoot={(props) => <Link {...props} to="/e/$handle/soa" params={{ handle }} search={{ code }} />}
      size="xs"
      fw={600}
      underline="always"
    >
      {code}
    </Anchor>
  )
}
