import { Button, Group, Select, SimpleGrid, Stack, Text } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { type Assessment, type Impact, type ImpactGuide, impactFields } from '../../../src-main/contract/impact.ts'
import { useChange } from '../../app/calls.ts'
import type { FieldValue } from '../../ui/draft.ts'
import { RecordField } from '../../ui/RecordField.tsx'
import { SidePanel } from '../../ui/SidePanel.tsx'
import { LevelTag } from './LevelTag.tsx'
import type { Place } from './place.ts'
import { quietLabel, RatingSelect } from './Rating.tsx'

interface PanelProps {
  impact: Impact
  assessment: Assessment
  guide: ImpactGuide
  go: (place: Place) => void
  close: () => void
}

/** Everything about one benefit or harm. */
export function ImpactPanel({ impact, assessment, guide, go, close }: PanelProps) {
  const { t } = useTranslation('impact')
  const update = useChange('impact.updateImpact', { quiet: true })
  const remove = useChange('impact.removeImpact')
  const field = (name: 'kind' | 'subject' | 'who' | 'description' | 'residualNote') => (
    <RecordField
      schema={impactFields.shape[name]}
      area="impact"
      field={name}
      record={impact.id}
      value={impact[name]}
      save={(value: FieldValue) => update.mutateAsync({ id: impact.id, fields: impactFields.partial().parse({ [name]: value }) })}
    />
  )
  const rating = (name: Parameters<typeof RatingSelect>[0]['field']) => <RatingSelect impact={impact} field={name} guide={guide} />
  const isHarm = impact.kind === 'harm'
  return (
    <SidePanel title={impact.description || t('unnamed')} width={380} onClose={close}>
      <Stack gap="sm">
        {field('description')}
        <SimpleGrid cols={2} spacing="sm">
          {field('kind')}
          {field('subject')}
        </SimpleGrid>
        <Dimension impact={impact} guide={guide} />
        {field('who')}
        <SimpleGrid cols={2} spacing="sm">
          {rating('severity')}
          {rating('reach')}
          {rating('reversibility')}
          {rating('likelihood')}
        </SimpleGrid>
        <Group gap="xs">
          <Text size="sm">{t('fields.level')}</Text>
          <LevelTag level={impact.level} kind={impact.kind} />
        </Group>
        {isHarm && (
          <>
            <SimpleGrid cols={2} spacing="sm">
              {rating('residualSeverity')}
              {rating('residualLikelihood')}
            </SimpleGrid>
            <Group gap="xs">
              <Text size="sm">{t('fields.residualLevel')}</Text>
              <LevelTag level={impact.residualLevel} />
            </Group>
            {field('residualNote')}
            <MeasuresOf impact={impact} assessment={assessment} go={go} />
          </>
        )}
        <Group>
          <Button
            variant="default"
            leftSection={<IconTrash size={14} aria-hidden />}
            onClick={() => remove.mutate({ id: impact.id }, { onSuccess: close })}
          >
            {t(isHarm ? 'removeHarm' : 'removeBenefit')}
          </Button>
        </Group>
      </Stack>
    </SidePanel>
  )
}

function Dimension({ impact, guide }: { impact: Impact; guide: ImpactGuide }) {
  const { t } = useTranslation('impact')
  const update = useChange('impact.updateImpact')
  return (
    <Select
      label={t('fields.dimension')}
      labelProps={quietLabel}
      description={guide.dimensions.find(({ id }) => id === impact.dimension)?.about}
      data={guide.dimensions.map(({ id, title }) => ({ value: id, label: title }))}
      value={impact.dimension}
      onChange={(dimension) => dimension !== null && update.mutate({ id: impact.id, fields: { dimension } })}
      allowDeselect={false}
      searchable
    />
  )
}

/** The measures that answer a harm, and one more. */
function MeasuresOf({ impact, assessment, go }: Pick<PanelProps, 'impact' | 'assessment' | 'go'>) {
  const { t } = useTranslation('impact')
  const add = useChange('impact.addMeasure')
  const own = assessment.measures.filter(({ impactId }) => impactId === impact.id)
  const show = (record: string | undefined) => go({ step: 'measures', field: 'description', record })
  return (
    <Stack gap={4} align="flex-start">
      <Text size="xs" fw={500} c="dimmed">
        {t('columns.measures')}
      </Text>
      {own.map(({ id, description, status }) => (
        <Button key={id} variant="subtle" h="auto" py={4} px={6} justify="flex-start" onClick={() => show(id)}>
          <Text size="sm" ta="left" style={{ whiteSpace: 'normal' }}>
            {description || t('unnamed')} · {t(`status.${status}`)}
          </Text>
        </Button>
      ))}
      <Button
        variant="default"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() =>
          add.mutate(
            { assessmentId: assessment.id, fields: { impactId: impact.id } },
            { onSuccess: ({ measures }) => show(measures.at(-1)?.id) },
          )
        }
      >
        {t('addMeasureFor')}
      </Button>
    </Stack>
  )
}
