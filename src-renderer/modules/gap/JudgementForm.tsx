import { Button, Group, Rating, SimpleGrid, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Assessable } from '../../../src-main/contract/catalog.ts'
import { type Judgement, type JudgementFields, judgementFields } from '../../../src-main/contract/gap.ts'
import type { FieldValue } from '../../ui/draft.ts'
import { EvidenceField } from '../../ui/EvidenceField.tsx'
import { LinkedEntries } from '../../ui/LinkedEntries.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { RecordField } from '../../ui/RecordField.tsx'
import { ConformityControl } from './ConformityControl.tsx'
import { choose, type Judge } from './judgements.ts'

interface JudgementFormProps {
  item: Assessable
  judgement: Judgement
  judge: Judge
  disabled: boolean
  /** Confirms a judgement that was carried over; left out where there is nothing to confirm. */
  confirm: (() => void) | undefined
  onKeyDown?: (event: React.KeyboardEvent<HTMLElement>) => void
}

type TextField = Exclude<keyof JudgementFields, 'conformity' | 'maturity'>

/** What the consultant writes down about one requirement or control. */
export function JudgementForm({ item, judgement, judge, disabled, confirm, onKeyDown }: JudgementFormProps) {
  const { t } = useTranslation('gap')
  const field = (name: TextField, options: { minRows?: number } = {}) => (
    <RecordField
      key={name}
      schema={judgementFields.shape[name]}
      area="gap"
      field={name}
      record={judgement.id}
      id={`judgement-${name}`}
      value={judgement[name]}
      save={(value: FieldValue) => judge(item.id, judgementFields.partial().parse({ [name]: value }))}
      disabled={disabled}
      {...(onKeyDown ? { onKeyDown } : {})}
      {...options}
    />
  )
  return (
    <Stack gap="sm">
      {confirm && (
        <div style={{ flex: 'none' }}>
          <Notice tone="info">
            <Group justify="space-between" wrap="nowrap" gap="sm">
              <Text size="sm">{t('carriedOverNotice')}</Text>
              <Button onClick={confirm} style={{ flexShrink: 0 }}>
                {t('confirm')}
              </Button>
            </Group>
          </Notice>
        </div>
      )}
      <ConformityControl
        value={judgement.conformity}
        isControl={item.kind === 'control'}
        onChange={(conformity) => choose(judge, judgement, 'conformity', conformity)}
        disabled={disabled}
      />
      {judgement.conformity === 'not-applicable' && field('notApplicableReason')}
      <Maturity
        value={judgement.maturity}
        onChange={(maturity) => choose(judge, judgement, 'maturity', maturity)}
        disabled={disabled}
        label={t('fields.maturity')}
      />
      <Contradiction judgement={judgement} />
      {field('notes', { minRows: 3 })}
      <SimpleGrid cols={2} spacing="sm">
        {field('interviewee')}
        {field('evidenceReference', { minRows: 1 })}
      </SimpleGrid>
      {field('finding')}
      {field('action')}
      <SimpleGrid cols={2} spacing="sm">
        {field('owner')}
        {field('priority')}
        {field('effortDays')}
        {field('dueDate')}
      </SimpleGrid>
      <EvidenceField target={{ kind: item.kind, id: item.id }} />
      <LinkedEntries target={{ kind: item.kind, id: item.id }} />
    </Stack>
  )
}

/** A judgement whose two halves do not fit is possible, and worth a second look. */
function Contradiction({ judgement: { conformity, maturity } }: { judgement: Judgement }) {
  const { t } = useTranslation('gap')
  if (maturity === null) return null
  const hint =
    conformity === 'conforms' && maturity <= 1 ? 'hintLow' : conformity === 'does-not-conform' && maturity >= 4 ? 'hintHigh' : null
  if (hint === null) return null
  return (
    <Text size="xs" c="dimmed" role="status">
      {t(hint, { maturity: t(`maturity.${maturity}`) })}
    </Text>
  )
}

function Maturity({
  value,
  onChange,
  disabled,
  label,
}: {
  value: number | null
  onChange: (value: number | null) => void
  disabled: boolean
  label: string
}) {
  const { t } = useTranslation('gap')
  return (
    <Group gap="sm" wrap="nowrap">
      <Text size="xs" fw={500} c="dimmed" id="maturity-label">
        {label}
      </Text>
      <Rating
        value={value ?? 0}
        onChange={(next) => onChange(next === value ? 0 : next)}
        count={5}
        readOnly={disabled}
        color="accent"
        aria-labelledby="maturity-label"
        getSymbolLabel={(step) => t(`maturity.${step}`)}
      />
      <Text size="sm" c={value === null ? 'dimmed' : undefined}>
        {value === null ? t('noMaturity') : t(`maturity.${value}`)}
      </Text>
    </Group>
  )
}
