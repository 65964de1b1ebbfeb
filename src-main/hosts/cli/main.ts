import { reportError, text } from '../../language/text.ts'
import { applicationVersion } from '../../version.ts'
import { userFolder } from '../user-path.ts'
import { type Command, type Given, Misuse, type Outcome } from './command.ts'
import { commands } from './commands.ts'
import { exitCode, exitCodeOf } from './exit-code.ts'
import { commandHelp, overview } from './help.ts'
import { findCommand, parseGiven } from './parse.ts'
import { progressLine } from './progress-line.ts'
import { Session } from './session.ts'
import { StoppableApplication } from './stoppable.ts'

const print = (lines: readonly string[]) => void process.stdout.write(`${lines.join('\n')}\n`)

/** Does what the command line asks, and says how it went: see exitCode. */
async function main(words: readonly string[], isJson: boolean): Promise<number> {
  const [first, ...others] = words
  if (first === undefined) throw new Misuse(text('cli:noCommand'))
  if (first === '--version') return printed([applicationVersion()])
  if (first === 'help' || first === '--help' || first === '-h') {
    return printed(others.length === 0 ? overview(commands) : commandHelp(findCommand(others).command))
  }
  const { command, rest } = findCommand(words)
  const given = parseGiven(command, rest)
  if (given.isOn('help')) return printed(commandHelp(command))
  const { output, lines, findings } = await run(command, given, isJson)
  print(isJson ? [JSON.stringify(output, null, 2)] : lines)
  return findings ? exitCode.findings : exitCode.fine
}

function printed(lines: readonly string[]): number {
  print(lines)
  return exitCode.fine
}

/** Ctrl+C stops a job, which removes what it had begun to write. */
async function run(command: Command, given: Given, isJson: boolean): Promise<Outcome> {
  const application = new StoppableApplication()
  try {
    return await command.run(new Session(application, process.stderr.isTTY && !isJson ? progressLine : undefined), given)
  } finally {
    if (application.leftOut.size > 0) process.stderr.write(`${[text('cli:leftOut'), ...application.leftOut].join('\n')}\n`)
    await application.close()
  }
}

/** One line on the standard error, as JSON if that was asked for. */
function fail(error: unknown, isJson: boolean): number {
  const report = error instanceof Misuse ? { code: 'invalid-input' as const, sentence: error.message, details: {} } : reportError(error)
  const sentence = report.sentence.replace(/\s*\n\s*/g, ' ')
  process.stderr.write(`${isJson ? JSON.stringify({ ...report, sentence }) : `fieldbook: ${sentence}`}\n`)
  return exitCodeOf(report.code)
}

const words = process.argv.slice(2)
const isJson = words.includes('--json')
process.chdir(userFolder())
// A reader such as `head` may stop listening; that is its right.
process.stdout.on('error', () => {})
main(words, isJson).then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    process.exitCode = fail(error, isJson)
  },
)
