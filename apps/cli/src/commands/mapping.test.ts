import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, test } from 'vitest'
import { folderWith, smallScheme, smallSubmission, yardstick } from '../io.testing.ts'

const mapping = (items: object) => ({ yardstick: 'mapping/1', items })
const local = { ...smallSubmission, items: { 群众满意率: '81' } }
const cwd = folderWith({
  's.json': smallScheme,
  'u.json': local,
  'm.json': mapping({ 满意度: { name: '群众满意率', unit: '%' } }),
  'bad.json': mapping({ 不满意度: { name: '群众满意率' } }),
  'unit.json': mapping({ 满意度: { name: '群众满意率', unit: '万元' } }),
  'all.ndjson': `${JSON.stringify(local)}\n${JSON.stringify({ ...local, items: { 群众满意率: '90' } })}\n`,
})

test('local names and units are read through the mapping, and the scheme stays as it is', async () => {
  const ran = await yardstick(['score', 's.json', 'u.json', '--mapping', 'm.json', '--json'], { cwd })
  expect(JSON.parse(ran.stdout).total).toBe('9.4')
  const without = await yardstick(['score', 's.json', 'u.json', '--json'], { cwd })
  expect(JSON.parse(without.stdout).total).toBe(null)
})

test('so are those of a batch, line by line', async () => {
  const ran = await yardstick(['batch', 's.json', 'all.ndjson', '-o', 'out.ndjson', '--mapping', 'm.json'], { cwd })
  expect(ran.code).toBe(0)
  const lines = readFileSync(join(cwd, 'out.ndjson'), 'utf8').trim().split('\n')
  expect(lines.map((line) => (JSON.parse(line) as { total: string }).total)).toEqual(['9.4', '10'])
})

test('so are files that come back, and what is written has the names of the scheme', async () => {
  const folder = folderWith({ 's.json': smallScheme, 'm.json': mapping({ 满意度: { name: '群众满意率', unit: '%' } }) })
  mkdirSync(join(folder, 'back'))
  writeFileSync(join(folder, 'back', 'one.json'), JSON.stringify(local))
  const ran = await yardstick(['batch', 's.json', 'back', '--mapping', 'm.json', '--apply', 'out.ndjson'], {
    cwd: folder,
  })
  expect(ran.code).toBe(0)
  const { items } = JSON.parse(readFileSync(join(folder, 'out.ndjson'), 'utf8'))
  expect(items).toMatchObject({ 满意度: { layers: [{ layer: 'reported', value: '0.81' }] } })
})

it.each([
  ['an item that the scheme does not have', ['score', 's.json', 'u.json', '--mapping', 'bad.json'], 1, 'MAPPING_ITEM'],
  ['a unit of another kind', ['score', 's.json', 'u.json', '--mapping', 'unit.json'], 1, 'MAPPING_UNIT'],
  ['a file that is no mapping', ['score', 's.json', 'u.json', '--mapping', 's.json'], 1, 'DOCUMENT_KIND'],
])('%s is told', async (_, argv, code, words) => {
  const ran = await yardstick(argv, { cwd })
  expect({ code: ran.code, said: ran.stderr }).toEqual({ code, said: expect.stringContaining(words) })
})
