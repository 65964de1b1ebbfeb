import { notifications } from '@mantine/notifications'
import { keepPreviousData, QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import i18next from 'i18next'
import { createContext, useCallback, useContext, useEffect, useRef, useState } from 'react'
import { z } from 'zod'
import type { ErrorReport } from '../../src-main/contract/errors.ts'
import { type InputOf, type OutputOf, type ProcedureName, procedures } from '../../src-main/contract/index.ts'
import { jobStarted, jobState } from '../../src-main/contract/jobs.ts'
import { callHost } from './host.ts'
import { flushAll, markSaved, markUnsaved } from './save-state.ts'
import { dropUndoOffer, showUndoOffer } from './undo-offer.tsx'

/** A call that failed, with the sentence that a person is told. */
export class CallError extends Error {
  readonly report: ErrorReport

  constructor(report: ErrorReport) {
    super(report.sentence)
    this.name = 'CallError'
    this.report = report
  }
}

const HandleContext = createContext('')
export const HandleProvider = HandleContext.Provider
/** Names the open engagement in every call. */
export const useHandle = () => useContext(HandleContext)

/** Queries that need to be told nothing. */
export type ListProcedure = { [Name in ProcedureName]: Record<string, never> extends InputOf<Name> ? Name : never }[ProcedureName]

/** Says once, until something else is left out, which entries the screens are without. */
let told = ''
function tellLeftOut(sentences: readonly string[]): void {
  const message = sentences.join(' ')
  if (message === told) return
  told = message
  notifications.show({ id: 'left-out', color: 'yellow', title: i18next.t('shell:leftOut'), message, autoClose: false })
}

/** One typed call; the main side has checked what comes back against the same contract. */
export async function call<Name extends ProcedureName>(name: Name, input: InputOf<Name>, handle = ''): Promise<OutputOf<Name>> {
  const answer = await callHost({ procedure: name, handle, input }).catch((error: unknown) => {
    throw new CallError({ code: 'internal', sentence: i18next.t('shell:unreachable'), details: { reason: String(error) } })
  })
  if (!answer.ok) throw new CallError(answer.error)
  if (answer.leftOut) tellLeftOut(answer.leftOut)
  // Validated at the door of the main side with the schema that this type is made from.
  return answer.output as OutputOf<Name>
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: false, staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
})

const groupOf = (name: string) => name.slice(0, name.indexOf('.'))

/** What each change of an engagement changes too: its history, what is counted in it, what is found in it, and what draws on all of it. */
const ofEveryChange: ReadonlySet<string> = new Set<ProcedureName>([
  'dossier.contents',
  'dossier.suggest',
  'engagement.undoState',
  'engagement.lastStep',
  'engagement.history',
  'engagement.recentChanges',
  'engagement.info',
  'search.find',
  'readiness.checks',
  'readiness.dashboard',
  'readiness.overdue',
  'roadmap.inPlace',
  'crosswalk.rows',
  'actions.list',
  'actions.summary',
  'reviews.get',
])

/** What the program ships stays as it is, whatever is changed. */
const shipped: ReadonlySet<string> = new Set<ProcedureName>(['catalog.get', 'classification.questionnaire', 'impact.guide', 'risk.guide'])

const record = z.looseObject({ id: z.string() })

/** Asked of each of thousands of rows, after each letter that is saved: so it looks at the id alone before anything is checked. */
const isRow = (row: unknown, id: string): row is { id: string } => typeof row === 'object' && row !== null && 'id' in row && row.id === id

/** A row of a list with what a change has answered for it; the list shows less of each record than the answer tells. */
const withAnswer = (row: { id: string }, changed: z.infer<typeof record>): unknown =>
  Object.fromEntries(Object.entries(row).map(([field, value]) => [field, field in changed ? changed[field] : value]))

/** Asks again what a change or a job has made stale. Where it answered one row of a list, that row alone is renewed. */
async function refresh(client: QueryClient, name: ProcedureName, output: unknown): Promise<void> {
  const { affects = [], row = null } = procedures.get(name) ?? {}
  if (affects.includes('*')) return client.invalidateQueries()
  const changed = row === null ? undefined : record.safeParse(output).data
  if (changed)
    client.setQueriesData({ predicate: ({ queryKey: [query] }) => query === row }, (rows: unknown) =>
      Array.isArray(rows) ? rows.map((each: unknown) => (isRow(each, changed.id) ? withAnswer(each, changed) : each)) : rows,
    )
  await client.invalidateQueries({
    predicate: ({ queryKey: [query] }) =>
      !(changed && query === row) &&
      !shipped.has(String(query)) &&
      (affects.includes(groupOf(String(query))) || ofEveryChange.has(String(query))),
  })
}

