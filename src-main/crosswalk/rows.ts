import { loadCrosswalk } from '../catalog/crosswalk.ts'
import { loadCatalog } from '../catalog/load.ts'
import { type AnswerPart, type CrosswalkRow, crosswalkNoteFields, type Framework, isms } from '../contract/crosswalk.ts'
import { registerIds, registers } from '../contract/registers/index.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { rawQuery } from '../engagement/raw.ts'
import { type ItemStanding, readStandings } from '../engagement/standing.ts'
import { text } from '../language/text.ts'
import { type Binding, bindings } from './bindings.ts'
import { entryCounts, ismsSetting, noteId, notesOf, settingOf } from './queries.ts'
import { clauseProgress, controlProgress, evidenceOf, stateOf } from './rules.ts'

/** What a row is made from, whichever framework asks. */
interface Asked {
  id: string
  group: string
  title: string
  asks: string
  clauses: readonly string[]
  controls: readonly string[]
  binding?: Binding
  coverage?: CrosswalkRow['coverage']
  by?: string[]
}

/** Every row of a framework with what answers it and how far. `today` is a calendar day, ISO 8601. */
export function readRows(file: EngagementFile, framework: Framework, today: string): CrosswalkRow[] {
  const standings = readStandings(file)
  const entries = new Map(file.all(rawQuery(entryCounts)).map((row) => [row.register, row.entries]))
  const notes = new Map(file.all(notesOf(framework)).map((note) => [note.item, note]))
  return asked(file, framework).map(({ clauses, controls, binding, coverage = null, by = [], ...row }) => {
    const parts = [...clauses.map((id) => clausePart(id, standings)), ...controls.map((id) => controlPart(id, standings))]
    const dates = binding?.dates ?? []
    const date = dates[0]?.date ?? null
    const note = notes.get(row.id)
    return {
      ...row,
      ...stateOf(parts, date, today),
      own: ownState(note?.state),
      note: note?.note ?? '',
      noteId: noteId(framework, row.id),
      date,
      dates,
      systems: binding?.systems ?? 0,
      firstSystems: binding?.firstSystems ?? [],
      parts,
      registers: registerIds
        .filter((id) => answersAny(registers[id].clauses, clauses) || answersAny(registers[id].controls, controls))
        .map((register) => ({ register, entries: entries.get(register) ?? 0 })),
      evidence: parts.reduce((sum, part) => sum + part.evidence, 0),
      older: framework === 'ai-act' ? loadCrosswalk().olderNumbers.filter(({ now }) => now.includes(row.id)) : [],
      coverage,
      by,
    }
  })
}

/** Whether the client has a management system by ISO/IEC 27001. */
export const readIsms = (file: EngagementFile) => isms.catch('none').parse(file.first(settingOf(ismsSetting))?.value)

const ownState = (state: string | null | undefined) => crosswalkNoteFields.shape.state.catch(null).parse(state ?? null)

const answersAny = (kept: readonly string[], wanted: readonly string[]) => kept.some((id) => wanted.includes(id))

function clausePart(id: string, standings: ReadonlyMap<string, ItemStanding>): AnswerPart {
  const { clauses, requirements } = loadCatalog()
  const ofClause = requirements.filter(({ clause }) => clause === id)
  const found = ofClause.flatMap((requirement) => standings.get(requirement.id) ?? [])
  const worst = found.find(({ conformity }) => conformity !== 'conforms') ?? found[0]
  return {
    id,
    title: clauses.find((clause) => clause.id === id)?.title ?? '',
    kind: 'clause',
    item: worst?.itemId ?? ofClause[0]?.id ?? id,
    progress: clauseProgress(found),
    evidence: evidenceOf(found),
  }
}

function controlPart(id: string, standings: ReadonlyMap<string, ItemStanding>): AnswerPart {
  const standing = standings.get(id)
  return {
    id,
    title: loadCatalog().controls.find((control) => control.id === id)?.title ?? '',
    kind: 'control',
    item: id,
    progress: controlProgress(standing),
    evidence: evidenceOf(standing ? [standing] : []),
  }
}

function asked(file: EngagementFile, framework: Framework): Asked[] {
  const { articles, categories, subcategories, isms: covered } = loadCrosswalk()
  const { clauses, controls, chapters, objectives } = loadCatalog()
  switch (framework) {
    case 'ai-act': {
      const bound = bindings(file)
      return articles.flatMap(({ always: _, ...article }) => {
        const binding = bound.get(article.id)
        return binding ? [{ ...article, group: text(`crosswalk:act.${partOfAct(article.id)}`), binding }] : []
      })
    }
    case 'nist':
      return subcategories.map(({ category, ...item }) => {
        const found = categories.find(({ id }) => id === category)
        return { ...item, group: `${category}: ${found?.title ?? ''}` }
      })
    case 'iso-27001':
      return covered.map(({ id, coverage, by, left }) => {
        const clause = clauses.find((each) => each.id === id)
        const control = controls.find((each) => each.id === id)
        const chapter = chapters.find((each) => each.id === id.split('.')[0])
        const objective = objectives.find((each) => each.id === control?.objective)
        const group = clause ? chapter : objective
        const answers = { clauses: clause ? [id] : [], controls: control ? [id] : [] }
        return { id, group: `${group?.id} ${group?.title}`, title: (clause ?? control)?.title ?? '', asks: left, ...answers, coverage, by }
      })
  }
}

/** The part of the Act that an article stands in. */
function partOfAct(id: string): string {
  const number = Number(/\d+/.exec(id)?.[0])
  if (number < 6 && id !== 'Art. 4a') return 'everybody'
  if (number < 16) return 'requirements'
  if (number < 50) return 'operators'
  if (number === 50) return 'transparency'
  return number < 60 ? 'models' : 'afterwards'
}
