import { useMediaQuery } from '@mantine/hooks'
import { useSearch } from '@tanstack/react-router'
import { registerId } from '../../../src-main/contract/registers/index.ts'
import { pages, partsOf } from './pages.ts'
import { RegisterList } from './RegisterList.tsx'
import { RegisterSelect } from './RegisterSelect.tsx'
import styles from './RegistersScreen.module.css'
import { RegisterTable } from './RegisterTable.tsx'

/** The registers of the management system: the list by clause, and the one that is open. Where the room is short, as beside an open entry, the list is one field. */
export function RegistersScreen() {
  const { page: wanted, record, kind } = useSearch({ strict: false })
  const page = pages.find(({ id }) => id === wanted) ?? pages[0]
  const register = registerId.safeParse(page?.id).data
  const isNarrow = useMediaQuery(record ? '(max-width: 90em)' : '(max-width: 75em)', undefined, { getInitialValueInEffect: false }) ?? false
  const List = isNarrow ? RegisterSelect : RegisterList
  const OfEntry = register && record && kind ? partsOf[register]?.pagesOfEntry?.[kind] : undefined
  if (OfEntry && record) return <OfEntry key={record} id={record} />
  return (
    <div className={`${styles.screen} ${isNarrow ? styles.narrow : ''}`}>
      <List openId={page?.id ?? ''} />
      <div className={styles.page} data-page={page?.id}>
        {page?.Page ? <page.Page key={page.id} /> : register && <RegisterTable key={register} register={register} />}
      </div>
    </div>
  )
}
