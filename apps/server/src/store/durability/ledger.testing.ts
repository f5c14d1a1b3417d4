import { expect } from 'vitest'
import { LINES, type Run } from './entry.testing.ts'

const TOTAL = 1000

export async function makeLedger(run: Run): Promise<void> {
  await run(`
    create table balance (id integer primary key, amount integer not null);
    insert into balance values (1, ${TOTAL / 2}), (2, ${TOTAL / 2});
    create table entry (n integer primary key, length integer not null, body text not null);
    create table line (n integer not null, k integer not null, primary key (n, k))`)
}

/** Every acknowledged entry is there, every entry there is whole, and the sums are right; returns the entries. */
export async function expectWhole(run: Run, acknowledged: Iterable<number>): Promise<number[]> {
  const { rows: sums } = await run('select sum(amount)::integer as total from balance')
  const { rows } = await run(`
    select n, length = length(body) as whole, (select count(*)::integer from line where line.n = entry.n) as lines
    from entry order by n`)
  const { rows: orphans } = await run('select n from line where not exists (select from entry where entry.n = line.n)')
  const entries = rows.map(({ n }) => n as number)
  const there = new Set(entries)
  expect({
    sums,
    orphans,
    broken: rows.filter(({ whole, lines }) => whole !== true || lines !== LINES),
    lost: [...acknowledged].filter((n) => !there.has(n)),
  }).toEqual({ sums: [{ total: TOTAL }], orphans: [], broken: [], lost: [] })
  return entries
}
