import { useEffect, useRef, useState } from 'react'
import type { InputOf } from '../../../src-main/contract/index.ts'
import type {
  ImportPreset,
  ImportPreview,
  ImportResult,
  SameReference,
  SystemField,
  ValueMapping,
} from '../../../src-main/contract/inventory.ts'
import type { ListReading, NotedRow } from '../../../src-main/contract/list-reading.ts'
import { useJob } from '../../app/calls.ts'

type Asked = Omit<InputOf<'inventory.previewImport'>, 'path'>

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

const withWord = (words: ValueMapping[], said: ValueMapping) => [
  ...words.filter(({ field, value }) => field !== said.field || value !== said.value),
  said,
]

/** What was said of a row; a second word about it takes back the first. */
function withRow(rows: NonNullable<ListReading['rows']>, { sheet, row }: NotedRow, take: boolean): NonNullable<ListReading['rows']> {
  const others = rows.filter((one) => one.sheet !== sheet || one.row !== row)
  return others.length < rows.length ? others : [...others, { sheet, row, take }]
}

/** A list on its way in: what was asked of it so far, and what the main side says would come in. */
export function useImport(path: string) {
  const { start, running: reading, cancel: cancelReading } = useJob('inventory.previewImport')
  const { start: startImport, running: importing, cancel: cancelImport } = useJob('inventory.import')
  const [asked, setAsked] = useState<Asked>({})
  const [shown, setShown] = useState<ImportPreview | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const latest = useRef(0)

  const ask = async (next: Asked) => {
    setAsked(next)
    latest.current += 1
    const turn = latest.current
    try {
      const preview = await start({ path, ...next })
      if (turn !== latest.current) return
      setShown(preview)
      setFailure(null)
    } catch (error) {
      if (turn === latest.current) setFailure(messageOf(error))
    }
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once for each file that is chosen
  useEffect(() => {
    void ask({})
  }, [path])

  /** What is shown answers at once; what follows from it comes with the next preview. */
  const change = (part: Asked, now: Partial<ImportPreview>) => {
    if (!shown) return
    setShown({ ...shown, ...now })
    void ask({ ...asked, mapping: shown.mapping, ...part })
  }

  /** Another way to read the file: its columns are proposed again. */
  const read = (reading: ListReading) => void ask({ ...asked, reading: { ...asked.reading, ...reading }, mapping: undefined })

  const bring = async (): Promise<ImportResult | null> => {
    try {
      return await startImport({ path, ...asked, ...(shown ? { mapping: shown.mapping } : {}) })
    } catch (error) {
      setFailure(messageOf(error))
      return null
    }
  }

  return {
    shown,
    failure,
    preset: asked.preset ?? null,
    running: importing ?? (shown ? null : reading),
    cancel: importing ? cancelImport : cancelReading,
    isImporting: importing !== null,
    bring,
    mapColumn: (field: Exclude<SystemField, 'dataCategories'>, column: number | null) => {
      const mapping = { ...shown?.mapping, [field]: column }
      change({ mapping }, { mapping })
    },
    mapColumns: (columns: number[]) => {
      const mapping = { ...shown?.mapping, dataCategories: columns.length > 0 ? columns : null }
      change({ mapping }, { mapping })
    },
    mapWord: (said: ValueMapping) =>
      change(
        { values: withWord(asked.values ?? [], said) },
        {
          values: (shown?.values ?? []).map((word) =>
            word.field === said.field && word.value === said.value ? { ...word, becomes: said.becomes } : word,
          ),
        },
      ),
    keepUnmapped: (keepUnmapped: boolean) => change({ keepUnmapped }, { keepUnmapped }),
    updateFields: (updateFields: SystemField[]) => change({ updateFields }, { updateFields }),
    sameReference: (is: SameReference) =>
      change({ sameReference: is, sameReferenceRows: [] }, { asked: (shown?.asked ?? []).map((row) => ({ ...row, is })) }),
    sameReferenceRow: (row: number, is: SameReference) =>
      change(
        { sameReferenceRows: [...(asked.sameReferenceRows ?? []).filter((said) => said.row !== row), { row, is }] },
        { asked: (shown?.asked ?? []).map((question) => (question.row === row ? { ...question, is } : question)) },
      ),
    onDuplicate: (onDuplicate: ImportPreview['onDuplicate']) => change({ onDuplicate }, { onDuplicate }),
    reading: asked.reading ?? {},
    read,
    readSheets: (sheets: string[]) => read({ sheets, headerRow: undefined, rows: [] }),
    readHeader: (headerRow: NonNullable<ListReading['headerRow']>) => read({ headerRow, rows: [] }),
    takeRow: (noted: NotedRow, take: boolean) =>
      void ask({
        ...asked,
        ...(shown ? { mapping: shown.mapping } : {}),
        reading: { ...asked.reading, rows: withRow(asked.reading?.rows ?? [], noted, take) },
      }),
    choosePreset: (preset: ImportPreset | null) =>
      void ask({
        reading: asked.reading,
        ...(preset
          ? { preset: preset.name, values: preset.values, keepUnmapped: preset.keepUnmapped, onDuplicate: preset.onDuplicate }
          : {}),
      }),
  }
}

export type Import = ReturnType<typeof useImport>
