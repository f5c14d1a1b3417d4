import { Exact, issue, type ShareMetScoring } from '@yardstick/model'
import { type LeafRun, unknownReadings } from '../leaf-run.ts'
import { failed, type Outcome, scored, unscored } from '../outcome.ts'

/** 达标占比: how many of the sibling indicators, or of a list's records, reached their target. */
export function shareMet(run: LeafRun): Outcome {
  const { of } = run.leaf.method.scoring as ShareMetScoring
  return 'list' in of ? shareOfRecords(run, of.list) : shareOfSiblings(run)
}

/** Of the records of one list, with what its condition says of each. */
export function shareOfRecords(
  { leaf, inputs, records: { truths, open } }: Pick<LeafRun, 'leaf' | 'inputs' | 'records'>,
  list: string,
): Outcome {
  const reading = inputs.read(list)
  if (reading.state !== 'present') return unscored(reading)
  if (truths.includes('unknown')) return unknownReadings(open)
  const met = truths.filter((truth) => truth === 'true').length
  return share(leaf, met, truths.length, [], reading.provisional === true)
}

function shareOfSiblings({ leaf, siblings }: LeafRun): Outcome {
  const counted = siblings.filter((sibling) => sibling.state !== 'not-applicable')
  const error = counted.find((sibling) => sibling.state === 'error')
  if (error?.issue !== undefined) return failed(error.issue)
  const missing = counted.filter((sibling) => sibling.state !== 'present')
  if (missing.length > 0) return { state: 'missing', names: missing.map((sibling) => sibling.name) }
  const unmet = counted.filter((sibling) => !sibling.isMet).map((sibling) => sibling.name)
  const isProvisional = counted.some((sibling) => sibling.provisional === true)
  return share(leaf, counted.length - unmet.length, counted.length, unmet, isProvisional)
}

function share(
  leaf: LeafRun['leaf'],
  met: number,
  counted: number,
  unmet: readonly string[],
  provisional: boolean,
): Outcome {
  if (counted === 0) {
    return failed(
      issue('SCORING_NOTHING_COUNTED', {
        pointer: `${leaf.pointer}/scoring`,
        where: leaf.path,
        expected: '>= 1',
        found: 0,
      }),
    )
  }
  const score = leaf.points.times(Exact.ratio(BigInt(met), BigInt(counted)))
  return scored(score, { kind: 'share-met', met, counted, unmet }, provisional)
}
