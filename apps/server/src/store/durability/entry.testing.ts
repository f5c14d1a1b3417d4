/** Asks the database, in or outside a transaction. */
export type Run = (sql: string, parameters?: readonly unknown[]) => Promise<{ rows: Record<string, unknown>[] }>

export const LINES = 5

/** One transaction that touches three tables: whole it leaves the balances' sum as it was. */
export async function writeEntry(run: Run, n: number): Promise<void> {
  const amount = (n % 7) - 3
  const body = 'x'.repeat(1 + Math.floor(Math.random() ** 4 * 20_000))
  await run('update balance set amount = amount - $1 where id = 1', [amount])
  await run('insert into entry (n, length, body) values ($1, $2, $3)', [n, body.length, body])
  for (let k = 0; k < LINES; k++) await run('insert into line (n, k) values ($1, $2)', [n, k])
  await run('update balance set amount = amount + $1 where id = 2', [amount])
}
