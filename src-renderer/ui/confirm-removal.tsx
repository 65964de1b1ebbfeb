import { Button, Group, Stack, Text } from '@mantine/core'
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from './Dialog.tsx'

/** Rows that are removed without a question: as many as a person sees at once. */
const unasked = 20

interface Removal {
  count: number
  /** "Remove 2,133 AI systems?" */
  title: string
  /** What goes with them. */
  goes: string
}

type Confirm = (removal: Removal) => Promise<boolean>

const ConfirmContext = createContext<Confirm>(async () => true)

/** Asks before many rows are removed at one stroke; a few are removed at once, since a message offers to take that back. */
export const useConfirmRemoval = () => useContext(ConfirmContext)

export function ConfirmRemovalProvider({ children }: { children: ReactNode }) {
  const [asked, setAsked] = useState<{ removal: Removal; answer: (isConfirmed: boolean) => void } | null>(null)
  const confirm = useCallback(async (removal: Removal) => {
    if (removal.count <= unasked) return true
    return new Promise<boolean>((resolve) =>
      setAsked({
        removal,
        answer: (isConfirmed) => {
          setAsked(null)
          resolve(isConfirmed)
        },
      }),
    )
  }, [])
  return (
    <ConfirmContext.Provider value={confirm}>
      {children}
      {asked && <RemovalQuestion {...asked} />}
    </ConfirmContext.Provider>
  )
}

function RemovalQuestion({ removal: { count, title, goes }, answer }: { removal: Removal; answer: (isConfirmed: boolean) => void }) {
  const { t } = useTranslation('ui')
  return (
    <Dialog title={title} onClose={() => answer(false)}>
      <Stack gap="sm">
        <Text size="sm">{goes}</Text>
        <Text size="sm">{t('removal.undo')}</Text>
        <Group justify="flex-end" gap="xs">
          <Button data-autofocus variant="default" onClick={() => answer(false)}>
            {t('cancel')}
          </Button>
          <Button onClick={() => answer(true)}>{t('removal.remove', { count })}</Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
