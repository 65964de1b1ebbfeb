import { Checkbox, Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import {
  answerFields,
  type SupplierDetails as Details,
  type SupplierClause,
  type SupplierQuestion,
} from '../../../../src-main/contract/suppliers.ts'
import { useChange, useProcedure } from '../../../app/calls.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { RecordField } from '../../../ui/RecordField.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { Part } from '../Part.tsx'
import styles from '../strip.module.css'

/** What an auditor would raise about a supplier. */
export function SupplierPoints({ id }: { id: string }) {
  const { data: details } = useProcedure('suppliers.get', { id })
  if (details?.id !== id || details.points.length === 0) return null
  return <Notice tone="fair">{details.points.join(' ')}</Notice>
}

/** The clauses that the contract settles or lacks, and the questions of due diligence with their answers. */
export function SupplierDetails({ id }: { id: string }) {
  const { t } = useTranslation('suppliers')
  const { data: details } = useProcedure('suppliers.get', { id })
  if (details?.id !== id) return null
  const { questions } = details
  const answered = questions.filter(({ fields }) => fields.answer !== 'open').length
  return (
    <>
      <Clauses details={details} />
      <Part title={t('diligence.title')}>
        <Text size="sm" c="dimmed" mb={8}>
          {t('diligence.answered', { answered, all: questions.length })}
        </Text>
        <ul className={styles.plain}>
          {questions.map((question) => (
            <li key={question.id} className={styles.card}>
              <Question supplier={id} question={question} />
            </li>
          ))}
        </ul>
      </Part>
    </>
  )
}

function Clauses({ details: { id, clauses } }: { details: Details }) {
  const { t } = useTranslation(['suppliers', 'register-suppliers'])
  const update = useChange('registers.update')
  const settled = clauses.filter(({ isSettled }) => isSettled).map((clause) => clause.id)
  const settle = (clause: SupplierClause) => {
    const contractClauses = clause.isSettled ? settled.filter((each) => each !== clause.id) : [...settled, clause.id]
    update.mutate({ register: 'suppliers', id, fields: { contractClauses } })
  }
  return (
    <Part title={t('clauses.title')}>
      {clauses.every(({ isNeeded }) => !isNeeded) && (
        <Text size="sm" mb={8}>
          {t('clauses.noCriticality')}
        </Text>
      )}
      <ul className={styles.plain}>
        {clauses.map((clause) => {
          const { id: key, why, isNeeded, isSettled } = clause
          const name = t(`register-suppliers:contractClauses.${key}`)
          return (
            <Group component="li" key={key} wrap="nowrap" align="flex-start" justify="space-between" gap="xs">
              <Checkbox checked={isSettled} onChange={() => settle(clause)} label={name} description={why} />
              <div className={styles.whole}>
                <StateTag tone={isSettled ? 'good' : isNeeded ? 'poor' : 'neutral'}>
                  {t(`clauses.${isSettled ? 'settled' : isNeeded ? 'missing' : 'notNeeded'}`)}
                </StateTag>
              </div>
            </Group>
          )
        })}
      </ul>
    </Part>
  )
}

function Question({ supplier, question }: { supplier: string; question: SupplierQuestion }) {
  const answer = useChange('suppliers.answer', { quiet: true })
  return (
    <Stack gap={6} role="group" aria-label={question.text}>
      <Text size="sm" fw={600}>
        {question.text}
      </Text>
      <Text size="xs" c="dimmed">
        {question.help}
      </Text>
      {(['answer', 'note'] as const).map((field) => (
        <RecordField
          key={field}
          withoutHistory
          schema={answerFields.shape[field]}
          area="suppliers"
          field={field}
          record={`${supplier}/${question.id}`}
          value={question.fields[field]}
          save={(value) => answer.mutateAsync({ id: supplier, question: question.id, fields: { [field]: value } })}
          minRows={1}
        />
      ))}
    </Stack>
  )
}
