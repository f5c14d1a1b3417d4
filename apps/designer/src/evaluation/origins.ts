import { localChanges, type Scheme } from '@yardstick/model'
import type { Results } from '../store/results.ts'
import { sha256 } from './sha256.ts'

/** How the indicators of an adopted scheme compare with the template; worked out anew only where one has changed. */
export class Origins {
  private scheme: Pick<Scheme, 'indicators' | 'lineage'> | undefined
  private found: Results['origins'] = null

  of(scheme: Scheme): Results['origins'] {
    if (scheme.lineage === undefined) return null
    if (this.scheme?.indicators === scheme.indicators && this.scheme.lineage === scheme.lineage) return this.found
    this.scheme = scheme
    this.found = Object.fromEntries(localChanges(scheme, sha256).changes)
    return this.found
  }
}
