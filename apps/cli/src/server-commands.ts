import type { CommandIo, ServerCommand } from '@yardstick/server/commands'
import type { ExitCode } from './command.ts'
import { commandHelp } from './help.ts'
import type { Shell } from './shell.ts'
import { ask, untilAskedToEnd } from './terminal.ts'
import { plainText } from './text-width.ts'

/**
 * The commands that need the server's rooms: serve, backup and their like. They are the server's own, and this is the only
 * place where one app knows another; it is loaded for those commands and the overview, so that `check` starts without it.
 */
export async function serverCommands(): Promise<readonly ServerCommand[]> {
  const { serverCommands: commands } = await import('@yardstick/server/commands')
  return commands
}

/** Runs one with the arguments behind its name, of which the language has been read. */
export async function runServerCommand(
  command: ServerCommand,
  args: readonly string[],
  shell: Shell,
): Promise<ExitCode> {
  if (args.includes('--help') || args.includes('-h')) {
    shell.print(commandHelp(command, [helpOption], shell))
    return 0
  }
  const { CommandRefused, WrongUse } = await import('@yardstick/server/commands')
  const { stdout, stderr, env, cwd } = shell.io
  const io: CommandIo = { stdout, stderr, env, cwd, language: shell.language, untilAskedToEnd, ask }
  try {
    return await command.run(args, io)
  } catch (error) {
    if (error instanceof WrongUse) {
      const help = `npx yardstick ${command.name} --help`
      const { zh, en } = error.words
      shell.say([plainText(shell.pick({ zh: `${zh}；用法见 ${help}`, en: `${en}; see ${help}` }))])
      return 2
    }
    if (!(error instanceof CommandRefused)) throw error
    shell.say([plainText(shell.pick(error.words))])
    return 1
  }
}

const helpOption = { name: 'help', short: 'h', help: { zh: '显示本帮助', en: 'show this help' } } as const
