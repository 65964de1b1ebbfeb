import { join } from 'node:path'
import { Application } from '../../src-main/application/application.ts'
import { contract } from '../../src-main/contract/index.ts'
import { jobStarted, jobState } from '../../src-main/contract/jobs.ts'

/** Sound files that others are made from: the sample, which has something in every table, and a package of it. */
export interface Bases {
  engagement: string
  package: string
}

export async function makeBases(folder: string): Promise<Bases> {
  const application = new Application({ host: 'cli', places: { state: join(folder, 'state'), documents: folder } })
  try {
    const made = await application.call({ procedure: 'engagement.trySample', input: {} })
    const { handle, path } = contract.engagement.trySample.output.parse(made)
    // Some history beyond the first change, with a step back.
    for (const scope of ['Chat', 'Chat and search', 'Chat, search and scoring'])
      await application.call({ procedure: 'engagement.update', handle, input: { scope } })
    await application.call({ procedure: 'engagement.undo', handle, input: {} })
    const bases = { engagement: path, package: join(folder, 'sample.aimspack') }
    const { job } = jobStarted.parse(await application.call({ procedure: 'transfer.pack', handle, input: { to: bases.package } }))
    for (;;) {
      const state = jobState.parse(await application.call({ procedure: 'jobs.get', input: { job } }))
      if (state.state === 'done') return bases
      if (state.error) throw new Error(state.error.sentence)
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  } finally {
    await application.close()
  }
}
