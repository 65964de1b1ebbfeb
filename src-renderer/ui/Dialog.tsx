import { Group, Modal, type ModalRootProps } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEscape } from './layers.ts'

/** The one dialog; the focus comes back to where it was. Its head is no `header` as in Mantine's ready-made one: a page has one banner, and that is the top line. */
export function Dialog({
  title,
  size,
  onClose,
  children,
}: {
  title: string
  size?: ModalRootProps['size']
  onClose: () => void
  children: ReactNode
}) {
  const { t } = useTranslation('ui')
  useEscape(onClose, { height: 'dialog' })
  const [before] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      // Once the dialog is gone: whoever closed it may have given the focus to something else.
      setTimeout(() => {
        if (document.activeElement === document.body && before instanceof HTMLElement && before.isConnected) before.focus()
      })
    },
    [before],
  )
  return (
    <Modal.Root opened onClose={onClose} closeOnEscape={false} {...(size === undefined ? {} : { size })}>
      <Modal.Overlay />
      <Modal.Content>
        <Group justify="space-between" align="flex-start" wrap="nowrap" px="md" pt="md" pb="xs">
          <Modal.Title fw={600} fz="lg" lh={1.35} style={{ overflowWrap: 'anywhere' }}>
            {title}
          </Modal.Title>
          <Modal.CloseButton aria-label={t('close')} />
        </Group>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
