import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { riskClasses } from '../../../src-main/contract/classification.ts'
import {
  autonomies,
  dataCategories,
  lifeCycleStages,
  reaches,
  type SystemRow,
  systemKinds,
  systemRoles,
} from '../../../src-main/contract/inventory.ts'
import type { TableColumn } from '../../ui/DataTable.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import { riskClassTones } from './RiskClassTag.tsx'

type Column = TableColumn<SystemRow>

/** The words of a field's values, looked up once and not for each of thousands of rows. */
function inWords(values: readonly string[], word: (value: string) => string): (value: string) => string {
  const words = new Map(values.map((value) => [value, word(value)]))
  return (value) => words.get(value) ?? value
}

/** The columns of the inventory; all but the longer texts can be filtered and grouped by. */
export function useColumns(): Column[] {
  const { t } = useTranslation(['inventory', 'classification'])
  return useMemo(() => {
    const line = (id: 'owner' | 'department' | 'supplier', width: number): Column => ({
      id,
      title: t(`fields.${id}`),
      width,
      text: (row) => row[id],
      filter: (row) => [row[id]],
    })
    const choice = (
      id: 'role' | 'lifeCycleStage' | 'kind' | 'autonomy' | 'reach' | 'dataCategories',
      width: number,
      order: readonly string[],
    ): Column => {
      const word = inWords(order, (value) => t(`${id}.${value}`))
      const values = (row: SystemRow): readonly string[] => {
        const value = row[id]
        return typeof value === 'string' ? [value] : (value ?? [])
      }
      return { id, title: t(`fields.${id}`), width, order, word, filter: values, text: (row) => values(row).map(word).join(', ') }
    }
    const riskClass = inWords(riskClasses, (value) => t(`classification:riskClass.${value}`))
    return [
      { id: 'name', title: t('fields.name'), width: 240, text: ({ name }) => name },
      {
        id: 'riskClass',
        title: t('class'),
        width: 178,
        text: (row) => riskClass(row.riskClass),
        filter: (row) => [row.riskClass],
        word: riskClass,
        order: riskClasses,
        render: (row) => <StateTag tone={riskClassTones[row.riskClass]}>{riskClass(row.riskClass)}</StateTag>,
      },
      { id: 'purpose', title: t('fields.purpose'), width: 300, text: ({ purpose }) => purpose },
      line('department', 140),
      choice('lifeCycleStage', 104, lifeCycleStages),
      choice('role', 100, systemRoles),
      choice('kind', 130, systemKinds),
      line('owner', 150),
      choice('reach', 130, reaches),
      { ...choice('autonomy', 150, autonomies), filterOnly: true },
      { ...choice('dataCategories', 170, dataCategories), filterOnly: true },
      line('supplier', 150),
      { id: 'reference', title: t('fields.reference'), width: 100, text: ({ reference }) => reference },
    ]
  }, [t])
}
