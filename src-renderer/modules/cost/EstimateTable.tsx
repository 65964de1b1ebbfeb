import { useTranslation } from 'react-i18next'
import type { CostItem, Estimate, Range } from '../../../src-main/contract/cost.ts'
import styles from './Cost.module.css'

const cases = ['low', 'likely', 'high'] as const

/** The items with low, likely and high, the words of each formula under its name, and the totals. */
export function EstimateTable({ estimate }: { estimate: Estimate }) {
  const { t } = useTranslation('cost')
  const { items, currency, spread, yearOne, cycle } = estimate
  const of = (when: CostItem['when']) => items.filter((item) => item.when === when)
  return (
    <table className={styles.table} aria-label={t('title')}>
      <thead>
        <tr>
          <th scope="col">{t('item')}</th>
          {cases.map((each) => (
            <th key={each} scope="col">{`${t(`case.${each}`)}, ${currency}`}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {of('once').map((item) => (
          <ItemRow key={item.id} item={item} />
        ))}
        <tr>
          <th scope="row">
            {t('spread')}
            <div className={styles.formula}>{t('spreadWhy')}</div>
          </th>
          {cases.map((each) => (
            <td key={each}>{signed.format(spread[each]).replace('-', '−')}</td>
          ))}
        </tr>
        <TotalRow title={t('total.yearOne')} range={yearOne} />
        {of('yearly').map((item) => (
          <ItemRow key={item.id} item={item} />
        ))}
        <TotalRow title={t('total.cycle')} range={cycle} />
      </tbody>
    </table>
  )
}

const numbers = new Intl.NumberFormat()
const signed = new Intl.NumberFormat(undefined, { signDisplay: 'exceptZero' })

function ItemRow({ item }: { item: CostItem }) {
  const { t } = useTranslation('cost')
  return (
    <tr>
      <th scope="row">
        {item.title}
        <div className={styles.formula}>{t('likelyIs', { formula: item.formula })}</div>
      </th>
      {cases.map((each) => (
        <td key={each}>{numbers.format(item[each])}</td>
      ))}
    </tr>
  )
}

function TotalRow({ title, range }: { title: string; range: Range }) {
  return (
    <tr className={styles.total}>
      <th scope="row">{title}</th>
      {cases.map((each) => (
        <td key={each}>{numbers.format(range[each])}</td>
      ))}
    </tr>
  )
}
