import { z } from 'zod'

/** Encodings that a person can choose, by the names that programs show; the first three are recognised for certain. */
export const encodings = [
  'UTF-8',
  'UTF-16LE',
  'UTF-16BE',
  'Windows-1252',
  'Windows-1250',
  'Windows-1251',
  'Windows-1253',
  'Windows-1254',
  'Windows-1255',
  'Windows-1256',
  'Windows-1257',
  'Windows-1258',
  'Windows-874',
  'ISO-8859-2',
  'ISO-8859-5',
  'ISO-8859-6',
  'ISO-8859-7',
  'ISO-8859-8',
  'ISO-8859-9',
  'ISO-8859-13',
  'ISO-8859-15',
  'Mac Roman',
  'Mac Central European',
  'Mac Cyrillic',
  'Mac Greek',
  'Mac Turkish',
  'Mac Croatian',
  'Mac Romanian',
  'Mac Icelandic',
  'CP437',
  'CP850',
  'CP852',
  'CP866',
  'KOI8-R',
  'KOI8-U',
  'Shift_JIS',
  'EUC-JP',
  'GB18030',
  'Big5',
  'EUC-KR',
] as const
export const encodingName = z.enum(encodings)
export type EncodingName = z.infer<typeof encodingName>

/** Rows that a spreadsheet hides, by hand or by a filter. */
export const hiddenRows = z.enum(['take', 'leave-out'])

/** How a person wants a list read; what is left out is found in the list itself. */
export const listReading = z
  .object({
    /** Sheets of a workbook, read one after the other as one list. */
    sheets: z.array(z.string().max(500)).min(1).max(500).optional(),
    /** Row of the header, counted from 1 as in the file; or the list has none. */
    headerRow: z.union([z.number().int().min(1), z.literal('none')]).optional(),
    encoding: encodingName.optional(),
    /** One character; empty where the list has one column. */
    delimiter: z.string().max(1).optional(),
    hiddenRows: hiddenRows.optional(),
    /** Rows that a person takes as records, or leaves out, whatever they look like. */
    rows: z
      .array(z.object({ sheet: z.string().max(500).nullable(), row: z.number().int().min(1), take: z.boolean() }).strict())
      .max(10_000)
      .optional(),
  })
  .strict()
export type ListReading = z.infer<typeof listReading>

/** Why a row is no record of its own; `nameless` and `asked` come in all the same. */
export const rowReason = z.enum([
  'above',
  'repeated-header',
  'group',
  'total',
  'note',
  'example',
  'placeholders',
  'hidden',
  'joined',
  'nameless',
  'asked',
])
export type RowReason = z.infer<typeof rowReason>

/** A row that a person may want to see, since it is not simply a record. */
export const notedRow = z.object({
  /** Sheet of a workbook. */
  sheet: z.string().nullable(),
  row: z.number(),
  content: z.string(),
  reason: rowReason,
  /** It comes in. */
  isTaken: z.boolean(),
})
export type NotedRow = z.infer<typeof notedRow>

/** Where a list came from, and how it was read. */
export const listSource = z.object({
  /** Encoding of a text table, or the kind of file. */
  encoding: z.string(),
  /** It is a text table: encoding and delimiter can be chosen. */
  isText: z.boolean(),
  /** Empty for a workbook, and for a text table of one column. */
  delimiter: z.string(),
  sheets: z.array(
    z.object({
      name: z.string(),
      isHidden: z.boolean(),
      isRead: z.boolean(),
      /** It has the columns of the first one that is read. */
      isAlike: z.boolean(),
      /** Rows that hold something. */
      rows: z.number(),
    }),
  ),
  /** The first sheet that is read. */
  sheet: z.string().nullable(),
  /** Rows of the header in the file, counted from 1; none where the list has no header. */
  headerRows: z.array(z.number()),
  /** Its records are columns in the file. */
  isTurned: z.boolean(),
  /** Rows that the workbook hides. */
  hiddenRows: z.number(),
  /** The first rows as they are in the file. */
  picture: z.array(z.object({ row: z.number(), cells: z.array(z.string()), part: z.union([z.enum(['header', 'record']), rowReason]) })),
  /** Rows that are no records of their own, or have no name. */
  noted: z.array(notedRow),
  /** Why there is nothing to bring in, though the file can be read. */
  problem: z.string().nullable(),
})
export type ListSource = z.infer<typeof listSource>
