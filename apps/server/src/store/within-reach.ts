import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import { type Grant, regionPrefix } from '../access/rights.ts'

/** The columns, of whatever table, that say where a row is; one that is missing is out of reach of grants limited by it. */
export interface PlaceColumns {
  readonly region: string
  readonly campaign?: string
  readonly department?: string
}

/** The rows that these grants reach: `covers` of `access/rights.ts`, as a condition of a query. */
export function withinReach(grants: readonly Grant[], { region, campaign, department }: PlaceColumns) {
  // biome-ignore lint/suspicious/noExplicitAny: the columns are named by the caller, of any table
  return (builder: ExpressionBuilder<any, any>): Expression<SqlBool> => {
    const reached = grants.flatMap((grant) => {
      const conditions: Expression<SqlBool>[] = []
      const prefix = regionPrefix(grant.region)
      if (prefix !== '') conditions.push(sql<SqlBool>`${sql.ref(region)} like ${`${prefix}%`}`)
      for (const [limit, column] of [
        [grant.campaign, campaign],
        [grant.department, department],
      ] as const) {
        if (limit === null) continue
        if (column === undefined) return []
        conditions.push(sql<SqlBool>`${sql.ref(column)} = ${limit}`)
      }
      return [conditions.length === 0 ? sql<SqlBool>`true` : builder.and(conditions)]
    })
    return reached.length === 0 ? sql<SqlBool>`false` : builder.or(reached)
  }
}
