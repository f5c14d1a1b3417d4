import {
  entryOf,
  expertName,
  expertsOf,
  type Issue,
  indicatorById,
  isLeafPlace,
  isSameExpert,
  type LayerEntry,
  layersOf,
  type Scheme,
  type Submission,
  type UnitEntries,
} from '@yardstick/model'
import type { Person } from '../access/person.ts'
import { mayDo } from '../access/rights.ts'
import type { SubmissionRow } from '../store/submissions.ts'
import type { Db } from '../store/tables.ts'
import { hasPanel } from './panel.ts'
import { conductingPlace, mayRead } from './places.ts'
import { schemeFor } from './scheme-for.ts'
import { settled } from './stages.ts'
import { submissionOf } from './stored-documents.ts'

/** What of a submission, and of its history, somebody may see. */
export interface Sight {
  /** Else what the department reported, and nothing of what others make of it. */
  readonly seesAll: boolean
  /** Of what is seen, this is not. */
  hides(place: Pick<LayerEntry, 'of' | 'id' | 'unit'>): boolean
}

/** Until a result is settled a department sees what it reported itself, and not what is about to be made of it. */
export function seesAllLayers(row: SubmissionRow, { grants }: Person): boolean {
  return settled.includes(row.stage) || mayRead(grants, 'submission.read-judged', row)
}

/**
 * While a panel judges, its experts do not know of each other: one sees what the others gave a leaf once the own score
 * stands beside theirs, and all of it from 复核 on. Those who verify lead the panel and see it as it grows; so does
 * whoever may read and gives no score.
 *
 * submission  as it is, where that is not yet what the row holds
 */
export async function sightOf(
  db: Db,
  row: SubmissionRow,
  person: Person,
  submission = submissionOf(row),
): Promise<Sight> {
  const seesAll = seesAllLayers(row, person)
  const place = conductingPlace(row)
  const scoresAlone =
    mayDo(person.grants, 'submission.judge', place) && !mayDo(person.grants, 'submission.verify', place)
  if (!seesAll || !scoresAlone || row.stage !== 'evaluate') return { seesAll, hides: () => false }
  const panels = panelsOf(await schemeFor(db, row))
  const own = expertName(person)
  return {
    seesAll,
    hides({ of, id, unit }) {
      if (of !== 'judgements' || !panels.has(id)) return false
      const at = unit === undefined ? submission : submission.units?.find(({ name }) => name === unit)
      const judged = layersOf(entryOf(at?.judgements, id)).find(({ layer }) => layer === 'judged')
      return !expertsOf(judged).some(({ who }) => isSameExpert(who, own))
    },
  }
}

/** Whether anything of it is hidden, so that its scores would tell it. */
export function hidesSome(submission: Submission, { hides }: Sight): boolean {
  const places = [submission, ...(submission.units ?? [])]
  return places.some((place) => {
    const unit = 'name' in place ? place.name : undefined
    return Object.keys(place.judgements ?? {}).some((id) => hides({ of: 'judgements', id, unit }))
  })
}

/** Without the judgements that are hidden. */
export function seen(submission: Submission, { hides }: Sight): Submission {
  const within = <T extends Pick<UnitEntries, 'judgements'>>(of: T, unit: string | undefined): T => {
    const { judgements = {}, ...rest } = of
    const kept = Object.entries(judgements).filter(([id]) => !hides({ of: 'judgements', id, unit }))
    if (kept.length === Object.keys(judgements).length) return of
    return (kept.length === 0 ? rest : { ...rest, judgements: Object.fromEntries(kept) }) as T
  }
  const { units } = submission
  const own = within(submission, undefined)
  return units === undefined ? own : { ...own, units: units.map((unit) => within(unit, unit.name)) }
}

/** An issue tells the value it is about. */
export function seenIssues(issues: readonly Issue[], submission: Submission, { hides }: Sight): readonly Issue[] {
  return issues.filter(({ pointer }) => {
    const [, unit, id] = /^(?:\/units\/(\d+))?\/judgements\/([^/]+)/.exec(pointer) ?? []
    if (id === undefined) return true
    const name = id.replaceAll('~1', '/').replaceAll('~0', '~')
    return !hides({
      of: 'judgements',
      id: name,
      unit: unit === undefined ? undefined : submission.units?.[Number(unit)]?.name,
    })
  })
}

function panelsOf(scheme: Scheme): ReadonlySet<string> {
  const places = [...indicatorById(scheme)]
  return new Set(places.filter(([, place]) => isLeafPlace(place) && hasPanel(place.node)).map(([id]) => id))
}
