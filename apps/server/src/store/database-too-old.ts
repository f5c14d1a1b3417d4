export const OLDEST_POSTGRES = 14

/** A PostgreSQL that would refuse our SQL here and there, and that its makers mend no more. */
export class DatabaseTooOld extends Error {
  constructor(readonly version: string) {
    super(`PostgreSQL ${OLDEST_POSTGRES} or newer is needed, this one is ${version}`)
  }
}
