import { readFileSync } from 'node:fs'
import { type Language, nearest } from '@yardstick/model'
import { type Arguments, type Option, readArguments } from './arguments.ts'
import { type Command, commonOptions, type ExitCode } from './command.ts'
import { adopt } from './commands/adopt.ts'
import { audit } from './commands/audit.ts'
import { batch } from './commands/batch.ts'
import { catalogue } from './commands/catalogue.ts'
import { check } from './commands/check.ts'
import { diff } from './commands/diff.ts'
import { impact } from './commands/impact.ts'
import { importCommand } from './commands/import.ts'
import { keyCommands } from './commands/keys.ts'
import { merge } from './commands/merge.ts'
import { pack } from './commands/pack.ts'
import { readRuleCommand } from './commands/read-rule.ts'
import { score } from './commands/score.ts'
import { standard } from './commands/standard.ts'
import { template } from './commands/template.ts'
import { verify } from './commands/verify.ts'
import { commandHelp, overview } from './help.ts'
import type { Io } from './io.ts'
import { type Bilingual, languageOf } from './language.ts'
import { Shell } from './shell.ts'
import { plainText } from './text-width.ts'

/** In the order of the work. */
const commands: readonly Command[] = [
  importCommand,
  readRuleCommand,
  check,
  standard,
  template,
  score,
  batch,
  audit,
  diff,
  impact,
  pack,
  verify,
  adopt,
  merge,
  catalogue,
  ...keyCommands,
]

/**
 * One run of `yardstick`: its arguments → its exit code. Data goes to stdout, words to stderr; a fault of ours ends as one
 * line and 1, never as a stack.
 */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  const [first = '', second = ''] = argv
  // A command may have two words: `keys new`.
  const command = commands.find(({ name }) => name === first || name === `${first} ${second}`)
  const group = command === undefined ? commands.filter(({ name }) => name.startsWith(`${first} `)) : []
  const rest = argv.slice(command?.name.includes(' ') === true ? 2 : 1)
  const options = [...(command?.options ?? [versionOption]), ...commonOptions]
  const given = readArguments(command === undefined && first.startsWith('-') ? argv : rest, options)
  const values = given.ok ? given.value : undefined
  const shell = new Shell(io, languageIn(argv) ?? languageOf(io.env), values?.flags.has('json') === true)
  if (group.length > 0 && first !== '') return ofGroup(group, second, values?.flags.has('help') === true, shell)
  if (command === undefined && /^[a-z]/.test(first) && first !== 'help') return elsewhere(first, rest, shell)
  if (values?.flags.has('help') === true || first === 'help') {
    shell.print(command === undefined ? await wholeOverview(shell) : commandHelp(command, commonOptions, shell))
    return 0
  }
  if (values?.flags.has('version') === true) {
    shell.print([`yardstick ${version()}`])
    return 0
  }
  const wrong = given.ok ? wrongUse(command, given.value) : given.words
  if (wrong !== undefined || command === undefined || values === undefined) return tellWrongUse(wrong, command, shell)
  return guarded(shell, () => command.run({ ...values, file: (index) => values.files[index]! }, shell))
}

/** The first word of several commands: what they are, or which of them was meant. */
async function ofGroup(group: readonly Command[], second: string, isHelp: boolean, shell: Shell): Promise<ExitCode> {
  if (isHelp) {
    shell.print(overview(group, shell))
    return 0
  }
  const [word = ''] = group[0]!.name.split(' ')
  const wanted = group.map(({ name }) => name.split(' ')[1]!)
  const meant = nearest(second, wanted)
  const [zh, en] = [wanted.join('、'), wanted.join(', ')]
  const suggestion =
    meant === undefined ? { zh: '', en: '' } : { zh: `，是否为 ${meant}`, en: `; did you mean ${meant}` }
  const found =
    second === '' || second.startsWith('-') ? { zh: '', en: '' } : { zh: `，现为 ${second}`, en: `, found ${second}` }
  const words = {
    zh: `${word} 之后应为 ${zh}${found.zh}${suggestion.zh}`,
    en: `behind ${word} stands one of ${en}${found.en}${suggestion.en}`,
  }
  return tellWrongUse(words, undefined, shell, word)
}

async function guarded(shell: Shell, work: () => Promise<ExitCode>): Promise<ExitCode> {
  try {
    return await work()
  } catch (error) {
    shell.say([shell.pick(fault(error))])
    return 1
  }
}

