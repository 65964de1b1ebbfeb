import { v7 as uuid } from 'uuid'
import { assessables } from '../catalog/load.ts'
import { localDay } from '../contract/days.ts'
import { database } from '../engagement/database.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { text } from '../language/text.ts'

/** The baseline round of a new engagement, so that judging can begin at once. Call inside write(). */
export function firstRound(file: EngagementFile, now: Date): string {
  const id = uuid()
  file.run(
    database.insertInto('gapRound').values({
      id,
      name: text('gap:baseline'),
      kind: 'baseline',
      startedOn: localDay(now),
      closedOn: null,
      basedOn: null,
      createdAt: now.toISOString(),
    }),
  )
  addEmptyJudgements(file, id)
  return id
}

/** A row for each requirement and control from the start: two copies of an engagement then judge the same rows, and can be merged. */
export function addEmptyJudgements(file: EngagementFile, roundId: string): void {
  const rows = [...assessables().keys()].map((itemId) => [uuid(), roundId, itemId])
  file.runEach(database.insertInto('judgement').values({ id: '', roundId, itemId: '' }), rows)
}
