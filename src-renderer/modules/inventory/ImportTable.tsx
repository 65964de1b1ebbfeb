import { ScrollArea, Table } from '@mantine/core'
import type { ReactNode } from 'react'
import styles from './ImportTable.module.css'

/** A part of the import as a table under a head that stays; `widths` are those of the columns, in any CSS unit. */
export function ImportTable({ label, heads, widths, children }: { label: string; heads: string[]; widths: string[]; children: ReactNode }) {
  return (
    <ScrollArea h="min(46vh, 430px)" type="auto" viewportProps={{ tabIndex: 0, 'aria-label': label, role: 'region' }}>
      <Table
        verticalSpacing={4}
        horizontalSpacing="xs"
        layout="fixed"
        stickyHeader
        miw={820}
        aria-label={label}
        className={styles.table ?? ''}
      >
        <Table.Thead>
          <Table.Tr>
            {heads.map((head, index) => (
              <Table.Th key={head} w={widths[index]}>
                {head}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>{children}</Table.Tbody>
      </Table>
    </ScrollArea>
  )
}
