import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

/** Goes to the document of this system's record. */
export function PrintRecord({ systemId, disabled }: { systemId: string; disabled: boolean }) {
  const { t } = useTranslation('classification')
  const navigate = useNavigate()
  const { handle } = useParams({ from: '/e/$handle' })
  return (
    <Button
      variant="default"
      leftSection={<IconPrinter size={14} aria-hidden />}
      disabled={disabled}
      onClick={() => void navigate({ to: `/e/${handle}/documents`, search: { kind: 'classification', system: systemId } })}
    >
      {t('print')}
    </Button>
  )
}
