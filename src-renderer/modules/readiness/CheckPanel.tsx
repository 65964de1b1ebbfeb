import { Group, Stack, Text } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ReadinessCheck } from '../../../src-main/contract/readiness.ts'
import { PlaceLink } from '../../ui/PlaceLink.tsx'
import { SidePanel } from '../../ui/SidePanel.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import { resultTones } from './columns.tsx'
import styles from './Readiness.module.css'

/** One check: what was found, why it is asked, what to do, and the jump to where it is done. */
export function CheckPanel({ check, close }: { check: ReadinessCheck; close: () => void }) {
  const { t } = useTranslation('readiness')
  return (
    <SidePanel
      title={check.title}
      onClose={close}
      kicker={
        <Text size="xs" c="dimmed" fw={500}>
          {`${t(`stage.${check.stage}`)} · ${check.clause}`}
        </Text>
      }
    >
      <Stack gap="md">
        <Group gap="xs">
          <StateTag tone={resultTones[check.result]}>{t(`result.${check.result}`)}</StateTag>
          {check.isMandatory && check.result !== 'met' && (
            <Text size="sm" c="dimmed">
              {t('panel.blocks')}
            </Text>
          )}
        </Group>
        <Text>{check.reason}</Text>
        {check.todo !== '' && <Labelled label={t('fields.todo')}>{check.todo}</Labelled>}
        <Labelled label={t('fields.why')}>{check.why}</Labelled>
        {check.result !== 'not-applicable' && (
          <Labelled label={t('fields.points')}>
            {t('panel.points', { points: Number(check.points.toFixed(1)), weight: check.weight })}
          </Labelled>
        )}
        <PlaceLink place={check.place} className={styles.go} label={t('goTo', { title: check.title })}>
          {t('go')}
          <IconArrowRight size={15} aria-hidden />
        </PlaceLink>
      </Stack>
    </SidePanel>
  )
}

function Labelled({ label, children }: { label: string; children: string }) {
  return (
    <div>
      <Text size="xs" fw={500} c="dimmed">
        {label}
      </Text>
      <Text size="sm">{children}</Text>
    </div>
  )
}
