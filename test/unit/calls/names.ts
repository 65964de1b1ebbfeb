import { type ProcedureName, procedures } from '../../../src-main/contract/index.ts'

/** A procedure's name out of a list of all. */
export function isName(name: string): ProcedureName {
  const known = (each: string): each is ProcedureName => procedures.has(each)
  if (!known(name)) throw new Error(`no procedure ${name}`)
  return name
}
