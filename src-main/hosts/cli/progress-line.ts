import type { Watch } from './session.ts'

const clear = '\r\u001b[K'

/** One line of a terminal that says how far a job is, and is gone when it ends. */
export const progressLine: Watch = ({ state, progress, step }) => {
  process.stderr.write(state === 'running' && step !== '' ? `${clear}${String(Math.round(progress * 100)).padStart(3)} %  ${step}` : clear)
}
