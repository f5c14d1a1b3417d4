import { RecordList } from '@yardstick/model'
import type { CompiledLeaf, CompiledScheme } from '../compile/compiled.ts'
import type { Inputs } from './inputs.ts'
import type { Truth } from './rules.ts'

/** For leaves that count the records of a list: what their condition says of each record, by the leaf's id. */
export async function askRecords(
  compiled: CompiledScheme,
  inputs: Inputs,
): Promise<ReadonlyMap<string, readonly Truth[]>> {
  const answers = new Map<string, readonly Truth[]>()
  for (const node of compiled.nodes) {
    if (node.type === 'leaf' && node.method.records !== undefined)
      answers.set(node.node.id, await askLeaf(node, inputs))
  }
  return answers
}

async function askLeaf({ method }: CompiledLeaf, inputs: Inputs): Promise<readonly Truth[]> {
  const { records, scoring } = method
  if (records === undefined || scoring.method !== 'share-met' || !('list' in scoring.of)) return []
  const reading = inputs.read(scoring.of.list)
  if (reading.state !== 'present' || !(reading.value instanceof RecordList)) return []
  const answers: Truth[] = []
  for (const row of reading.value.rows) {
    const answer = await records.ask((field) => row.get(field) ?? { state: 'missing', names: [field] })
    answers.push(answer.get('met') ?? 'unknown')
  }
  return answers
}
