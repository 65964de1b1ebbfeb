import { Anchor, Button, Group, Text, Title } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { report } from '../../../src-main/contract/documents.ts'
import { type RegisterId, registers } from '../../../src-main/contract/registers/index.ts'
import styles from './RegistersScreen.module.css'

/** What a register is for, the clauses and controls that it answers, and the way to its document. */
export function RegisterHead({ register }: { register: RegisterId }) {
  const { t } = useTranslation(['registers', `register-${register}`])
  const { handle } = useParams({ from: '/e/$handle' })
  return (
    <div className={styles.head}>
      <div>
        {/* The table names the page for those who listen; this says it to those who look. */}
        <Title className={styles.title} order={2}>
          {t(`register-${register}:title`)}
        </Title>
        <Text className={styles.about} size="sm" c="dimmed" lineClamp={2}>
          {t(`register-${register}:about`)}
        </Text>
        <Answers register={register} />
      </div>
      {report.safeParse(register).success && (
        <Button
          variant="default"
          style={{ flex: 'none' }}
          leftSection={<IconPrinter size={14} aria-hidden />}
          renderRoot={(props) => <Link {...props} to="/e/$handle/documents" params={{ handle }} search={{ kind: register }} />}
        >
          {t('print')}
        </Button>
      )}
    </div>
  )
}

/** The clauses and controls whose evidence is kept here, each a jump to where it is judged or decided. */
function Answers({ register }: { register: RegisterId }) {
  const { t } = useTranslation('registers')
  const { handle } = useParams({ from: '/e/$handle' })
  const { clauses, controls } = registers[register]
  return (
    <Group className={styles.answers} gap={8} mt={2}>
      <Text size="xs" c="dimmed" style={{ flex: 'none' }}>
        {t('part.answers')}
      </Text>
      {clauses.map((clause) => (
        <Anchor
          key={clause}
          size="xs"
          aria-label={t('answers.clause', { id: clause })}
          renderRoot={(props) => <Link {...props} to="/e/$handle/gap" params={{ handle }} search={{ group: clause }} />}
        >
          {clause}
        </Anchor>
      ))}
      {controls.map((code) => (
        <Anchor
          key={code}
          size="xs"
          aria-label={t('answers.control', { id: code })}
          renderRoot={(props) => <Link {...props} to="/e/$handle/soa" params={{ handle }} search={{ code }} />}
        >
          {code}
        </Anchor>
      ))}
    </Group>
  )
}
