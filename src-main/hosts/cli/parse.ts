import { type ParseArgsConfig, parseArgs } from 'node:util'
import { text } from '../../language/text.ts'
import { type Command, type Given, Misuse } from './command.ts'
import { commands } from './commands.ts'
import { usage } from './help.ts'

const ofEveryCommand: ParseArgsConfig['options'] = { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } }

/** The command whose name the words begin with, and the words after it. */
export function findCommand(words: readonly string[]): { command: Command; rest: string[] } {
  const command = commands.find(({ name }) => name.split(' ').every((word, index) => words[index] === word))
  if (!command) throw new Misuse(text('cli:unknownCommand', { name: words.slice(0, 1).join(' ') }))
  return { command, rest: words.slice(command.name.split(' ').length) }
}

/** Reads what was typed after a command's name. @throws Misuse for an unknown option, or too little or too much. */
export function parseGiven(command: Command, rest: readonly string[]): Given {
  const { values, positionals } = parseOptions(command, rest)
  const names = command.operands.map((operand) => operand.replace('?', ''))
  const required = command.operands.filter((operand) => !operand.endsWith('?')).length
  const missing = Object.entries(command.options).find(([name, { required }]) => required && values[name] === undefined)
  const isHelp = values.help === true
  if (!isHelp && positionals.length < required)
    throw new Misuse(text('cli:missingOperand', { name: names[positionals.length] ?? '', usage: usage(command) }))
  if (!isHelp && positionals.length > names.length)
    throw new Misuse(text('cli:tooMany', { word: positionals[names.length] ?? '', usage: usage(command) }))
  if (!isHelp && missing) throw new Misuse(text('cli:missingOption', { name: missing[0], usage: usage(command) }))
  return {
    operand: (name) => positionals[names.indexOf(name)] ?? '',
    option: (name) => (typeof values[name] === 'string' ? values[name] : undefined),
    options: (name) => [values[name] ?? []].flat().filter((value) => typeof value === 'string'),
    isOn: (name) => values[name] === true,
  }
}

function parseOptions(command: Command, rest: readonly string[]) {
  const own = Object.entries(command.options).map(
    ([name, { value, isRepeatable = false }]) => [name, { type: value ? 'string' : 'boolean', multiple: isRepeatable }] as const,
  )
  try {
    return parseArgs({ args: [...rest], allowPositionals: true, options: { ...ofEveryCommand, ...Object.fromEntries(own) } })
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split(/\. |\n/)[0] ?? '') : ''
    throw new Misuse(text('cli:wrongOption', { reason, usage: usage(command) }))
  }
}
