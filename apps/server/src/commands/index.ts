import { admin } from './admin.ts'
import { auditLog } from './audit-log.ts'
import { backup } from './backup.ts'
import type { ServerCommand } from './command.ts'
import { move } from './move.ts'
import { restore } from './restore.ts'
import { serve } from './serve.ts'
import { worker } from './worker.ts'

export {
  type Bilingual,
  type CommandIo,
  CommandRefused,
  type ExitCode,
  type ServerCommand,
  WrongUse,
} from './command.ts'

/** In the order of the help. What is heavy a command imports when it runs, so that the help is there at once. */
export const serverCommands: readonly ServerCommand[] = [serve, worker, admin, auditLog, backup, restore, move]
