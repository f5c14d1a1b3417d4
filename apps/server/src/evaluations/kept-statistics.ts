import { LeastRecent } from '../least-recent.ts'
import type { Run } from '../store/runs.ts'

/**
 * What is made of all results of a run, made once for all who ask: results of a run that is done change no more.
 *
 * markOf  what else it depends on, as far as that changes: it is made again when the mark is another
 */
export class KeptStatistics<T> {
  private readonly kept = new LeastRecent<string, Promise<T>>(10)

  constructor(
    private readonly make: (run: string) => Promise<T>,
    private readonly markOf: () => Promise<string> = async () => '',
  ) {}

  async of({ id, state }: Pick<Run, 'id' | 'state'>): Promise<T> {
    if (state !== 'done') return this.make(id)
    const key = `${id} ${await this.markOf()}`
    const known = this.kept.get(key)
    if (known !== undefined) return known
    const made = this.make(id)
    this.kept.set(key, made)
    // A failure is told to those who wait for it, and is not kept.
    made.catch(() => this.kept.delete(key))
    return made
  }
}
