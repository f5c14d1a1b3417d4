import { renewCases } from '@yardstick/engine'
import { adopt, type Issue, type Lineage, type Scheme } from '@yardstick/model'
import { Refusal, wrongData } from '../refusal.ts'
import { sha256 } from '../scoring/score.ts'
import { regionNames } from '../store/regions.ts'
import type { Db } from '../store/tables.ts'
import { demandNotOlder, demandPassedOn } from './limits.ts'
import { demandTrusted, type Origin } from './origin.ts'

/** How a template's scheme is to become one's own. */
export interface Asked {
  readonly mode: Lineage['mode']
  readonly parameters?: Readonly<Record<string, string>> | undefined
  readonly name?: string | undefined
  readonly allowOlder?: boolean | undefined
}

/**
 * The scheme that adopting gives in a region, and what to take note of in it; '' is nowhere in particular.
 * throws  the issues of `adopt`
 */
export async function adopted(
  db: Db,
  origin: Origin,
  region: string,
  asked: Asked,
): Promise<{ scheme: Scheme; issues: Issue[] }> {
  const { mode, parameters = {}, name } = asked
  const named = region === '' ? undefined : { name: await nameOf(db, region), code: region }
  const made = adopt(origin, { mode, parameters, ...(named === undefined ? {} : { region: named }) }, sha256)
  if (!made.ok) throw wrongData(made.issues)
  const { scheme, issues } = await renewCases(origin.scheme, made.value, sha256)
  return { scheme: name === undefined ? scheme : { ...scheme, name }, issues }
}

async function nameOf(db: Db, region: string): Promise<string> {
  return (await regionNames(db, [region])).get(region) ?? region
}

/** What stands against adopting it: that nobody answers for it, that a newer version is known. */
export async function objections(db: Db, origin: Origin, { allowOlder = false }: Asked): Promise<Issue[]> {
  const { row } = origin
  const issues: Issue[] = []
  // One after the other: what is refused while nobody waits for it ends the process.
  for (const demand of [
    () => demandTrusted(db, row),
    () => demandPassedOn(db, origin),
    ...(allowOlder ? [] : [() => demandNotOlder(db, row)]),
  ]) {
    try {
      await demand()
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      issues.push(...error.issues)
    }
  }
  return issues
}
