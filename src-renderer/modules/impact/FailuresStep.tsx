import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type FailureMode, failureModeFields } from '../../../src-main/contract/impact.ts'
import { useChange } from '../../app/calls.ts'
import type { TableColumn } from '../../ui/DataTable.tsx'
import type { FieldValue } from '../../ui/draft.ts'
import { RecordField } from '../../ui/RecordField.tsx'
import { focusSoon, inputId } from './place.ts'
import { RecordsTable } from './RecordsTable.tsx'
import type { StepProps } from './step.ts'

const columnWidths = { description: 230, cause: 200, effect: 200, detection: 200 } as const

/** How the system fails, why, what follows, and how it is noticed. */
export function FailuresStep({ assessment, step }: StepProps) {
  const { t } = useTranslation('impact')
  const add = useChange('impact.addFailureMode')
  const remove = useChange('impact.removeFailureMode')
  const { mutateAsync } = useChange('impact.updateFailureMode', { quiet: true })
  const columns = useMemo(
    () =>
      failureModeFields.keyof().options.map(
        (field): TableColumn<FailureMode> => ({
          id: field,
          title: t(`fields.${field}`),
          width: columnWidths[field],
          text: (row) => row[field],
          render: (row) => (
            <RecordField
              bare
              id={inputId(field, row.id)}
              schema={failureModeFields.shape[field]}
              area="impact"
              field={field}
              record={row.id}
              value={row[field]}
              save={(value: FieldValue) => mutateAsync({ id: row.id, fields: failureModeFields.partial().parse({ [field]: value }) })}
            />
          ),
        }),
      ),
    [t, mutateAsync],
  )
  return (
    <RecordsTable
      step={step}
      assessmentId={assessment.id}
      rows={assessment.failureModes}
      columns={columns}
      words="failures"
      add={() =>
        add.mutate(
          { assessmentId: assessment.id, fields: {} },
          { onSuccess: ({ failureModes }) => focusSoon(inputId('description', failureModes.at(-1)?.id)) },
        )
      }
      remove={(id) => remove.mutate({ id })}
    />
  )
}
