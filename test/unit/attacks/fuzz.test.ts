import { expect, it } from 'vitest'
import { mutations } from '../../fuzz/mutations.ts'
import { runMutations } from '../../fuzz/run.ts'

/** A safety net on a busy machine: what hangs, hangs for good. */
const limit = 60_000

// Each kind of change once in these few: the long run is `npm run soak`.
it.each(['rows', 'pages', 'package'] as const)('files changed in their %s do no harm and do not come in unseen', async (kind) => {
  const count = Math.min(12, mutations.filter((mutation) => mutation.kind === kind).length)
  expect(await runMutations({ seed: 42, count, kinds: [kind], limit })).toEqual([])
})
