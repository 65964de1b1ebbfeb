import { type Assumption, assumptionGroups, type CostItem, type Estimate, type Range } from '../contract/cost.ts'
import type { ReportOptions } from '../contract/documents.ts'
import type { EngagementFile } from '../engagement/file.ts'
import type { ReportMaker } from '../engagement/reports/maker.ts'
import { text } from '../language/text.ts'
import type { ReportHead } from '../report/head.ts'
import type { Block, Cell, Column, Section } from '../report/model.ts'
import { readEstimate } from './estimate.ts'

/** What the way to certification may cost: low, likely and high, with every assumption and how each number comes about. */
export const costReport: ReportMaker = { head, sections }

function head(_file: EngagementFile, _options: ReportOptions, today: string): ReportHead {
  return {
    report: 'cost',
    title: text('cost:report.title'),
    subtitle: text('cost:report.subtitle'),
    documentId: text('cost:report.documentId'),
    version: today,
    status: text('documents:state.draft'),
    isReady: false,
    date: today,
  }
}

const money = (amount: number, currency: string) =>
  new Intl.NumberFormat('en', { style: 'currency', currency, maximumSignificantDigits: 3, currencyDisplay: 'code' })
    .format(amount)
    .replace(/\u00a0/g, ' ')
const amount = (value: number, strong = false): Cell => ({ text: new Intl.NumberFormat('en').format(value), number: value, strong })
const column = (id: string, width: number, align: Column['align'] = 'left', values = {}): Column => ({
  id,
  title: text(`cost:report.columns.${id}`, values),
  width,
  align,
})
const paragraph = (words: string): Block => ({ kind: 'paragraph', runs: [{ text: words }] })

function sections(file: EngagementFile): Section[] {
  const estimate = readEstimate(file)
  return [summary(estimate), formulas(estimate), assumptions(estimate)]
}

function summary(estimate: Estimate): Section {
  const { currency, items, spread, yearOne, yearly, cycle, published, crossCheck } = estimate
  const total = (id: string, range: Range) => ({
    id,
    cells: [
      { text: text(`cost:total.${id}`), strong: true },
      amount(range.low, true),
      amount(range.likely, true),
      amount(range.high, true),
    ],
  })
  const line = (item: CostItem) => ({
    id: item.id,
    cells: [{ text: item.title }, amount(item.low), amount(item.likely), amount(item.high)],
  })
  const table: Block = {
    kind: 'table',
    id: 'items',
    title: text('cost:report.itemTable', { currency }),
    columns: [column('item', 46), ...(['low', 'likely', 'high'] as const).map((id) => column(id, 18, 'right', { currency }))],
    rows: [
      { group: true, id: 'first', title: text('cost:when.once') },
      ...items.filter(({ when }) => when === 'once').map(line),
      { id: 'spread', cells: [{ text: text('cost:spread') }, amount(spread.low), amount(spread.likely), amount(spread.high)] },
      total('yearOne', yearOne),
      { group: true, id: 'later', title: text('cost:when.yearly') },
      ...items.filter(({ when }) => when === 'yearly').map(line),
      total('cycle', cycle),
    ],
    empty: '',
  }
  return {
    id: 'summary',
    title: text('cost:report.sections.summary'),
    blocks: [
      {
        kind: 'figures',
        items: [
          { value: money(yearOne.likely, currency), label: text('cost:figures.yearOne') },
          { value: `${money(yearOne.low, currency)} – ${money(yearOne.high, currency)}`, label: text('cost:figures.range') },
          { value: money(yearly.likely, currency), label: text('cost:figures.yearly') },
        ],
      },
      { kind: 'callout', tone: 'info', title: text('cost:promiseTitle'), runs: [{ text: text('cost:promise') }] },
      table,
      paragraph(text('cost:published', { low: money(published.low, currency), high: money(published.high, currency) })),
      paragraph(crossCheck.words),
      ...(estimate.isRateSet ? [] : [paragraph(text('cost:noRate', { currency }))]),
    ],
  }
}

function formulas({ items }: Estimate): Section {
  const details = items.map(
    (item): Block => ({
      kind: 'details',
      id: `formula-${item.id}`,
      title: item.title,
      items: [
        { label: text('cost:report.basis'), text: item.basis },
        { label: text('cost:case.low'), text: item.formulaLow },
        { label: text('cost:case.likely'), text: item.formula },
        { label: text('cost:case.high'), text: item.formulaHigh },
      ],
    }),
  )
  return {
    id: 'formulas',
    title: text('cost:report.sections.formulas'),
    blocks: [paragraph(text('cost:report.formulasAbout')), ...details],
  }
}

const valueCell = (value: Assumption['value']): Cell =>
  typeof value === 'number' ? amount(value) : { text: text(`cost:maturity.${value}`) }

function assumptions({ assumptions: all }: Estimate): Section {
  return {
    id: 'assumptions',
    title: text('cost:report.sections.assumptions'),
    blocks: [
      paragraph(text('cost:report.assumptionsAbout')),
      {
        kind: 'table',
        id: 'assumptions',
        title: text('cost:report.sections.assumptions'),
        columns: [column('assumption', 34), column('value', 14, 'right'), column('source', 16), column('why', 36)],
        rows: assumptionGroups.flatMap((group) => [
          { group: true as const, id: group, title: text(`cost:group.${group}`) },
          ...all
            .filter((each) => each.group === group)
            .map(({ id, title, value, source, why }) => ({
              id,
              cells: [{ text: title }, valueCell(value), { text: text(`cost:source.${source}`) }, { text: why }],
            })),
        ]),
        empty: '',
      },
    ],
  }
}
