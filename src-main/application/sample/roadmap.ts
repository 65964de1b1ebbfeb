import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { v7 as uuid } from 'uuid'
import { z } from 'zod'
import { addDays } from '../../contract/days.ts'
import { phaseId } from '../../contract/roadmap.ts'
import { database } from '../../engagement/database.ts'
import type { EngagementFile } from '../../engagement/file.ts'
import { readEngagement } from '../../engagement/queries.ts'
import { resourceFolder } from '../../resources.ts'
import { earlier } from '../../roadmap/days.ts'
import { draftPlan, insertPlan, type NewTask } from '../../roadmap/make.ts'
import { inDays } from './in-days.ts'

const sampleRoadmap = z.strictObject({
  /** Days from today. */
  startIn: z.number(),
  /** Tasks of the content that are finished, and how many days later than planned. */
  finished: z.record(z.string(), z.number()),
  /** Tasks that have begun, in per cent. */
  progress: z.record(z.string(), z.number()),
  /** Tasks that were put off after the baseline, by days. */
  moved: z.record(z.string(), z.number()),
  /** Gaps that were closed on the way. */
  closed: z.array(
    z.strictObject({
      title: z.string(),
      phase: phaseId,
      owner: z.string(),
      effortDays: z.number(),
      fromIn: z.number(),
      toIn: z.number(),
      finishedIn: z.number(),
      items: z.array(z.string()).min(1),
      notes: z.string(),
    }),
  ),
})
type SampleRoadmap = z.infer<typeof sampleRoadmap>

const day = (count: number) => inDays(count) ?? ''

/** A plan that has run for five months: most of what was due is done, two tasks are late, what is ahead leads to the target. Call inside write(). */
export function addRoadmap(file: EngagementFile): void {
  const sample = sampleRoadmap.parse(JSON.parse(readFileSync(join(resourceFolder(), 'sample', 'roadmap.json'), 'utf8')))
  const today = day(0)
  const { certificationTarget } = readEngagement(file)
  const made = draftPlan(file, { startOn: day(sample.startIn), target: certificationTarget, today })
  const closed = sample.closed.map(taskOf)
  insertPlan(file, { ...made, tasks: [...made.tasks, ...closed] }, new Date())
  const baseline = database.updateTable('roadmapTask').set(({ ref }) => ({ baselineStartOn: ref('startOn'), baselineEndOn: ref('endOn') }))
  file.run(baseline)
  for (const [index, { id }] of closed.entries())
    finish(file, id, day(sample.closed[index]?.fromIn ?? 0), day(sample.closed[index]?.finishedIn ?? 0))
  for (const task of made.tasks) run(file, task, sample, today)
}

const taskOf = ({ fromIn, toIn, finishedIn: _, items, ...fields }: SampleRoadmap['closed'][number]): NewTask => ({
  ...fields,
  id: uuid(),
  kind: 'task',
  template: null,
  startOn: day(fromIn),
  endOn: day(toIn),
  actualEndOn: null,
  place: 1,
  after: [],
  itemIds: items,
})

const finish = (file: EngagementFile, id: string, actualStartOn: string, actualEndOn: string) =>
  file.run(database.updateTable('roadmapTask').set({ actualStartOn, actualEndOn, progress: 100 }).where('id', '=', id))

/** What has become of one task of the plan. */
function run(file: EngagementFile, { id, template, startOn, endOn }: NewTask, sample: SampleRoadmap, today: string): void {
  const { finished, progress, moved } = sample
  const [late, share, by] = [finished[template ?? ''], progress[template ?? ''], moved[template ?? '']]
  if (late !== undefined) finish(file, id, startOn, earlier(addDays(endOn, late), today))
  const begun = share === undefined ? {} : { progress: share, actualStartOn: share > 0 ? startOn : null }
  const dates = by === undefined ? {} : { startOn: addDays(startOn, by), endOn: addDays(endOn, by) }
  if (share !== undefined || by !== undefined)
    file.run(
      database
        .updateTable('roadmapTask')
        .set({ ...begun, ...dates })
        .where('id', '=', id),
    )
}
