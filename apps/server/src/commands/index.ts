import type { ServerCommand } from './command.ts'

export {
  type Bilingual,
  type CommandIo,
  CommandRefused,
  type ExitCode,
  type ServerCommand,
  WrongUse,
} from './command.ts'

/** In the order of the help. */
export const serverCommands: readonly ServerCommand[] = []