/** What a query answers; the last answer stays while a new one is on its way. */
export function useProcedure<Name extends ProcedureName>(name: Name, input: InputOf<Name>, options: { enabled?: boolean } = {}) {
  const handle = useHandle()
  return useQuery({
    queryKey: [name, input, handle],
    queryFn: () => call(name, input, handle),
    placeholderData: keepPreviousData,
    ...options,
  })
}

/** `about` names what was tried: the message goes when that is tried again. */
export function showError(error: unknown, about?: string): void {
  notifications.show({
    ...(about === undefined ? {} : { id: about }),
    color: 'red',
    title: i18next.t('shell:failed'),
    message: error instanceof Error ? error.message : String(error),
    autoClose: 12_000,
  })
}

/** The screen in the address, without what is open on it. */
const screenShown = () => window.location.hash.replace(/\?.*$/, '')

/** Takes back one step, unless something else was done since. */
async function takeBack(client: QueryClient, handle: string, step: string): Promise<void> {
  try {
    await flushAll()
    const undone = await call('engagement.undo', { step }, handle)
    await refresh(client, 'engagement.undo', undone)
    notifications.show({ message: i18next.t('shell:undone', undone), autoClose: 2500 })
  } catch (error) {
    showError(error)
  }
}

/** Runs a change, and offers to take it back where it is one that takes away much at one stroke. One that changed nothing is not told. */
async function withUndoOffer<Output>(client: QueryClient, handle: string, name: ProcedureName, run: () => Promise<Output>) {
  if (!procedures.get(name)?.offersUndo) {
    const output = await run()
    dropUndoOffer()
    return output
  }
  // What was typed is a step of its own, before this one.
  await flushAll()
  const before = await call('engagement.lastStep', {}, handle)
  const output = await run()
  const { step, label } = await call('engagement.lastStep', {}, handle)
  if (step !== null && label !== null && step !== before.step) showUndoOffer(label, () => void takeBack(client, handle, step))
  return output
}

/**
 * A change: counts as unsaved until the main side has answered, and says in a notification when it failed.
 * What is to follow it, `onSuccess`, follows also where the change took away the very part of the screen that asked for it; but who has gone
 * to another screen meanwhile is left alone there.
 */
export function useChange<Name extends ProcedureName>(name: Name, options: { quiet?: boolean } = {}) {
  const handle = useHandle()
  const client = useQueryClient()
  const mutation = useMutation({
    mutationFn: async (input: InputOf<Name>) => {
      const key = Symbol(name)
      markUnsaved(key)
      // What went wrong the last time would stand beside what happens now.
      notifications.hide(name)
      try {
        return await withUndoOffer(client, handle, name, () => call(name, input, handle))
      } finally {
        markSaved(key)
      }
    },
    onSuccess: (output) => refresh(client, name, output),
    onError: (error) => {
      if (!options.quiet) showError(error, name)
    },
  })
  const { mutateAsync } = mutation
  const mutate = useCallback(
    (input: InputOf<Name>, { onSuccess }: { onSuccess?: (output: OutputOf<Name>) => void } = {}) => {
      const asked = screenShown()
      const follow = (output: OutputOf<Name>) => {
        if (screenShown() === asked) onSuccess?.(output)
      }
      // A failure was told above.
      void mutateAsync(input).then(follow, () => undefined)
    },
    [mutateAsync],
  )
  return { ...mutation, mutate }
}

const pollEvery = 120

export interface RunningJob {
  progress: number
  step: string
}

/** Starts jobs and follows them: progress, output, failure, cancel. */
export function useJob<Name extends ProcedureName>(name: Name) {
  const handle = useHandle()
  const client = useQueryClient()
  const [running, setRunning] = useState<RunningJob | null>(null)
  const current = useRef<string | null>(null)
  const isMounted = useRef(true)
  useEffect(() => {
    isMounted.current = true
    return () => {
      isMounted.current = false
    }
  }, [])

  const start = useCallback(
    async (input: InputOf<Name>): Promise<OutputOf<Name>> => {
      setRunning({ progress: 0, step: '' })
      try {
        const { job } = jobStarted.parse(await call(name, input, handle))
        current.current = job
        const output = await follow(job, (progress) => isMounted.current && setRunning(progress))
        await refresh(client, name, output)
        // As with a call: validated by the main side.
        return output as OutputOf<Name>
      } finally {
        current.current = null
        if (isMounted.current) setRunning(null)
      }
    },
    [client, handle, name],
  )
  const cancel = useCallback(() => {
    if (current.current !== null) void call('jobs.cancel', { job: current.current })
  }, [])
  return { start, cancel, running }
}

async function follow(job: string, tell: (running: RunningJob) => void): Promise<unknown> {
  for (;;) {
    const state = jobState.parse(await call('jobs.get', { job }))
    if (state.state === 'done') return state.output
    if (state.error) throw new CallError(state.error)
    tell({ progress: state.progress, step: state.step })
    await new Promise((resolve) => setTimeout(resolve, pollEvery))
  }
}
