import { sql } from 'kysely'
import { v5 as named } from 'uuid'
import type { Framework } from '../contract/crosswalk.ts'
import { registerIds } from '../contract/registers/index.ts'
import { database } from '../engagement/database.ts'
import { inUse } from '../engagement/systems-in-use.ts'

const notes = '6f1d4d0e-5a0b-4c77-9d55-2f0a3c6f7b10'

/** The id of a row's note: the same in every copy of an engagement, so that it is known before anything is noted. */
export const noteId = (framework: Framework, item: string) => named(`${framework}/${item}`, notes)

export const notesOf = (framework: Framework) => database.selectFrom('crosswalkNote').selectAll().where('framework', '=', framework)

export const ismsSetting = 'crosswalk.iso27001'
export const settingOf = (id: string) => database.selectFrom('setting').select('value').where('id', '=', id)

/** How many systems in use have each list of duties; thousands of systems have few different ones. */
export const dutyLists = sql<{ duties: string; systems: number }>`
  SELECT duties, count(*) AS systems FROM classification JOIN aiSystem ON aiSystem.id = systemId
  WHERE duties <> '[]' AND ${inUse} GROUP BY duties`

/** The first few systems with each list of duties, by name. */
export const firstSystems = (each: number) => sql<{ duties: string; id: string; name: string }>`
  SELECT duties, id, name FROM (
    SELECT duties, aiSystem.id, name, row_number() OVER (PARTITION BY duties ORDER BY name COLLATE NOCASE, aiSystem.id) AS place
    FROM classification JOIN aiSystem ON aiSystem.id = systemId
    WHERE duties <> '[]' AND ${inUse}
  ) WHERE place <= ${each} ORDER BY name COLLATE NOCASE`

export const systemsInUse = sql<{
  systems: number
}>`SELECT count(*) AS systems FROM aiSystem WHERE ${inUse}`

/** How many entries each register has. */
export const entryCounts = sql<{ register: string; entries: number }>`${sql.join(
  registerIds.map((id) => sql`SELECT ${sql.lit(id)} AS register, count(*) AS entries FROM ${sql.table(`${id}Register`)}`),
  sql` UNION ALL `,
)}`
