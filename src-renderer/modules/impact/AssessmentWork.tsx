import { Anchor, Button, Text, Title } from '@mantine/core'
import { IconArrowLeft, IconPrinter, IconTopologyStar3 } from '@tabler/icons-react'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Assessment, ImpactGuide } from '../../../src-main/contract/impact.ts'
import { StateTag } from '../../ui/StateTag.tsx'
import { Approve } from './Approve.tsx'
import { stateTone } from './AssessmentList.tsx'
import styles from './Impact.module.css'
import { MissingList } from './MissingList.tsx'
import { focusSoon, inputId, type Place, useGoToAssessment } from './place.ts'
import { StepPage } from './StepPage.tsx'
import { StepRail } from './StepRail.tsx'
import { Versions } from './Versions.tsx'

type Dialog = 'approve' | 'versions' | null

/** The work on one assessment: its steps at the left, the step in the middle, what is missing on top. Ctrl+Enter goes on to the next step. */
export function AssessmentWork({ assessment, guide }: { assessment: Assessment; guide: ImpactGuide }) {
  const { item, field, id: record } = useSearch({ strict: false })
  const goTo = useGoToAssessment()
  const [dialog, setDialog] = useState<Dialog>(null)
  const index = Math.max(
    0,
    guide.steps.findIndex(({ id }) => id === item),
  )
  const step = guide.steps[index]
  const go = (place: Place) => goTo(assessment.id, place)
  useEffect(() => {
    if (field) focusSoon(inputId(field, record))
  }, [field, record])
  const next = guide.steps[index + 1]
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !next) return
    event.preventDefault()
    go({ step: next.id })
    focusSoon(inputId('heading', next.id))
  }
  if (!step) return null
  return (
    <div className={styles.work}>
      <Head assessment={assessment} go={go} leave={() => goTo()} setDialog={setDialog} />
      <div className={styles.body}>
        <StepRail assessment={assessment} guide={guide} current={step.id} go={go} />
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the key belongs to every field of the step */}
        <div className={styles.wide} onKeyDown={onKeyDown}>
          <StepPage
            key={step.id}
            assessment={assessment}
            guide={guide}
            step={step}
            next={next}
            go={go}
            approve={() => setDialog('approve')}
          />
        </div>
      </div>
      {dialog === 'approve' && <Approve assessment={assessment} close={() => setDialog(null)} />}
      {dialog === 'versions' && <Versions assessment={assessment} guide={guide} close={() => setDialog(null)} />}
    </div>
  )
}

interface HeadProps {
  assessment: Assessment
  go: (place: Place) => void
  leave: () => void
  setDialog: (dialog: Dialog) => void
}

function Head({ assessment, go, leave, setDialog }: HeadProps) {
  const { t } = useTranslation('impact')
  const { handle } = useParams({ from: '/e/$handle' })
  return (
    <div className={styles.head}>
      <Button variant="subtle" leftSection={<IconArrowLeft size={14} aria-hidden />} onClick={leave} px={6}>
        {t('all')}
      </Button>
      <div style={{ flex: '1 1 260px', minWidth: 0 }}>
        <Title order={1} fz="lg" lineClamp={1}>
          {assessment.title}
        </Title>
        <Text size="xs" c="dimmed">
          {t('ofSystem')}{' '}
          <Anchor
            inherit
            renderRoot={(props) => <Link {...props} to="/e/$handle/systems" params={{ handle }} search={{ system: assessment.systemId }} />}
          >
            {assessment.systemName}
          </Anchor>
        </Text>
      </div>
      <StateTag tone={stateTone[assessment.state]}>{t(`state.${assessment.state}`)}</StateTag>
      <MissingList missing={assessment.missing} go={go} />
      <Button variant="default" onClick={() => setDialog('versions')}>
        {assessment.latestVersion === null ? t('ui:versions.none') : t('version', { number: assessment.latestVersion })}
      </Button>
      <Button
        variant="default"
        leftSection={<IconTopologyStar3 size={14} aria-hidden />}
        renderRoot={(props) => (
          <Link {...props} to="/e/$handle/trace" params={{ handle }} search={{ kind: 'assessment', id: assessment.id }} />
        )}
      >
        {t('trace')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconPrinter size={14} aria-hidden />}
        renderRoot={(props) => (
          <Link {...props} to="/e/$handle/documents" params={{ handle }} search={{ kind: 'impact', assessment: assessment.id }} />
        )}
      >
        {t('print')}
      </Button>
      <Button onClick={() => setDialog('approve')}>{t('ui:approval.approve')}</Button>
    </div>
  )
}
