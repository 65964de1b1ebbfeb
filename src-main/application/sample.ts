import type { EngagementFile } from '../engagement/file.ts'

export const sampleClient = () => 'Sample'
export function fillSample(_file: EngagementFile): void {}
