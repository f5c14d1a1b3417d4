import { missing, type Reading, RecordList } from '@yardstick/model'
import type { CompiledLeaf, CompiledScheme } from '../compile/compiled.ts'
import { type Asking, answered } from './asking.ts'
import type { Inputs } from './inputs.ts'
import type { Truth } from './rules.ts'

export interface RecordAnswers {
  readonly truths: readonly Truth[]
  /** What keeps the condition open for the records that it does not decide. */
  readonly open: readonly Reading[]
}

export const NO_RECORDS: RecordAnswers = { truths: [], open: [] }

/** For leaves that count the records of a list: what their condition says of each record, by the leaf's id. */
export function* askRecords(compiled: CompiledScheme, inputs: Inputs): Asking<ReadonlyMap<string, RecordAnswers>> {
  const answers = new Map<string, RecordAnswers>()
  for (const node of compiled.nodes) {
    if (node.type === 'leaf' && node.method.records !== undefined)
      answers.set(node.node.id, yield* askRecordsOf(node, inputs))
  }
  return answers
}

/** The same for one leaf; none where it counts no records. */
export function* askRecordsOf({ method }: CompiledLeaf, inputs: Inputs): Asking<RecordAnswers> {
  const { records, scoring } = method
  if (records === undefined || scoring.method !== 'share-met' || !('list' in scoring.of)) return NO_RECORDS
  const reading = inputs.read(scoring.of.list)
  if (reading.state !== 'present' || !(reading.value instanceof RecordList)) return NO_RECORDS
  const list = scoring.of.list
  const truths: Truth[] = []
  const open: Reading[] = []
  for (const row of reading.value.rows) {
    const read = (field: string): Reading => nameWithList(row.get(field), list, field)
    const answer = (yield* answered(records, read)).get('met') ?? 'unknown'
    truths.push(answer)
    if (answer === 'unknown') open.push(...records.openFacts('met', read))
  }
  return { truths, open }
}

/** A field that is not there is named with its list: the reader knows 任务.完成率, not 完成率 alone. */
function nameWithList(reading: Reading | undefined, list: string, field: string): Reading {
  return reading === undefined || reading.state === 'missing' ? missing(`${list}.${field}`) : reading
}
