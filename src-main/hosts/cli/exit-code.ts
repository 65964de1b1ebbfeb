import type { ErrorCode } from '../../contract/errors.ts'

/** What a script that calls this program can rely on. */
export const exitCode = { fine: 0, findings: 1, misuse: 2, unusableFile: 3, internal: 70, cancelled: 130 } as const

const misuses: readonly ErrorCode[] = [
  'invalid-input',
  'unknown-procedure',
  'not-found',
  'conflict',
  'nothing-to-undo',
  'nothing-to-redo',
  'no-engagement-open',
]

/** Everything that is neither misuse nor a fault of the program concerns a file. */
export function exitCodeOf(code: ErrorCode): number {
  if (code === 'internal') return exitCode.internal
  if (code === 'cancelled') return exitCode.cancelled
  return misuses.includes(code) ? exitCode.misuse : exitCode.unusableFile
}
