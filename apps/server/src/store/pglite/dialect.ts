import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely'
import type { PGliteConnection } from './connection.ts'

/**
 * Kysely over the embedded database: PostgreSQL's own dialect on one connection. Whoever holds the connection, for a
 * statement or for a transaction, holds it alone; the others wait in line.
 */
export function pgliteDialect(connection: PGliteConnection): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new OneConnectionDriver(connection),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  }
}

class OneConnectionDriver implements Driver {
  private last: Promise<void> = Promise.resolve()
  private release: (() => void) | undefined

  constructor(private readonly connection: PGliteConnection) {}

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.last
    let release: (() => void) | undefined
    this.last = new Promise((resolve) => {
      release = resolve
    })
    await before
    this.release = release
    return {
      executeQuery: async <R>({ sql, parameters }: CompiledQuery) => {
        const { rows, affected } = await this.connection.query(sql, parameters)
        return { rows: rows as R[], numAffectedRows: BigInt(affected) }
      },
      // Rows that do not fit into memory are read page by page, by key, on both stores.
      streamQuery: () => {
        throw new Error('the embedded database does not stream')
      },
    }
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin'))
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'))
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback'))
  }

  async releaseConnection(): Promise<void> {
    this.release?.()
  }

  async destroy(): Promise<void> {
    await this.connection.close()
  }
}
