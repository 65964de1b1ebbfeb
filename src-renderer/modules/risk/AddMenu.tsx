import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { riskOrigins } from '../../../src-main/contract/risk.ts'
import type { SeedOrigin } from './AddRisks.tsx'

/** Adds a risk: empty, or from the library, a harm or a finding. */
export function AddMenu({ choose }: { choose: (origin: SeedOrigin | null) => void }) {
  const { t } = useTranslation('risk')
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button leftSection={<IconPlus size={14} aria-hidden />} rightSection={<IconChevronDown size={14} aria-hidden />}>
          {t('add')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {riskOrigins.map((origin) => (
          <Menu.Item key={origin} onClick={() => choose(origin)}>
            {t(`addFrom.${origin}`)}
          </Menu.Item>
        ))}
        <Menu.Item onClick={() => choose(null)}>{t('addEmpty')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
