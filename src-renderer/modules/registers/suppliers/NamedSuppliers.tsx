import { Button, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useChange, useProcedure } from '../../../app/calls.ts'
import styles from '../strip.module.css'

/** So many names are said. */
const most = 5

/** Suppliers that the inventory names and the register does not have: added with one click. */
export function NamedSuppliers() {
  const { t } = useTranslation('suppliers')
  const { data: named = [] } = useProcedure('suppliers.named', {})
  const add = useChange('suppliers.addNamed')
  if (named.length === 0) return null
  const names = named.map(({ name }) => name)
  const said = [...names.slice(0, most), ...(names.length > most ? ['…'] : [])].join(', ')
  return (
    <div className={styles.strip}>
      <Text size="sm">{t('named.sentence', { count: named.length, names: said })}</Text>
      <Button variant="default" onClick={() => add.mutate({ names })}>
        {t('named.add')}
      </Button>
    </div>
  )
}
