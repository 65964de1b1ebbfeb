import { Button, Group, Stack, Text } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Plan } from '../../../src-main/contract/roadmap.ts'
import { useChange, useProcedure } from '../../app/calls.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'

/** From when to when, and what that would add, before it is done. */
export function MakePlan({ plan, close }: { plan: Plan; close: () => void }) {
  const { t } = useTranslation('roadmap')
  const [startOn, setStartOn] = useState<string | null>(plan.startOn ?? plan.today)
  const [target, setTarget] = useState(plan.certificationTarget)
  const { data: proposal, error } = useProcedure('roadmap.propose', { startOn: startOn ?? plan.today, target })
  const make = useChange('roadmap.make')
  const shared = { valueFormat: 'YYYY-MM-DD', placeholder: 'YYYY-MM-DD', style: { flex: 1 } }
  const nothing = proposal !== undefined && proposal.fixed + proposal.fromGaps === 0
  return (
    <Dialog title={t('make.title')} onClose={close} size="lg">
      <Stack gap="sm">
        <Text size="sm">{`${t('make.about')} ${t('make.workingDays')}`}</Text>
        <Group align="flex-start">
          <DateInput {...shared} label={t('make.start')} value={startOn} onChange={setStartOn} />
          <DateInput
            {...shared}
            label={t('make.target')}
            value={target}
            onChange={setTarget}
            clearable
            clearButtonProps={{ 'aria-label': t('make.noTarget') }}
          />
        </Group>
        {error && <Notice tone="poor">{error.message}</Notice>}
        {!error && proposal && (
          <>
            <Text size="sm">{t('make.length', { months: proposal.months, end: proposal.endOn })}</Text>
            {proposal.warning !== 'none' && <Notice tone="fair">{t(`make.${proposal.warning}`)}</Notice>}
            <Text size="sm" role="status">
              {nothing
                ? t('make.nothing')
                : t('make.adds', {
                    steps: t('make.steps', { count: proposal.fixed }),
                    tasks: t('make.tasks', { count: proposal.fromGaps }),
                    gaps: t('make.gaps', { count: proposal.gaps }),
                    effort: t('make.effort', { count: proposal.effortDays }),
                  })}
            </Text>
            {proposal.withoutEffort > 0 && (
              <Text size="sm" c="dimmed">
                {t('make.withoutEffort', { count: proposal.withoutEffort })}
              </Text>
            )}
            {proposal.covered > 0 && (
              <Text size="sm" c="dimmed">
                {t('make.covered', { count: proposal.covered })}
              </Text>
            )}
          </>
        )}
        <Group justify="flex-end">
          {/* Not the first field: its calendar would open over what the plan adds. */}
          <Button variant="default" onClick={close} data-autofocus>
            {t('make.cancel')}
          </Button>
          <Button
            disabled={error !== null || !proposal || nothing || startOn === null}
            loading={make.isPending}
            onClick={() => startOn !== null && make.mutate({ startOn, target }, { onSuccess: close })}
          >
            {t('make.button')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
