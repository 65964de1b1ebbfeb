import type { EngagementFile } from '../../engagement/file.ts'

/** Gives the sample the classification of its AI systems; the systems are named by their keys in the sample. Call inside write(). */
export function addClassifications(_file: EngagementFile, _systemIds: ReadonlyMap<string, string>): void {}
