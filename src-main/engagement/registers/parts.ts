import type { RegisterId } from '../../contract/registers/index.ts'
import { database } from '../database.ts'
import type { EngagementFile } from '../file.ts'
import { listed } from '../lists.ts'

type Remove = (file: EngagementFile, ids: ReturnType<typeof listed>) => void

/** What hangs on the entries of a register and goes with them. */
const removals: Partial<Record<RegisterId, Remove>> = {
  roles: (file, ids) => file.run(database.deleteFrom('raciAssignment').where('roleId', 'in', ids)),
  people: (file, ids) => file.run(database.deleteFrom('attendance').where('personId', 'in', ids)),
  courses: (file, ids) => file.run(database.deleteFrom('attendance').where('courseId', 'in', ids)),
  suppliers: (file, ids) => file.run(database.deleteFrom('supplierAnswer').where('supplierId', 'in', ids)),
  measures: (file, ids) => file.run(database.deleteFrom('measureReading').where('measureId', 'in', ids)),
  incidents: (file, ids) => {
    file.run(database.deleteFrom('incidentEvent').where('incidentId', 'in', ids))
    file.run(database.deleteFrom('incidentNotification').where('incidentId', 'in', ids))
  },
  audits: (file, ids) => file.run(database.deleteFrom('auditItem').where('auditId', 'in', ids)),
  reviews: (file, ids) => {
    file.run(database.deleteFrom('reviewInput').where('reviewId', 'in', ids))
    file.run(database.deleteFrom('reviewDecision').where('reviewId', 'in', ids))
  },
  nonconformities: (file, ids) =>
    file.run(database.updateTable('auditItem').set({ nonconformityId: null }).where('nonconformityId', 'in', ids)),
  actions: (file, ids) => file.run(database.updateTable('reviewDecision').set({ actionId: null }).where('actionId', 'in', ids)),
}

/** Removes the parts of entries that are about to go. Call inside write(). */
export function removeParts(file: EngagementFile, register: RegisterId, ids: readonly string[]): void {
  removals[register]?.(file, listed(ids))
}
