import type { ServerCommand } from './command.ts'
import { serve } from './serve.ts'

export {
  type Bilingual,
  type CommandIo,
  CommandRefused,
  type ExitCode,
  type ServerCommand,
  WrongUse,
} from './command.ts'

/** In the order of the help. What is heavy a command imports when it runs, so that the help is there at once. */
export const serverCommands: readonly ServerCommand[] = [serve]
