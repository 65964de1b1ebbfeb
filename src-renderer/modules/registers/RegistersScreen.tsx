import { useMediaQuery } from '@mantine/hooks'
import { useSearch } from '@tanstack/react-router'
import { registerId } from '../../../src-main/contract/registers/index.ts'
import { pages } from './pages.ts'
import { RegisterList } from './RegisterList.tsx'
import { RegisterSelect } from './RegisterSelect.tsx'
import styles from './RegistersScreen.module.css'
import { RegisterTable } from './RegisterTable.tsx'

/** The registers of the management system: the list by clause, and the one that is open. On a narrow window the list is one field. */
export function RegistersScreen() {
  const { page: wanted } = useSearch({ strict: false })
  const page = pages.find(({ id }) => id === wanted) ?? pages[0]
  const register = registerId.safeParse(page?.id).data
  const isNarrow = useMediaQuery('(max-width: 75em)', undefined, { getInitialValueInEffect: false }) ?? false
  const List = isNarrow ? RegisterSelect : RegisterList
  return (
    <div className={`${styles.screen} ${isNarrow ? styles.narrow : ''}`}>
      <List openId={page?.id ?? ''} />
      <div className={styles.page}>
        {page?.Page ? <page.Page key={page.id} /> : register && <RegisterTable key={register} register={register} />}
      </div>
    </div>
  )
}
