import type { z } from 'zod'
import { text } from '../../language/text.ts'
import { Misuse } from './command.ts'

/** A word that has to be one of a closed set. @throws Misuse that names the set. */
export function oneOf<Choice extends z.ZodEnum>(choices: Choice, name: string, given: string): z.output<Choice> {
  const parsed = choices.safeParse(given)
  if (!parsed.success) throw new Misuse(text('cli:notOneOf', { name, given, choices: choices.options.join(', ') }))
  return parsed.data
}
