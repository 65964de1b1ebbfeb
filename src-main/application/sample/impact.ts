import type { EngagementFile } from '../../engagement/file.ts'

/** Gives the sample its impact assessments; the systems are named by their keys in the sample. Call inside write(). */
export function addAssessments(_file: EngagementFile, _systemIds: ReadonlyMap<string, string>): void {}
