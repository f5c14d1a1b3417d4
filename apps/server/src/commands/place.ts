import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Database, DatabasePlace } from '../store/database.ts'
import { FolderLocked } from '../store/pglite/folder-lock.ts'
import { type CommandIo, CommandRefused } from './command.ts'

/**
 * Which database a command works on: a folder named by `--data`, else the PostgreSQL of `DATABASE_URL`, else the folder of
 * `YARDSTICK_DATA`, else a folder of this person's own.
 */
export function placeOf(data: string | undefined, { env, cwd }: Pick<CommandIo, 'env' | 'cwd'>): DatabasePlace {
  if (data !== undefined) return { folder: resolve(cwd, data) }
  const url = env['DATABASE_URL']
  return url ? { url } : { folder: dataFolder(undefined, { env, cwd }) }
}

/** Also with a PostgreSQL there is a folder: for what belongs to this computer. */
export function dataFolder(data: string | undefined, { env, cwd }: Pick<CommandIo, 'env' | 'cwd'>): string {
  const named = data ?? env['YARDSTICK_DATA']
  if (named) return resolve(cwd, named)
  const local = env['LOCALAPPDATA']
  if (process.platform === 'win32' && local) return join(local, 'Yardstick')
  return join(env['HOME'] || homedir(), '.yardstick')
}

/** Opens the database of a command. throws  `CommandRefused` where another process has the folder */
export async function openPlace(place: DatabasePlace): Promise<Database> {
  const { openDatabase } = await import('../store/database.ts')
  try {
    return await openDatabase(place)
  } catch (error) {
    throw error instanceof FolderLocked ? lockedWords(error) : error
  }
}

export function lockedWords({ folder, by }: FolderLocked): CommandRefused {
  return new CommandRefused({
    zh: `数据文件夹 ${folder} 正被另一个标尺使用（${by}）；请先结束它，或用 --data 另选文件夹`,
    en: `The data folder ${folder} is in use by another Yardstick (${by}); end that one first, or name another folder by --data`,
  })
}
