import { CallError, showError } from '../app/calls.ts'
import { markFailed, markSaved, markUnsaved, onFlush } from '../app/save-state.ts'

export type FieldValue = string | number | string[] | null

const pause = 300
const retryAfter = 3000

export interface DraftState {
  text: FieldValue
  /** Why the last save did not work; null when it did. */
  failure: string | null
}

/**
 * What is typed in one field, on its way to the file. It outlives the field on the screen: a text that could not be saved is tried again,
 * and shown again where the same field comes back, until it is on the disk. Saves of one field never overtake each other.
 */
class Draft {
  readonly #identity: string
  readonly #key = Symbol('draft')
  readonly #listeners = new Set<() => void>()
  #state: DraftState
  #received: FieldValue
  #isDirty = false
  #underWay = 0
  #saving: Promise<void> = Promise.resolve()
  #timer: ReturnType<typeof setTimeout> | undefined
  #endFlush: (() => void) | undefined
  save: (value: FieldValue) => Promise<unknown> = async () => {}

  constructor(identity: string, value: FieldValue) {
    this.#identity = identity
    this.#received = value
    this.#state = { text: value, failure: null }
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    drafts.set(this.#identity, this)
    return () => {
      this.#listeners.delete(listener)
      void this.flush()
      this.#rest()
    }
  }

  readonly state = (): DraftState => this.#state

  /** What the file holds now. It never overwrites newer typing. */
  receive(value: FieldValue): void {
    if (value === this.#received) return
    this.#received = value
    if (!this.#isDirty && this.#underWay === 0) this.#show({ text: value, failure: null })
  }

  readonly change = (text: FieldValue, options: { now?: boolean } = {}): void => {
    this.#isDirty = true
    this.#endFlush ??= onFlush(this.flush)
    markUnsaved(this.#key)
    this.#show({ ...this.#state, text })
    clearTimeout(this.#timer)
    if (options.now) void this.flush()
    else this.#timer = setTimeout(() => void this.flush(), pause)
  }

  /** Hands over what was typed; resolves when it is on the disk or has failed. */
  readonly flush = (): Promise<void> => {
    clearTimeout(this.#timer)
    if (this.#isDirty) {
      this.#underWay += 1
      this.#saving = this.#saving.then(() => this.#saveNow())
    }
    return this.#saving
  }

  async #saveNow(): Promise<void> {
    this.#underWay -= 1
    // Handed over twice in one moment: the first of the two has saved it.
    if (!this.#isDirty) return this.#rest()
    this.#isDirty = false
    this.#underWay += 1
    try {
      await this.save(this.#state.text)
      if (this.#state.failure !== null) this.#show({ ...this.#state, failure: null })
    } catch (error) {
      if (error instanceof CallError && error.report.code === 'read-only') return this.#giveUp(error)
      this.#isDirty = true
      const failure = error instanceof Error ? error.message : String(error)
      markFailed(this.#key, failure)
      this.#show({ ...this.#state, failure })
      this.#timer = setTimeout(() => void this.flush(), retryAfter)
    }
    this.#underWay -= 1
    this.#rest()
  }

  /** No later try can succeed in a file that cannot be written: the field shows what the file holds, and the reason is told once. */
  #giveUp(error: CallError): void {
    showError(error)
    this.#underWay -= 1
    this.#show({ text: this.#received, failure: null })
    this.#rest()
  }

  /** Nothing is left to save: says so, and is forgotten where no field shows it. */
  #rest(): void {
    if (this.#isDirty || this.#underWay > 0) return
    markSaved(this.#key)
    this.#endFlush?.()
    this.#endFlush = undefined
    if (this.#listeners.size === 0 && drafts.get(this.#identity) === this) drafts.delete(this.#identity)
  }

  #show(state: DraftState): void {
    this.#state = state
    for (const listener of this.#listeners) listener()
  }
}

const drafts = new Map<string, Draft>()

/** The draft of a record's field: the one that is there already, as in the table and the panel beside it, or a new one. */
export function draftOf(identity: string, value: FieldValue): Draft {
  const known = drafts.get(identity)
  if (known) return known
  const draft = new Draft(identity, value)
  drafts.set(identity, draft)
  return draft
}
