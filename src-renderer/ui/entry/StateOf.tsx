import { useTranslation } from 'react-i18next'
import type { EntryValue, RegisterId } from '../../../src-main/contract/registers/index.ts'
import { toneOf } from '../../../src-main/contract/registers/tones.ts'
import { StateTag } from '../StateTag.tsx'

/** How an entry stands, as its word with a shape; nothing where the field does not say so. */
export function StateOf({ register, field, value }: { register: RegisterId; field: string; value: EntryValue | undefined }) {
  const { t } = useTranslation(`register-${register}`)
  const tone = toneOf(register, field, value)
  return tone === null ? null : (
    <StateTag tone={tone} bare>
      {t(`${field}.${String(value)}`)}
    </StateTag>
  )
}
