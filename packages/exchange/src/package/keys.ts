export { type LockedKey, lockKey, type Random, readLockedKey, unlockKey } from './locked-key.ts'
export { type NewKey, newKey } from './signature.ts'
