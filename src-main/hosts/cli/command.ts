import type { Session } from './session.ts'

/** An option of a command; without a value it is a switch. */
export interface Option {
  /** What the value is, as the usage shows it. */
  value?: string
  required?: boolean
  /** It may be given more than once. */
  isRepeatable?: boolean
}

export interface Command {
  /** As typed: `import systems`. Names its texts too, in cli.json. */
  name: string
  /** What comes after the name, in order; the last one may be left out where it ends in `?`. */
  operands: readonly string[]
  options: Readonly<Record<string, Option>>
  /** What its details in cli.json name. */
  words?: () => Record<string, string>
  run(session: Session, given: Given): Promise<Outcome>
}

/** What the command line held, already checked against the command. */
export interface Given {
  operand(name: string): string
  option(name: string): string | undefined
  /** Every value of an option that may be given more than once. */
  options(name: string): string[]
  isOn(name: string): boolean
}

export interface Outcome {
  /** What --json prints. */
  output: unknown
  /** What a person reads. */
  lines: readonly string[]
  /** Something that has to be looked at was found. */
  findings?: boolean
}

/** The command line itself is wrong; nothing was done. */
export class Misuse extends Error {}
