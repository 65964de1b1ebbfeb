import { loadCostContent } from '../catalog/cost-content.ts'
import { type Assumption, isoMaturity } from '../contract/cost.ts'
import { FieldbookError } from '../contract/errors.ts'
import { database } from '../engagement/database.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { text } from '../language/text.ts'
import { rounded } from './formulas.ts'
import { costSettings, systemCounts } from './queries.ts'

type Value = Assumption['value']

const nameOf = (id: string) => `cost.${id}`
const entered = (file: EngagementFile) => new Map(file.all(costSettings).map(({ id, value }) => [id, value]))

/** What an entered value means; a file may hold one that this version does not know. */
function parse(kind: Assumption['kind'], stored: string | undefined): Value | undefined {
  if (stored === undefined) return undefined
  if (kind === 'choice') return isoMaturity.safeParse(stored).data
  const number = Number(stored)
  return Number.isFinite(number) ? number : undefined
}

/** Currency of the estimate and what one US dollar is in it; without a rate the figures are those in US dollars. */
export function readCurrency(file: EngagementFile): { currency: string; rate: number; isRateSet: boolean } {
  const settings = entered(file)
  const currency = settings.get(nameOf('currency')) ?? 'USD'
  const rate = Number(settings.get(nameOf('rate')) ?? Number.NaN)
  const isRateSet = currency === 'USD' || rate > 0
  return { currency, rate: currency !== 'USD' && rate > 0 ? rate : 1, isRateSet }
}

/** Every assumption with its value and where it comes from: a person, the inventory and the classifications, or the content. */
export function readAssumptions(file: EngagementFile, rate: number): Assumption[] {
  const settings = entered(file)
  const counts = file.one(systemCounts, 'systems')
  return loadCostContent().assumptions.map(({ default: standard, ...about }) => {
    const fromEngagement = counts.systems === 0 ? undefined : { systems: counts.systems, highRisk: counts.highRisk }[about.id]
    const ownMoney = about.id === 'dayRate' && typeof standard === 'number' ? rounded(standard * rate) : standard
    const proposed = fromEngagement ?? ownMoney
    const value = parse(about.kind, settings.get(nameOf(about.id)))
    return {
      ...about,
      proposed,
      value: value ?? proposed,
      source: value !== undefined ? 'entered' : fromEngagement !== undefined ? 'engagement' : 'default',
    }
  })
}

/** Fails with a sentence where a value is not one that the assumption can have. */
function checkValue(id: string, value: Value): void {
  const known = loadCostContent().assumptions.find((each) => each.id === id)
  if (!known) throw new FieldbookError('not-found', { what: id })
  if ((known.kind === 'number') !== (typeof value === 'number'))
    throw new FieldbookError('conflict', { reason: text('cost:wrongKind', { title: known.title }) })
  const { min, max } = known
  if (typeof value === 'number' && ((min !== null && value < min) || (max !== null && value > max)))
    throw new FieldbookError('conflict', { reason: text('cost:outOfRange', { title: known.title, min: min ?? '', max: max ?? '' }) })
}

/** Stores settings as rows; null takes one away. Call inside write(). */
export function writeSettings(file: EngagementFile, values: Readonly<Record<string, string | null>>): void {
  const known = entered(file)
  for (const [name, value] of Object.entries(values)) {
    const id = nameOf(name)
    if (value === null) file.run(database.deleteFrom('setting').where('id', '=', id))
    else if (known.has(id)) file.run(database.updateTable('setting').set({ value }).where('id', '=', id))
    else file.run(database.insertInto('setting').values({ id, value }))
  }
}

/** Changes one assumption; null sets it back. */
export function setAssumption(file: EngagementFile, id: string, value: Value | null): void {
  const known = loadCostContent().assumptions.find((each) => each.id === id)
  if (!known) throw new FieldbookError('not-found', { what: id })
  if (value !== null) checkValue(id, value)
  file.write(text('cost:history.changed', { title: known.title }), () =>
    writeSettings(file, { [id]: value === null ? null : String(value) }),
  )
}

const currencies = new Set(Intl.supportedValuesOf('currency'))

/** Chooses the currency and its rate. */
export function setCurrency(file: EngagementFile, currency: string, rate: number | null): void {
  if (!currencies.has(currency)) throw new FieldbookError('conflict', { reason: text('cost:unknownCurrency', { currency }) })
  const values = { currency, rate: rate === null || currency === 'USD' ? null : String(rate) }
  file.write(text('cost:history.currency', { currency }), () => writeSettings(file, values))
}

/** Sets every assumption back; currency and rate stay. */
export function resetAssumptions(file: EngagementFile): void {
  const values = Object.fromEntries(loadCostContent().assumptions.map(({ id }) => [id, null]))
  file.write(text('cost:history.reset'), () => writeSettings(file, values))
}
