import { runSql } from '../run-sql.ts'
import type { Db } from '../tables.ts'
import { type ColumnShape, quoted, type TableShape, tableShapes } from './table-shapes.ts'

/** Random rows in every table there is, with what they refer to; the same seed gives the same rows. */
export async function fillAtRandom(db: Db, seed: number, rowsPerTable: number): Promise<void> {
  const random = mulberry(seed)
  const references = await referencesOf(db)
  const done = new Set<string>(['audit_head'])
  const shapes = (await tableShapes(db)).filter(({ name }) => !done.has(name))
  while (shapes.length > 0) {
    const at = shapes.findIndex(({ name }) =>
      references.every((each) => each.from !== name || each.to === name || done.has(each.to)),
    )
    const [table] = shapes.splice(at, 1)
    if (at < 0 || table === undefined) throw new Error('tables refer to each other in a circle')
    for (let row = 0; row < rowsPerTable; row++) await insertOne(db, table, references, random)
    done.add(table.name)
  }
}

interface Reference {
  readonly from: string
  readonly column: string
  readonly to: string
  readonly key: string
}

async function referencesOf(db: Db): Promise<Reference[]> {
  const { rows } = await runSql(
    db,
    `select f.relname as "from", fa.attname as "column", t.relname as "to", ta.attname as key
      from pg_constraint c
      join pg_class f on f.oid = c.conrelid join pg_class t on t.oid = c.confrelid
      join pg_attribute fa on fa.attrelid = f.oid and fa.attnum = c.conkey[1]
      join pg_attribute ta on ta.attrelid = t.oid and ta.attnum = c.confkey[1]
      where c.contype = 'f' and c.connamespace = current_schema()::regnamespace and cardinality(c.conkey) = 1`,
  )
  return rows as unknown as Reference[]
}

async function insertOne(db: Db, table: TableShape, references: Reference[], random: () => number): Promise<void> {
  const values: unknown[] = []
  for (const column of table.columns) {
    const to = references.find((each) => each.from === table.name && each.column === column.name)
    values.push(to === undefined ? randomValue(column, random) : await keyIn(db, to, random))
  }
  const slots = table.columns.map(({ type }, at) => `$${at + 1}::${type}`)
  const names = table.columns.map(({ name }) => quoted(name))
  // Where a random row would stand twice, one is enough.
  await runSql(
    db,
    `insert into ${quoted(table.name)} (${names.join()}) values (${slots.join()}) on conflict do nothing`,
    values,
  )
}

async function keyIn(db: Db, { to, key }: Reference, random: () => number): Promise<unknown> {
  const { rows } = await runSql(db, `select ${quoted(key)} as key from ${quoted(to)} order by 1`)
  return rows.length === 0 ? null : rows[Math.floor(random() * rows.length)]!['key']
}

/** Texts that are documents, that look like them, and that hold what lines and JSON are made of. */
const texts = [
  '{"yardstick":"scheme/1","分值":"7.5","children":[{"a":null},{}]}',
  '{"b":1,"a":[true,false]}',
  '{ "a": 1 }',
  '{"9":1,"10":2}',
  '{"10":2,"9":1}',
  '{"a":1.0}',
  '[1,]',
  '{',
  '{}',
  '[]',
  'null',
  '"text"',
  '统一“引号”与\n换行\t',
  'line\u2028separator\u2029',
  '\\x00 \\u0000 \'"',
  '😀',
  '',
]

function randomValue({ type }: ColumnShape, random: () => number): unknown {
  const whole = (below: number) => Math.floor(random() * below)
  switch (type) {
    case 'boolean':
      return random() < 0.5
    case 'integer':
      return whole(2 ** 31) - 2 ** 30
    case 'bigint':
      return whole(2 ** 53)
    case 'numeric':
      return `${whole(1e9)}.${whole(1e9)}0`
    case 'text':
      return `${texts[whole(texts.length)]}${random() < 0.5 ? '' : whole(1e9)}`
    case 'text[]':
      return Array.from({ length: whole(4) }, () => texts[whole(texts.length)])
    case 'timestamp with time zone':
      return `2${String(whole(1000)).padStart(3, '0')}-0${whole(9) + 1}-1${whole(9)}T23:59:59.${whole(1e6)}+08:00`
    case 'jsonb':
      return JSON.stringify({ b: whole(10), 乙: ['x', null], a: { long: texts[whole(texts.length)] } })
    case 'bytea':
      return Buffer.from(Array.from({ length: whole(300) }, () => whole(256)))
    default:
      throw new Error(`no random value of ${type}`)
  }
}

/** Seeded numbers in [0, 1). */
function mulberry(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
