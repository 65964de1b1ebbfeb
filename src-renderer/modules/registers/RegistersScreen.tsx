import { useSearch } from '@tanstack/react-router'
import { registerId } from '../../../src-main/contract/registers/index.ts'
import { pages, partsOf } from './pages.ts'
import { RegisterList } from './RegisterList.tsx'
import styles from './RegistersScreen.module.css'
import { RegisterTable } from './RegisterTable.tsx'

/** The registers of the management system: the list by clause, and the one that is open. */
export function RegistersScreen() {
  const { page: wanted, record, kind } = useSearch({ strict: false })
  const page = pages.find(({ id }) => id === wanted) ?? pages[0]
  const register = registerId.safeParse(page?.id).data
  const OfEntry = register && record && kind ? partsOf[register]?.pagesOfEntry?.[kind] : undefined
  if (OfEntry && record) return <OfEntry key={record} id={record} />
  return (
    <>
      <RegisterList openId={page?.id ?? ''} />
      <div className={styles.page}>{page?.Page ? <page.Page /> : register && <RegisterTable key={register} register={register} />}</div>
    </>
  )
}
