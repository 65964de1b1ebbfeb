import { writeDocument } from './documents.ts'
import { editUntilSaved } from './edit.ts'
import { evidenceAtScale } from './evidence.ts'
import { importByCommand, importSystems } from './import.ts'
import { listsAtScale } from './lists.ts'
import type { Measure, Size } from './measure.ts'
import { openEngagement } from './open.ts'
import { packEngagement, unpackEngagement } from './package.ts'
import { screensAtScale } from './screens.ts'
import { search } from './search.ts'
import { startScreen, startWithEngagement } from './start.ts'

/** Everything that is measured, in the order of the table. Each runs in a process of its own, so that its memory is its own. */
export const measures: Record<string, (size: Size) => Promise<Measure[]>> = {
  'start screen': startScreen,
  'start with engagement': startWithEngagement,
  open: openEngagement,
  edit: editUntilSaved,
  search,
  lists: listsAtScale,
  screens: screensAtScale,
  evidence: evidenceAtScale,
  import: importSystems('csv'),
  'import xlsx': importSystems('xlsx'),
  'import by command': importByCommand,
  'gap docx': writeDocument('gap', 'docx'),
  'gap pdf': writeDocument('gap', 'pdf'),
  'gap xlsx': writeDocument('gap', 'xlsx'),
  'soa docx': writeDocument('soa', 'docx'),
  'soa pdf': writeDocument('soa', 'pdf'),
  'soa xlsx': writeDocument('soa', 'xlsx'),
  pack: packEngagement(false),
  'pack encrypted': packEngagement(true),
  unpack: unpackEngagement(false),
  'unpack encrypted': unpackEngagement(true),
}
