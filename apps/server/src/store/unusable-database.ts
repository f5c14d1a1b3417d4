export const OLDEST_POSTGRES = 14

/** A PostgreSQL that would refuse our SQL here and there, and that its makers mend no more. */
export class DatabaseTooOld extends Error {
  constructor(readonly version: string) {
    super(`PostgreSQL ${OLDEST_POSTGRES} or newer is needed, this one is ${version}`)
  }
}

/** The tables were made by a newer Yardstick: this one does not know what they mean. */
export class DatabaseNewer extends Error {
  constructor(readonly step: string) {
    super(`the tables are those of a newer Yardstick (${step})`)
  }
}

/** The files of an embedded database are not what they were. */
export class DatabaseDamaged extends Error {}
