import { v7 as uuid } from 'uuid'
import { localDay } from '../contract/days.ts'
import type { soaContract } from '../contract/soa.ts'
import type { ModuleContext, ModuleHandlers } from '../engagement/context.ts'
import { text } from '../language/text.ts'
import { nothingCallsFor, readBasis } from './basis.ts'
import { addControl, removeControl, updateControl } from './custom-controls.ts'
import { changeDecisions, readDecision, readDecisions, setSystems } from './decisions.ts'
import { acceptProposals, readProposals } from './proposals.ts'
import { latestVersion } from './queries.ts'
import { readLint } from './standing.ts'
import { approve, difference, readVersion, readVersions } from './versions.ts'

const day = (now: () => Date) => localDay(now())

function summary({ file, now }: ModuleContext) {
  const basis = readBasis(file)
  const decisions = readDecisions(file, basis)
  const findings = readLint(file, day(now), basis, decisions)
  const counted = (applicability: string) => decisions.filter((decision) => decision.applicability === applicability).length
  return {
    controls: decisions.length,
    undecided: counted('undecided'),
    applicable: counted('applicable'),
    excluded: counted('excluded'),
    implemented: decisions.filter(
      ({ applicability, status }) => applicability === 'applicable' && (status === 'implemented' || status === 'verified'),
    ).length,
    findings: findings.length,
    errors: findings.filter(({ severity }) => severity === 'error').length,
    latestVersion: file.first(latestVersion)?.number ?? null,
    proposals: readProposals(file, basis, decisions).length,
  }
}

const versionName = (number: number) => (number === 0 ? text('soa:asItStands') : text('soa:version', { number }))

export const soaRouter: ModuleHandlers<typeof soaContract> = {
  decisions: ({ file }) => readDecisions(file),
  decide({ file }, { code, fields }) {
    changeDecisions(file, [code], fields)
    return readDecision(file, code)
  },
  decideMany: ({ file }, { codes, fields }) => ({ changed: changeDecisions(file, codes, fields) }),
  setSystems({ file }, { code, systemIds }) {
    setSystems(file, code, systemIds, uuid)
    return readDecision(file, code)
  },
  addControl({ file }, control) {
    addControl(file, control)
    return readDecision(file, control.code)
  },
  updateControl({ file }, { code, ...fields }) {
    updateControl(file, code, fields)
    return readDecision(file, code)
  },
  removeControl({ file }, { code }) {
    removeControl(file, code)
    return {}
  },
  basis({ file }, { code }) {
    const basis = readBasis(file)
    return code === undefined ? [...basis.values()] : [basis.get(code) ?? nothingCallsFor(code)]
  },
  proposals: ({ file }) => readProposals(file),
  acceptProposals: ({ file }, { codes }) => ({ changed: acceptProposals(file, codes) }),
  lint: ({ file, now }) => readLint(file, day(now)),
  summary,
  approve: ({ file, now }, approval) => approve(file, approval, now()),
  versions: ({ file }) => readVersions(file),
  version: ({ file }, { number }) => readVersion(file, number),
  difference: ({ file }, { from, to }) => ({
    from: versionName(from),
    to: versionName(to),
    ...difference(readVersion(file, from), readVersion(file, to)),
  }),
}
