import type { EngagementFile } from '../../engagement/file.ts'

/** Gives the sample its risk register; the systems are named by their keys in the sample. Call inside write(). */
export function addRisks(_file: EngagementFile, _systemIds: ReadonlyMap<string, string>): void {}
