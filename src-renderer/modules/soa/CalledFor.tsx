import { Anchor, Group, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconClipboardCheck, IconCpu, IconScale, IconTopologyStar3, IconUsersGroup } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { RiskLevel } from '../../../src-main/contract/risk.ts'
import type { ControlBasis, Decision } from '../../../src-main/contract/soa.ts'
import { useProcedure } from '../../app/calls.ts'
import type { Jump } from '../../app/jump.ts'
import type { ScreenId } from '../../app/screens.ts'
import { StateTag, type Tone } from '../../ui/StateTag.tsx'

const icons = { risks: IconAlertTriangle, duties: IconScale, assessments: IconUsersGroup, systems: IconCpu, findings: IconClipboardCheck }
type Part = keyof typeof icons

/** How many risks, duties, impact assessments and systems call for a control, in one cell. */
export function CalledForCell({ decision }: { decision: Decision }) {
  const { t } = useTranslation('soa')
  const { basis } = decision
  const counts = {
    risks: basis.risks.length,
    duties: basis.duties.length,
    assessments: basis.assessments.length,
    systems: basis.systems.length + basis.moreSystems,
  }
  const parts = (['risks', 'duties', 'assessments', 'systems'] as const).filter((part) => counts[part] > 0)
  if (parts.length === 0) return <Text size="xs">{t('calledFor.nothing')}</Text>
  return (
    <Stack gap={0}>
      {parts.map((part) => {
        const Icon = icons[part]
        return (
          <Group key={part} gap={5} wrap="nowrap">
            <Icon size={13} stroke={1.7} aria-hidden />
            <Text size="xs">{t(`calledFor.${part}`, { count: counts[part] })}</Text>
          </Group>
        )
      })}
    </Stack>
  )
}

const levelTone: Record<RiskLevel, Tone> = { open: 'neutral', low: 'good', medium: 'fair', high: 'poor' }

/** Everything that calls for a control, each a way to where it stands. */
export function CalledFor({ code }: { code: string }) {
  const { t } = useTranslation(['soa', 'gap'])
  const { data: [basis] = [] } = useProcedure('soa.basis', { code })
  if (!basis || basis.code !== code) return null
  return (
    <Stack gap="xs" component="section" aria-label={t('calledFor.title')}>
      <Group justify="space-between">
        <Text size="xs" fw={600} component="h3" m={0}>
          {t('calledFor.title')}
        </Text>
        <JumpLink screen="trace" search={{ kind: 'control', id: code }}>
          <Group gap={4} wrap="nowrap">
            <IconTopologyStar3 size={14} aria-hidden />
            {t('calledFor.trace')}
          </Group>
        </JumpLink>
      </Group>
      {isEmpty(basis) && (
        <Text size="sm" c="dimmed">
          {t('calledFor.nothingHelp')}
        </Text>
      )}
      <List part="risks" count={basis.risks.length}>
        {basis.risks.map(({ id, reference, title, level }) => (
          <Entry key={id} tag={<StateTag tone={levelTone[level]}>{t(`riskLevel.${level}`)}</StateTag>}>
            <JumpLink screen="risks" search={{ risk: id }}>
              {reference} {title}
            </JumpLink>
          </Entry>
        ))}
      </List>
      <List part="duties" count={basis.duties.length}>
        {basis.duties.map(({ id, title, articles, systems, moreSystems }) => (
          <Entry key={id}>
            <JumpLink screen="trace" search={{ kind: 'duty', id }}>
              {articles.join(', ')} {title}
            </JumpLink>
            <Text size="xs" c="dimmed">
              {t('calledFor.inSystems')}{' '}
              {systems.map((system, index) => (
                <span key={system.id}>
                  {index > 0 && ', '}
                  <JumpLink screen="classification" search={{ system: system.id }} size="xs">
                    {system.name}
                  </JumpLink>
                </span>
              ))}{' '}
              {moreSystems > 0 && t('calledFor.more', { count: moreSystems })}
            </Text>
          </Entry>
        ))}
      </List>
      <List part="assessments" count={basis.assessments.length}>
        {basis.assessments.map(({ id, title }) => (
          <Entry key={id}>
            <JumpLink screen="impacts" search={{ assessment: id }}>
              {title}
            </JumpLink>
          </Entry>
        ))}
      </List>
      <List part="systems" count={basis.systems.length + basis.moreSystems}>
        {basis.systems.map(({ id, name }) => (
          <Entry key={id}>
            <JumpLink screen="systems" search={{ system: id }}>
              {name}
            </JumpLink>
          </Entry>
        ))}
        {basis.moreSystems > 0 && (
          <Text size="xs" c="dimmed" component="li">
            {t('calledFor.more', { count: basis.moreSystems })}
          </Text>
        )}
      </List>
      <List part="findings" count={basis.findings.length}>
        {basis.findings.map(({ itemId, title, conformity }) => (
          <Entry
            key={itemId}
            tag={<StateTag tone={conformity === 'partly' ? 'fair' : 'poor'}>{t(`gap:conformity.${conformity}`)}</StateTag>}
          >
            <JumpLink screen="gap" search={{ item: itemId }}>
              {itemId} {title}
            </JumpLink>
          </Entry>
        ))}
      </List>
    </Stack>
  )
}

const isEmpty = ({ risks, duties, assessments, systems, findings }: ControlBasis) =>
  [risks, duties, assessments, systems, findings].every(({ length }) => length === 0)

function List({ part, count, children }: { part: Part; count: number; children: ReactNode }) {
  const { t } = useTranslation('soa')
  if (count === 0) return null
  const Icon = icons[part]
  return (
    <div>
      <Group gap={5} mb={2}>
        <Icon size={13} stroke={1.7} aria-hidden />
        <Text size="xs" c="dimmed">
          {t(`calledFor.${part}`, { count })}
        </Text>
      </Group>
      <Stack gap={4} component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
        {children}
      </Stack>
    </div>
  )
}

function Entry({ tag, children }: { tag?: ReactNode; children: ReactNode }) {
  return (
    <Group component="li" gap="xs" wrap="nowrap" align="flex-start" justify="space-between">
      <div style={{ minWidth: 0 }}>{children}</div>
      <div style={{ flexShrink: 0 }}>{tag}</div>
    </Group>
  )
}

function JumpLink({ screen, search, size = 'sm', children }: { screen: ScreenId; search: Jump; size?: string; children: ReactNode }) {
  const { handle } = useParams({ from: '/e/$handle' })
  return (
    <Anchor
      size={size}
      style={{ overflowWrap: 'anywhere' }}
      renderRoot={(props) => <Link {...props} to={`/e/$handle/${screen}`} params={{ handle }} search={search} />}
    >
      {children}
    </Anchor>
  )
}
