import { Button, Group, Select, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Assessment, type ImpactGuide, impactKind, impactSubject } from '../../../src-main/contract/impact.ts'
import { useChange } from '../../app/calls.ts'

/** Adds a benefit or harm; the chosen dimension says what to look for, and each how many there are already. */
export function AddImpact({ assessment, guide, added }: { assessment: Assessment; guide: ImpactGuide; added: (id: string) => void }) {
  const { t } = useTranslation('impact')
  const add = useChange('impact.addImpact')
  const [kind, setKind] = useState(impactKind.enum.harm as ReturnType<typeof impactKind.parse>)
  const [subject, setSubject] = useState(impactSubject.enum.individuals as ReturnType<typeof impactSubject.parse>)
  const [dimension, setDimension] = useState(guide.dimensions[0]?.id ?? '')
  const counts = Map.groupBy(assessment.impacts, (each) => each.dimension)
  const chosen = guide.dimensions.find(({ id }) => id === dimension)
  const submit = () =>
    add.mutate(
      { assessmentId: assessment.id, fields: { kind, subject, dimension } },
      { onSuccess: ({ impacts }) => added(impacts.at(-1)?.id ?? '') },
    )
  return (
    <>
      <Group gap="xs" mt={6} align="flex-end" role="group" aria-label={t('addImpact')}>
        <Select
          aria-label={t('fields.kind')}
          w={100}
          data={impactKind.options.map((value) => ({ value, label: t(`kind.${value}`) }))}
          value={kind}
          onChange={(value) => setKind(impactKind.parse(value))}
          allowDeselect={false}
        />
        <Select
          aria-label={t('fields.dimension')}
          w={240}
          data={guide.dimensions.map(({ id, title }) => {
            const count = counts.get(id)?.length ?? 0
            return { value: id, label: count === 0 ? title : t('dimensionCount', { title, count }) }
          })}
          value={dimension}
          onChange={(value) => setDimension(value ?? dimension)}
          allowDeselect={false}
          searchable
        />
        <Select
          aria-label={t('fields.subject')}
          w={120}
          data={impactSubject.options.map((value) => ({ value, label: t(`subject.${value}`) }))}
          value={subject}
          onChange={(value) => setSubject(impactSubject.parse(value))}
          allowDeselect={false}
        />
        <Button leftSection={<IconPlus size={14} aria-hidden />} onClick={submit} loading={add.isPending}>
          {t('addImpact')}
        </Button>
        <Text size="xs" c="dimmed">
          {t('dimensionsSeen', { seen: counts.size, total: guide.dimensions.length })}
        </Text>
      </Group>
      {chosen && (
        <Text size="xs" c="dimmed" mt={4} maw={900}>
          {chosen.about}{' '}
          {t('examples', {
            examples: chosen.examples
              .filter((each) => each.kind === kind)
              .map(({ text }) => text)
              .join(' '),
          })}
        </Text>
      )}
    </>
  )
}