/** A command that is not one of ours may be one of the server's. */
function elsewhere(name: string, rest: readonly string[], shell: Shell): Promise<ExitCode> {
  return guarded(shell, async () => {
    const { runServerCommand, serverCommands } = await import('./server-commands.ts')
    const others = await serverCommands()
    const command = others.find((each) => each.name === name)
    if (command !== undefined) return runServerCommand(command, withoutLanguage(rest), shell)
    return tellWrongUse(noSuchCommand(name, [...commands, ...others]), undefined, shell)
  })
}

async function wholeOverview(shell: Shell): Promise<string[]> {
  const { serverCommands } = await import('./server-commands.ts')
  return overview([...commands, ...(await serverCommands())], shell)
}

const versionOption: Option = {
  name: 'version',
  short: 'V',
  help: { zh: '显示版本', en: 'show the version' },
}

function wrongUse(command: Command | undefined, given: Arguments): Bilingual | undefined {
  const said = given.values.get('lang')
  if (said !== undefined && said !== 'zh' && said !== 'en') {
    return { zh: `--lang 应为 zh 或 en，现为 ${said}`, en: `--lang is zh or en, found ${said}` }
  }
  if (command === undefined) return noCommand
  const names = command.files.split(' ').filter((name) => name !== '')
  const lacking = names[given.files.length]
  if (lacking !== undefined && !(lacking.endsWith('…') && given.files.length >= names.length)) {
    return { zh: `缺少文件 ${lacking}`, en: `The file ${lacking} is missing` }
  }
  const surplus = given.files[names.length]
  if (surplus !== undefined && !command.files.endsWith('…')) {
    return { zh: `多余的参数 ${surplus}`, en: `There is an argument too many: ${surplus}` }
  }
  const needed = command.options.find(({ name, isRequired }) => isRequired === true && !given.values.has(name))
  if (needed === undefined) return undefined
  const shown = `--${needed.name} ${needed.value ?? ''}`
  return { zh: `缺少 ${shown}`, en: `${shown} is missing` }
}

function noSuchCommand(name: string, known: readonly { readonly name: string }[]): Bilingual {
  const meant = nearest(
    name,
    known.map((each) => each.name),
  )
  return {
    zh: `没有命令 ${name}${meant === undefined ? '' : `，是否为 ${meant}`}`,
    en: `There is no command ${name}${meant === undefined ? '' : `; did you mean ${meant}`}`,
  }
}

const noCommand: Bilingual = { zh: '缺少命令', en: 'A command is missing' }

async function tellWrongUse(
  wrong: Bilingual | undefined,
  command: Command | undefined,
  shell: Shell,
  group?: string,
): Promise<ExitCode> {
  if (wrong === noCommand) shell.say([...(await wholeOverview(shell)), ''])
  const name = command?.name ?? group
  const help = `npx yardstick ${name === undefined ? '' : `${name} `}--help`
  if (wrong !== undefined) {
    shell.say([plainText(shell.pick({ zh: `${wrong.zh}；用法见 ${help}`, en: `${wrong.en}; see ${help}` }))])
  }
  return 2
}

/** Read from the arguments as they stand, so that a wrong option beside it is told in the right language. */
function languageIn(argv: readonly string[]): Language | undefined {
  const at = argv.findIndex((argument) => argument === '--lang' || argument.startsWith('--lang='))
  const said = argv[at] === '--lang' ? argv[at + 1] : argv[at]?.slice('--lang='.length)
  return said === 'zh' || said === 'en' ? said : undefined
}

function withoutLanguage(args: readonly string[]): string[] {
  return args.filter((each, at) => each !== '--lang' && !each.startsWith('--lang=') && args[at - 1] !== '--lang')
}

function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  return (manifest as { version: string }).version
}

/** Where in our code it happened, without the folders of the machine it happened on. */
function fault(error: unknown): Bilingual {
  const message = error instanceof Error ? error.message : String(error)
  const place = /([\w-]+\.[jt]s:\d+):\d+/.exec(error instanceof Error ? (error.stack ?? '') : '')?.[1]
  const what = plainText(`${message}${place === undefined ? '' : ` (${place}, ${version()})`}`)
  return {
    zh: `标尺自身出错：${what}；请把这一行连同所用的命令和文件报告给我们`,
    en: `A fault of Yardstick's own: ${what}; please report this line with the command and the files`,
  }
}
