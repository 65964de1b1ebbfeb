import { existsSync, mkdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { loadCatalog } from '../catalog/load.ts'
import type { engagementContract, OpenedEngagement } from '../contract/engagement.ts'
import type { Handlers } from '../engagement/context.ts'
import { createEngagement } from '../engagement/create.ts'
import { firstRound } from '../gap/seed.ts'
import { text } from '../language/text.ts'
import { firstDecisions } from '../soa/seed.ts'
import type { ApplicationContext } from './context.ts'
import { copiesOfProcess } from './copies.ts'
import { fillSample, sampleClient } from './sample/sample.ts'

type OfApplication = 'create' | 'open' | 'trySample' | 'recent' | 'forget'

export const applicationEngagementRouter: Handlers<Pick<typeof engagementContract, OfApplication>, ApplicationContext> = {
  create: (context, { path, client, sample }) => create(context, resolve(path), client, sample),
  open: (context, { path }) => open(context, path),
  trySample(context) {
    return create(context, freeName(context.places.documents, text('engagement:sampleFileName')), sampleClient(), true)
  },
  recent: ({ recent }) => recent.list(),
  forget({ recent }, { path }) {
    recent.forget(path)
    return {}
  },
}

function create(context: ApplicationContext, path: string, client: string, sample: boolean): OpenedEngagement {
  // The folder that the program itself proposes is made by it; any other has to be there.
  if (dirname(path) === resolve(context.places.documents)) mkdirSync(dirname(path), { recursive: true })
  const who = () => context.settings.read().name
  const title = text(sample ? 'engagement:sampleTitle' : 'engagement:defaultTitle')
  const details = { path, client, title, contentVersion: loadCatalog().version, origin: sample ? 'sample' : 'new', who } as const
  createEngagement(details, (file) => {
    firstRound(file, new Date())
    firstDecisions(file)
    if (sample) fillSample(file)
  })
  return open(context, path)
}

function open(context: ApplicationContext, path: string): OpenedEngagement {
  const opened = context.engagements.open(path, () => context.settings.read().name, copiesOfProcess(context.places.state))
  context.recent.note(context.engagements.file(opened.handle))
  return opened
}

function freeName(folder: string, name: string): string {
  const candidates = Array.from({ length: 1000 }, (_, index) => join(folder, index === 0 ? `${name}.aims` : `${name} ${index + 1}.aims`))
  return candidates.find((path) => !existsSync(path)) ?? join(folder, `${name} ${Date.now()}.aims`)
}
