import { type SupplierGuide, supplierGuide } from '../contract/suppliers.ts'
import { readJson } from './read.ts'

let loaded: SupplierGuide | undefined

/** What contracts settle and what due diligence asks, read and checked once. */
export function loadSupplierGuide(): SupplierGuide {
  loaded ??= supplierGuide.parse(readJson('suppliers', 'guide.json'))
  return loaded
}
