import { v7 as uuid } from 'uuid'
import { duties } from '../../../src-main/catalog/duties.ts'
import type { Duty } from '../../../src-main/contract/classification.ts'
import { database } from '../../../src-main/engagement/database.ts'
import type { EngagementFile } from '../../../src-main/engagement/file.ts'
import { EngagementInFolder, moment } from '../engagement-in-folder.ts'

/** Small ways to write linked rows; each says the id of what it wrote. Call inside fill(). */
export class Rows {
  readonly file: EngagementFile

  constructor(file: EngagementFile) {
    this.file = file
  }

  system(name: string, { riskClass, duties = [] }: { riskClass?: 'high-risk' | 'minimal'; duties?: string[] } = {}): string {
    const id = uuid()
    this.file.run(database.insertInto('aiSystem').values({ id, name, createdAt: moment }))
    if (riskClass)
      this.file.run(database.insertInto('classification').values({ id: uuid(), systemId: id, riskClass, duties: JSON.stringify(duties) }))
    return id
  }

  risk(
    reference: string,
    {
      systems = [],
      controls = [],
      ...fields
    }: {
      systems?: string[]
      controls?: string[]
      state?: 'open' | 'closed'
      treatment?: 'modify'
      currentLikelihood?: number
      currentConsequence?: number
      origin?: 'impact' | 'finding'
      originId?: string
    } = {},
  ): string {
    const id = uuid()
    this.file.run(database.insertInto('risk').values({ id, reference, title: `Risk ${reference}`, createdAt: moment, ...fields }))
    for (const systemId of systems) this.file.run(database.insertInto('riskSystem').values({ id: uuid(), riskId: id, systemId }))
    for (const code of controls) this.file.run(database.insertInto('riskControl').values({ id: uuid(), riskId: id, code }))
    return id
  }

  /** An impact assessment with one harm; each control carries out a measure. */
  assessment(title: string, systemId: string, controls: string[] = []): { id: string; harm: string } {
    const [id, harm] = [uuid(), uuid()]
    const own = { assessmentId: id, createdAt: moment }
    this.file.run(database.insertInto('impactAssessment').values({ id, systemId, title, createdAt: moment }))
    const about = { kind: 'harm', dimension: 'fairness', subject: 'groups', description: `Harm of ${title}` } as const
    this.file.run(database.insertInto('impact').values({ id: harm, ...own, ...about }))
    for (const controlCode of controls)
      this.file.run(database.insertInto('impactMeasure').values({ id: uuid(), ...own, controlCode, description: `Measure of ${title}` }))
    return { id, harm }
  }
}

/** An engagement with systems, risks and impact assessments that are linked as `write` says. */
export async function linkedEngagement<Written>(write: (rows: Rows) => Written): Promise<{ engagement: EngagementInFolder; ids: Written }> {
  const engagement = await EngagementInFolder.create()
  const written: { ids: Written }[] = []
  await engagement.fill((file) => written.push({ ids: write(new Rows(file)) }))
  const [only] = written
  if (!only) throw new Error('nothing was written')
  return { engagement, ids: only.ids }
}

/** A duty of the AI Act that the control answers. */
export function dutyOf(code: string): Duty {
  const duty = [...duties().values()].find(({ controls }) => controls.includes(code))
  if (!duty) throw new Error(`no duty names ${code}`)
  return duty
}
