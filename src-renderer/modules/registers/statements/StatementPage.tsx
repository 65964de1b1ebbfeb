import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { type Statement, type StatementContent, type StatementKind, statementKind } from '../../../../src-main/contract/statements.ts'
import { useProcedure } from '../../../app/calls.ts'
import { Approve } from './Approve.tsx'
import { Guidance } from './Guidance.tsx'
import { focusEditor, focusField } from './places.ts'
import { Sections } from './Sections.tsx'
import styles from './Statement.module.css'
import { StatementHead } from './StatementHead.tsx'
import { StatementOutline } from './StatementOutline.tsx'
import { Versions } from './Versions.tsx'

/** The authored statement that the page names. */
export function StatementPage() {
  const { page } = useSearch({ strict: false })
  const kind = statementKind.safeParse(page).data
  return kind ? <OneStatement key={kind} kind={kind} /> : null
}

function OneStatement({ kind }: { kind: StatementKind }) {
  const { data: guide } = useProcedure('statements.guide', {})
  const { data: statement } = useProcedure('statements.get', { kind })
  const content = guide?.find((each) => each.kind === kind)
  return content && statement?.kind === kind ? <Work content={content} statement={statement} /> : null
}

/** Its sections at the left, the text in the middle, what belongs in the section beside. */
function Work({ content, statement }: { content: StatementContent; statement: Statement }) {
  const [active, setActive] = useState(content.sections[0]?.id ?? '')
  const [dialog, setDialog] = useState<'approve' | 'versions' | null>(null)
  const go = (section: string) => {
    setActive(section)
    focusEditor(section)
  }
  const section = content.sections.find(({ id }) => id === active)
  return (
    <div className={styles.work}>
      <StatementHead
        statement={statement}
        open={setDialog}
        mend={({ section: missing, field }) => (missing === null ? focusField(field ?? '') : go(missing))}
      />
      <div className={styles.body}>
        <StatementOutline content={content} statement={statement} active={active} go={go} />
        <Sections content={content} statement={statement} setActive={setActive} go={go} />
        {section && <Guidance statement={statement} section={section} />}
      </div>
      {dialog === 'approve' && <Approve statement={statement} close={() => setDialog(null)} />}
      {dialog === 'versions' && <Versions kind={statement.kind} close={() => setDialog(null)} />}
    </div>
  )
}
