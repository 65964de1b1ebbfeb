import { Button } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import type { Report } from '../../../src-main/contract/documents.ts'

/** Leads to the document on one entry. */
export function ReportLink({ report, record, children }: { report: Report; record: string; children: string }) {
  const { handle } = useParams({ from: '/e/$handle' })
  return (
    <Button
      variant="default"
      leftSection={<IconFileText size={15} aria-hidden />}
      renderRoot={(props) => <Link {...props} to="/e/$handle/documents" params={{ handle }} search={{ kind: report, record }} />}
    >
      {children}
    </Button>
  )
}
