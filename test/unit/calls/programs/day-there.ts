import { setTimeout as pause } from 'node:timers/promises'
import { Application } from '../../../../src-main/application/application.ts'
import { openedEngagement } from '../../../../src-main/contract/engagement.ts'
import { jobStarted, jobState } from '../../../../src-main/contract/jobs.ts'

/** Asks, by the clock and in the zone that it is given, for everything that names today. */
const [folder = '', now = ''] = process.argv.slice(2)
const application = new Application({ host: 'cli', places: { state: `${folder}/state`, documents: folder }, now: () => new Date(now) })
const { handle } = openedEngagement.parse(
  await application.call({
    procedure: 'engagement.create',
    input: { path: `${folder}/${process.env.TZ?.replace('/', '-')}.aims`, client: 'Acme', sample: true },
  }),
)
const call = (procedure: string, input: unknown) => application.call({ procedure, handle, input })

/** The sentence of a call that is refused, and nothing of one that is not. */
const told = (procedure: string, input: unknown) => call(procedure, input).then(() => '', String)

async function job(procedure: string, input: unknown): Promise<unknown> {
  const { job } = jobStarted.parse(await call(procedure, input))
  for (;;) {
    const state = jobState.parse(await application.call({ procedure: 'jobs.get', input: { job } }))
    if (state.state === 'done') return state.output
    if (state.error) throw new Error(state.error.sentence)
    await pause(20)
  }
}

const answers = {
  reports: await call('documents.list', {}),
  package: await call('transfer.suggestPackage', {}),
  dossier: await call('dossier.suggest', { format: 'zip' }),
  round: await call('gap.startRound', { name: 'Second', kind: 'follow-up' }),
  dueToday: await call('actions.list', {}),
  approvedToday: await told('soa.approve', { approver: 'Ann', approvedOn: process.argv[4] }),
  approvedTomorrow: await told('soa.approve', { approver: 'Ann', approvedOn: process.argv[5] }),
  document: await job('documents.export', { report: 'gap', to: `${folder}/${process.env.TZ?.replace('/', '-')}.html` }),
}
process.stdout.write(JSON.stringify(answers))
await application.close()
