import { Anchor, Collapse, Group, MultiSelect, type MultiSelectProps, Stack, Text, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { type ReactNode, useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Risk, RiskGuide } from '../../../src-main/contract/risk.ts'
import { useChange, useProcedure } from '../../app/calls.ts'
import { FieldHistory } from '../../ui/FieldHistory.tsx'

type Topic = RiskGuide['topics'][number]

/** Risk sources or objectives of Annex C, chosen from a list that explains them. */
export function TopicsField({ risk, kind }: { risk: Risk; kind: Topic['kind'] }) {
  const { t } = useTranslation('risk')
  const { data: guide } = useProcedure('risk.guide', {})
  const update = useChange('risk.update')
  const field = kind === 'source' ? 'sources' : 'objectives'
  const topics = useMemo(
    () => new Map((guide?.topics ?? []).filter((topic) => topic.kind === kind).map((topic) => [topic.id, topic])),
    [guide, kind],
  )
  const renderOption: MultiSelectProps['renderOption'] = ({ option }) => (
    <div>
      <Text size="sm" fw={500}>
        {option.label}
      </Text>
      <Text size="xs" c="dimmed">
        {topics.get(option.value)?.about}
      </Text>
    </div>
  )
  const chosen = risk[field].flatMap((id) => topics.get(id) ?? [])
  return (
    <div>
      <Labelled label={t(`fields.${field}`)} history={<FieldHistory record={risk.id} field={field} label={t(`fields.${field}`)} />}>
        {(id) => (
          <MultiSelect
            id={id}
            data={[...topics.values()].map((topic) => ({ value: topic.id, label: topic.title }))}
            value={risk[field]}
            onChange={(ids) => update.mutate({ id: risk.id, fields: kind === 'source' ? { sources: ids } : { objectives: ids } })}
            renderOption={renderOption}
            searchable
            maxDropdownHeight={320}
            nothingFoundMessage={t('panel.noMatch')}
          />
        )}
      </Labelled>
      <Explanations topics={chosen} />
    </div>
  )
}

/** A label with the field's history, as the other fields have it. */
function Labelled({ label, history, children }: { label: string; history?: ReactNode; children: (id: string) => ReactNode }) {
  const id = useId()
  return (
    <>
      <Group gap={4} justify="space-between" mb={2} mih={18}>
        <Text component="label" htmlFor={id} size="xs" fw={500} c="dimmed">
          {label}
        </Text>
        {history}
      </Group>
      {children(id)}
    </>
  )
}

/** What the chosen topics mean in our words, with signs to look for; folded until asked for. */
function Explanations({ topics }: { topics: Topic[] }) {
  const { t } = useTranslation('risk')
  const [isOpen, setOpen] = useState(false)
  if (topics.length === 0) return null
  const Arrow = isOpen ? IconChevronDown : IconChevronRight
  return (
    <>
      <UnstyledButton fz="xs" mt={4} c="var(--mantine-color-anchor)" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <Arrow size={12} aria-hidden /> {t('panel.explain')}
      </UnstyledButton>
      <Collapse expanded={isOpen} transitionDuration={100}>
        <Stack gap={8} mt={6}>
          {topics.map(({ id, title, about, signs }) => (
            <div key={id}>
              <Text size="xs">
                <strong>
                  {id} {title}.
                </strong>{' '}
                {about}
              </Text>
              <Text size="xs" c="dimmed" component="ul" m={0} pl={18}>
                {signs.map((sign) => (
                  <li key={sign}>{sign}</li>
                ))}
              </Text>
            </div>
          ))}
        </Stack>
      </Collapse>
    </>
  )
}

/** The AI systems that the risk concerns, with a way to each. */
export function SystemsField({ risk }: { risk: Risk }) {
  const { t } = useTranslation('risk')
  const { handle } = useParams({ from: '/e/$handle' })
  const { data: systems = [] } = useProcedure('inventory.systems', {})
  const set = useChange('risk.setSystems')
  return (
    <div>
      <Labelled label={t('fields.systems')}>
        {(id) => (
          <MultiSelect
            id={id}
            data={systems.map((system) => ({
              value: system.id,
              label: system.department ? `${system.name} (${system.department})` : system.name,
            }))}
            value={risk.systems.map((system) => system.id)}
            onChange={(systemIds) => set.mutate({ id: risk.id, systemIds })}
            searchable
            limit={80}
            nothingFoundMessage={t('panel.noMatch')}
          />
        )}
      </Labelled>
      <Ways>
        {risk.systems.map((system) => (
          <Anchor
            key={system.id}
            size="xs"
            underline="always"
            renderRoot={(props) => <Link {...props} to="/e/$handle/systems" params={{ handle }} search={{ system: system.id }} />}
          >
            {system.name}
          </Anchor>
        ))}
      </Ways>
    </div>
  )
}

/** The controls of the SoA that treat the risk, found by code or title, with a way to each. */
export function ControlsField({ risk }: { risk: Risk }) {
  const { t } = useTranslation('risk')
  const { handle } = useParams({ from: '/e/$handle' })
  const { data: decisions = [] } = useProcedure('soa.decisions', {})
  const set = useChange('risk.setControls')
  return (
    <div>
      <Labelled label={t('fields.controls')}>
        {(id) => (
          <MultiSelect
            id={id}
            data={decisions.map(({ code, title }) => ({ value: code, label: `${code} ${title}` }))}
            value={risk.controls.map(({ code }) => code)}
            onChange={(codes) => set.mutate({ id: risk.id, codes })}
            searchable
            maxDropdownHeight={280}
            nothingFoundMessage={t('panel.noMatch')}
          />
        )}
      </Labelled>
      <Ways>
        {risk.controls.map(({ code }) => (
          <Anchor
            key={code}
            size="xs"
            underline="always"
            renderRoot={(props) => <Link {...props} to="/e/$handle/soa" params={{ handle }} search={{ code }} />}
          >
            {code}
          </Anchor>
        ))}
      </Ways>
    </div>
  )
}

function Ways({ children }: { children: ReactNode[] }) {
  const { t } = useTranslation('risk')
  if (children.length === 0) return null
  return (
    <Group gap={8} mt={4}>
      <Text size="xs" c="dimmed">
        {t('panel.openLinks')}
      </Text>
      {children}
    </Group>
  )
}
