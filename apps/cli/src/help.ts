import type { Option } from './arguments.ts'
import type { Command } from './command.ts'
import { labelled } from './render/list.ts'
import type { Shell } from './shell.ts'

const words = {
  zh: {
    about: '标尺 Yardstick：指标体系以 JSON 设计，精确计分，失分都有说明。',
    usage: '用法',
    command: '命令',
    options: '选项',
    commands: '命令',
    more: '各命令的用法：npx yardstick 命令 --help',
    exit: '退出码：0 正常；1 有错误、总分暂不能得出或核对有发现；2 用法不对或文件读不出。',
  },
  en: {
    about: 'Yardstick 标尺: indicator systems designed as JSON, scored exactly, every lost point explained.',
    usage: 'Usage',
    command: 'COMMAND',
    options: 'Options',
    commands: 'Commands',
    more: 'Of each command: npx yardstick COMMAND --help',
    exit: 'Exit code: 0 fine; 1 an error, no total, or something found; 2 wrong use or an unreadable file.',
  },
} as const

/** What the help reads of a command, ours or the server's. */
type Described = Pick<Command, 'name' | 'files' | 'summary' | 'details' | 'options'>

export function overview(commands: readonly Described[], shell: Shell): string[] {
  const { paint, language, width } = shell
  const said = words[language]
  return [
    said.about,
    '',
    `${paint.bold(said.usage)}  npx yardstick ${said.command} …`,
    '',
    paint.bold(said.commands),
    ...labelled(
      commands.map(({ name, files, summary }) => [`${name} ${files}`.trimEnd(), shell.pick(summary)]),
      width,
      '  ',
    ),
    '',
    said.more,
    said.exit,
  ]
}

/** `common`: the options it has besides its own. */
export function commandHelp(command: Described, common: readonly Option[], shell: Shell): string[] {
  const { paint, language, width } = shell
  const said = words[language]
  const { name, files, summary, details, options } = command
  const required = options
    .filter(({ isRequired }) => isRequired === true)
    .map(({ name, short, value }) => ` ${short === undefined ? `--${name}` : `-${short}`} ${value ?? ''}`)
  return [
    shell.pick(summary),
    '',
    `${paint.bold(said.usage)}  npx yardstick ${name} ${files}${required.join('')}`,
    ...(details === undefined ? [] : ['', ...shell.pick(details).split('\n')]),
    '',
    paint.bold(said.options),
    ...labelled(
      [...options, ...common].map((each) => [spelling(each), shell.pick(each.help)]),
      width,
      '  ',
    ),
    '',
    said.exit,
  ]
}

function spelling({ name, short, value }: Option): string {
  return `${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`
}
