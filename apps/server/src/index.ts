export { NeedsAccounts, type Serving, serve } from './serve.ts'
export { defaultLimits, type Limits, type Settings } from './settings.ts'
export { FolderLocked } from './store/pglite/folder-lock.ts'
export { NeedsPostgres, type Working, work } from './work.ts'
