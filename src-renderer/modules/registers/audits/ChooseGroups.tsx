import { Button, Checkbox, Popover, ScrollArea, Stack, Text } from '@mantine/core'
import { IconListDetails } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange, useProcedure } from '../../../app/calls.ts'

/** The clauses and objectives that an audit looks at: a tick puts their items on the checklist. */
export function ChooseGroups({ auditId }: { auditId: string }) {
  const { t } = useTranslation('register-audits')
  const [isOpen, setIsOpen] = useState(false)
  const { data: groups = [] } = useProcedure('audits.groups', { auditId })
  const add = useChange('audits.addItems')
  const remove = useChange('audits.removeItems')
  return (
    <Popover opened={isOpen} onChange={setIsOpen} width={420} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconListDetails size={15} aria-hidden />}
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          {t('checklist.choose')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('checklist.choose')}>
        <Text size="xs" c="dimmed" mb="xs">
          {t('checklist.chooseHelp')}
        </Text>
        <ScrollArea.Autosize mah={420} type="auto" viewportProps={{ tabIndex: -1 }}>
          <Stack gap={6}>
            {groups.map(({ id, title, items, chosen }) => (
              <Checkbox
                key={id}
                checked={chosen === items}
                indeterminate={chosen > 0 && chosen < items}
                label={`${id} ${title}`}
                description={t('checklist.put', { chosen, items })}
                onChange={() => (chosen === items ? remove : add).mutate({ auditId, groups: [id] })}
              />
            ))}
          </Stack>
        </ScrollArea.Autosize>
      </Popover.Dropdown>
    </Popover>
  )
}
