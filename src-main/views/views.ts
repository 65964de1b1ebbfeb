import { sql } from 'kysely'
import { type SavedView, type TableView, tableView, type ViewScreen, viewScreen } from '../contract/views.ts'
import { database } from '../engagement/database.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { text } from '../language/text.ts'

const byName = database.selectFrom('savedView').selectAll().orderBy(sql`name COLLATE NOCASE`)

/** The saved views of a screen, by name. */
export const readViews = (file: EngagementFile, screen: ViewScreen): SavedView[] =>
  file.all(byName.where('screen', '=', screen)).map(asView)

const asView = ({ content, screen, ...row }: { id: string; screen: string; name: string; content: string }): SavedView => ({
  ...row,
  screen: viewScreen.parse(screen),
  view: tableView.parse(JSON.parse(content)),
})

/** Keeps a view under a name; one that has the name already is replaced and keeps its id. */
export function saveView(
  file: EngagementFile,
  view: { screen: ViewScreen; name: string; view: TableView },
  makeId: () => string,
): SavedView {
  const { screen, name } = view
  const content = JSON.stringify(view.view)
  const ofThisName = byName.where('screen', '=', screen).where('name', '=', name)
  file.write(text('views:history.saved', { name }), () =>
    file.run(
      database
        .insertInto('savedView')
        .values({ id: makeId(), screen, name, content })
        .onConflict((conflict) => conflict.columns(['screen', 'name']).doUpdateSet({ content })),
    ),
  )
  return asView(file.one(ofThisName, name))
}

/** Removes a saved view; fails with not-found where there is none of this id. */
export function removeView(file: EngagementFile, id: string): void {
  const { name } = file.one(byName.where('id', '=', id), id)
  file.write(text('views:history.removed', { name }), () => {
    file.run(database.deleteFrom('savedView').where('id', '=', id))
  })
}
