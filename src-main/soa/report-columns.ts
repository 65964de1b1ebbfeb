import type { FrozenDecision } from '../contract/soa.ts'
import { text } from '../language/text.ts'
import type { Column, GroupRow, Row } from '../report/model.ts'

/** A column by its words in the language file. */
export const column = (id: string, width: number, align?: Column['align']): Column => ({
  id,
  width,
  title: text(`soa:report.columns.${id}`),
  ...(align ? { align } : {}),
})

/** The rows with a group row before each objective. */
export function grouped<Grouped extends FrozenDecision>(rows: Grouped[], toRow: (row: Grouped) => Row): (Row | GroupRow)[] {
  return [...Map.groupBy(rows, ({ objective }) => objective)].flatMap(([objective, members]): (Row | GroupRow)[] => {
    const title = members[0]?.objectiveTitle ?? ''
    const group: GroupRow = { group: true, id: `group-${objective}`, title: objective === 'custom' ? title : `${objective}  ${title}` }
    return [group, ...members.map(toRow)]
  })
}
