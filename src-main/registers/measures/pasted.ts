import type { PastedReadings, ReadingChoices, ReadingFields } from '../../contract/measures.ts'
import { text } from '../../language/text.ts'
import { type PastedLine, readLine } from './pasted-line.ts'

type Reason = 'day' | 'future' | 'value' | 'twice' | 'order' | 'decimal' | 'unit'

/** Two readings of one text: what the list says about it, or a person where it does not. */
interface Either<Way extends string, Value> {
  ways: readonly [Way, Way]
  of: (line: PastedLine) => Record<Way, Value | null>
}

const days: Either<'day-first' | 'month-first', string> = { ways: ['day-first', 'month-first'], of: ({ day }) => day }
const numbers: Either<'point' | 'comma', number> = { ways: ['point', 'comma'], of: ({ value }) => value.value }

/** A line that can be read in one way alone. */
const isOnly = <Way extends string, Value>({ ways, of }: Either<Way, Value>, line: PastedLine, way: Way): boolean =>
  of(line)[way] !== null && ways.every((other) => other === way || of(line)[other] === null)

function isOpen<Way extends string, Value>({ ways, of }: Either<Way, Value>, line: PastedLine): boolean {
  const [first, second] = ways.map((way) => of(line)[way])
  return first !== null && second !== null && first !== second
}

/** The way that the lines of the list prove, where they prove one and not both. */
function provenWay<Way extends string, Value>(either: Either<Way, Value>, lines: readonly PastedLine[]): Way | null {
  const proven = either.ways.filter((way) => lines.some((line) => isOnly(either, line, way)))
  return proven.length === 1 ? (proven[0] ?? null) : null
}

/** What a line says in the way that holds for the list; a line with one way alone says that. */
function valueIn<Way extends string, Value>(either: Either<Way, Value>, line: PastedLine, way: Way | null): Value | null {
  const values = either.of(line)
  if (way !== null && values[way] !== null) return values[way]
  if (isOpen(either, line)) return null
  return values[either.ways[0]] ?? values[either.ways[1]]
}

interface Understood {
  day: string | null
  value: number | null
  /** What the values of the list are measured in. */
  unit: string
  today: string
}

/** Why a line is no reading; null where it is one. */
function reasonAgainst(line: PastedLine, { day, value, unit, today }: Understood): Reason | null {
  if (day === null) return isOpen(days, line) ? 'order' : 'day'
  if (day > today) return 'future'
  if (value === null) return isOpen(numbers, line) ? 'decimal' : 'value'
  return line.value.unit !== '' && line.value.unit !== unit ? 'unit' : null
}

/**
 * Reads readings from a list that was copied out of a spreadsheet: date, value and, where there is one, a note. Order of day and month,
 * and the decimal sign, are one for the whole list: what its lines prove, else what a person chose; until then such lines are not read.
 * Every line that is no reading comes back as it was, with the reason; a first line without a digit is the heading.
 */
export function readPasted(
  pasted: string,
  known: ReadonlyMap<string, number>,
  today: string,
  chosen: ReadingChoices = { dayOrder: null, decimal: null },
): PastedReadings {
  const lines = pasted
    .split(/\r\n|\r|\n/)
    .map((line, index) => readLine(line, index + 1))
    .filter((line) => line.text.trim() !== '' && !(line.number === 1 && !/\d/.test(line.text)))
  const [provenOrder, provenDecimal] = [provenWay(days, lines), provenWay(numbers, lines)]
  const [order, decimal] = [provenOrder ?? chosen.dayOrder, provenDecimal ?? chosen.decimal]
  const unit = lines.find(({ value }) => value.unit !== '')?.value.unit ?? ''
  const readings = new Map<string, ReadingFields>()
  const notUnderstood: PastedReadings['notUnderstood'] = []
  let periods = 0
  for (const line of lines) {
    const [day, value] = [valueIn(days, line, order), valueIn(numbers, line, decimal)]
    const reason = reasonAgainst(line, { day, value, unit, today }) ?? (day !== null && readings.has(day) ? 'twice' : null)
    if (reason !== null)
      notUnderstood.push({ line: line.number, text: line.text, reason: text(`measures:paste.reason.${reason}`, { unit }) })
    else if (day !== null && value !== null) {
      readings.set(day, { day, value, note: line.note })
      if (line.isPeriod) periods += 1
    }
  }
  const found = [...readings.values()].sort((a, b) => a.day.localeCompare(b.day))
  const firstOpen = <Way extends string, Value>(either: Either<Way, Value>, proven: Way | null) =>
    proven === null ? lines.find((line) => isOpen(either, line)) : undefined
  return {
    readings: found,
    replaces: found.filter(({ day }) => known.has(day)).length,
    periods,
    notUnderstood,
    asks: {
      dayOrder: firstOpen(days, provenOrder)?.dateCell ?? null,
      decimal: firstOpen(numbers, provenDecimal)?.valueCell ?? null,
    },
  }
}
