import { Anchor, Button, Group, Stack, Text } from '@mantine/core'
import { IconTopologyStar3 } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useProcedure } from '../../app/calls.ts'

/** The impact assessments, risks and controls of a system, each one click away. */
export function LinkedRecords({ id }: { id: string }) {
  const { t } = useTranslation('inventory')
  const { handle } = useParams({ from: '/e/$handle' })
  const { data: links } = useProcedure('inventory.links', { id })
  if (!links) return null
  return (
    <>
      <List title={t('assessments')}>
        {links.assessments.map((assessment) => (
          <Anchor
            key={assessment.id}
            size="sm"
            renderRoot={(props) => <Link {...props} to="/e/$handle/impacts" params={{ handle }} search={{ assessment: assessment.id }} />}
          >
            {assessment.title}
          </Anchor>
        ))}
        {links.assessments.length === 0 && (
          <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/e/$handle/impacts" params={{ handle }} search={{ system: id }} />}>
            {t('startAssessment')}
          </Anchor>
        )}
      </List>
      <List title={t('risks')}>
        {links.risks.map((risk) => (
          <Anchor
            key={risk.id}
            size="sm"
            renderRoot={(props) => <Link {...props} to="/e/$handle/risks" params={{ handle }} search={{ risk: risk.id }} />}
          >
            {risk.reference} {risk.title} {risk.state === 'closed' ? `(${t('closedRisk')})` : ''}
          </Anchor>
        ))}
        {links.risks.length === 0 && <Nothing>{t('noRisks')}</Nothing>}
      </List>
      <List title={t('controls')}>
        <Group gap="xs">
          {links.controls.map(({ code }) => (
            <Anchor
              key={code}
              size="sm"
              renderRoot={(props) => <Link {...props} to="/e/$handle/soa" params={{ handle }} search={{ code }} />}
            >
              {code}
            </Anchor>
          ))}
        </Group>
        {links.controls.length === 0 && <Nothing>{t('noControls')}</Nothing>}
      </List>
      <Button
        variant="default"
        leftSection={<IconTopologyStar3 size={14} aria-hidden />}
        renderRoot={(props) => <Link {...props} to="/e/$handle/trace" params={{ handle }} search={{ kind: 'system', id }} />}
      >
        {t('trace')}
      </Button>
    </>
  )
}

function List({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Stack gap={2} align="flex-start">
      <Text size="xs" fw={500} c="dimmed">
        {title}
      </Text>
      {children}
    </Stack>
  )
}

const Nothing = ({ children }: { children: string }) => (
  <Text size="sm" c="dimmed">
    {children}
  </Text>
)
