import { LeastRecent } from '../least-recent.ts'
import { departmentsMark } from '../store/departments.ts'
import type { Run } from '../store/runs.ts'
import type { Db } from '../store/tables.ts'
import { type Statistics, statisticsOf } from './statistics.ts'

/**
 * Statistics of runs, made once for all who ask: results of a run that is done change no more, only where departments
 * belong may.
 */
export class KeptStatistics {
  private readonly kept = new LeastRecent<string, Promise<Statistics>>(10)

  constructor(private readonly db: Db) {}

  async of({ id, state }: Pick<Run, 'id' | 'state'>): Promise<Statistics> {
    if (state !== 'done') return statisticsOf(this.db, id)
    const key = `${id} ${await departmentsMark(this.db)}`
    const known = this.kept.get(key)
    if (known !== undefined) return known
    const made = statisticsOf(this.db, id)
    this.kept.set(key, made)
    // A failure is told to those who wait for it, and is not kept.
    made.catch(() => this.kept.delete(key))
    return made
  }
}
