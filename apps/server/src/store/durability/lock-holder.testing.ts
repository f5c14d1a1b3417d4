import { FolderLocked, lockFolder } from '../pglite/folder-lock.ts'

/** Takes the lock of a folder, says so, and keeps it until it is killed; or says why it could not. */
const [folder = ''] = process.argv.slice(2)
try {
  await lockFolder(folder)
  console.log('locked')
  setInterval(() => undefined, 60_000)
} catch (error) {
  console.log(error instanceof FolderLocked ? `FolderLocked: ${error.message}` : String(error))
}
