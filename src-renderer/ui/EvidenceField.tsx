import { ActionIcon, Anchor, Group, Stack, Text } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '../../src-main/contract/index.ts'
import type { LinkTarget } from '../../src-main/contract/registers/index.ts'
import { useChange, useProcedure } from '../app/calls.ts'
import styles from './Evidence.module.css'
import { EvidenceDrop } from './EvidenceDrop.tsx'
import { EvidenceFileCard } from './EvidenceFileCard.tsx'
import { stateTone, validityTone } from './evidence-words.ts'
import { StateTag } from './StateTag.tsx'

type EvidenceOf = OutputOf<'evidence.of'>[number]

/** The evidence of an item, and a place to drop, paste or choose more. */
export function EvidenceField({ target }: { target: LinkTarget }) {
  const { t } = useTranslation('evidence')
  const { data: entries, isPlaceholderData } = useProcedure('evidence.of', target)
  const own = isPlaceholderData ? [] : (entries ?? [])
  return (
    <section aria-label={t('field')} className={styles.field}>
      {/* No heading: the panels that hold this begin at different levels. */}
      <Text fw={600} fz="md" mb={8}>
        {t('field')}
      </Text>
      <Stack gap={8}>
        {own.length > 0 && (
          <ul className={styles.list}>
            {own.map((entry) => (
              <li key={entry.id} className={styles.entry}>
                <EvidenceLine entry={entry} />
              </li>
            ))}
          </ul>
        )}
        <EvidenceDrop key={`${target.kind} ${target.id}`} target={target} />
      </Stack>
    </section>
  )
}

function EvidenceLine({ entry }: { entry: EvidenceOf }) {
  const { t } = useTranslation(['evidence', 'register-evidence'])
  const { handle } = useParams({ from: '/e/$handle' })
  const unlink = useChange('registers.unlink')
  const { id, fields, file, validity, linkId } = entry
  return (
    <Stack gap={4}>
      <Group gap={4} wrap="nowrap" justify="space-between" align="flex-start">
        <div className={styles.name}>
          <Anchor
            size="sm"
            renderRoot={(props) => <Link {...props} to="/e/$handle/evidence" params={{ handle }} search={{ record: id }} />}
          >
            {`${fields.reference} ${fields.title}`}
          </Anchor>
        </div>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('unlink', { title: `${fields.reference} ${fields.title}` })}
          onClick={() => unlink.mutate({ linkIds: [linkId] })}
        >
          <IconX size={14} />
        </ActionIcon>
      </Group>
      <Group gap={8}>
        <StateTag tone={stateTone[fields.state]} bare>
          {t(`register-evidence:state.${fields.state}`)}
        </StateTag>
        {(validity === 'expired' || validity === 'expiring') && (
          <StateTag tone={validityTone[validity]} bare>
            {`${t(`validity.${validity}`)} · ${fields.validUntil ?? ''}`}
          </StateTag>
        )}
        {!file && fields.location !== '' && (
          <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {fields.location}
          </Text>
        )}
      </Group>
      {file && <EvidenceFileCard id={id} file={file} />}
    </Stack>
  )
}
