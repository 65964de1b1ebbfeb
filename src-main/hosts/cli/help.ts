import { text } from '../../language/text.ts'
import type { Command, Option } from './command.ts'
import { alignedColumns } from './layout.ts'

const shown = ([name, { value, required, isRepeatable }]: [string, Option]) => {
  const option = value ? `--${name} ${value}` : `--${name}`
  return required ? option : `[${option}]${isRepeatable ? '...' : ''}`
}

/** The command as it is typed: `fieldbook new FILE --client NAME [--sample]`. */
export function usage({ name, operands, options }: Command): string {
  const places = operands.map((operand) => (operand.endsWith('?') ? `[${operand.slice(0, -1)}]` : operand))
  return ['fieldbook', name, ...places, ...Object.entries(options).map(shown)].join(' ')
}

const textOf = (command: Command, part: string) => text(`cli:commands.${command.name.replace(' ', '-')}.${part}`, command.words?.() ?? {})

export function commandHelp(command: Command): string[] {
  return [textOf(command, 'summary'), '', `  ${usage(command)}`, '', textOf(command, 'details')]
}

export function overview(commands: readonly Command[]): string[] {
  const rows = commands.map((command) => [`  ${command.name}`, textOf(command, 'summary')])
  return [text('cli:about'), '', ...alignedColumns(rows), '', text('cli:more')]
}
