import { type CompiledScheme, compile } from '@yardstick/engine'
import { type Declaration, hashDocument, type Submission } from '@yardstick/model'
import { sha256 } from '../read/sha256.ts'
import { keyOf } from '../read/subject-key.ts'
import type { ScoringJob } from './job.ts'

export interface SchemeFor {
  readonly compiled: CompiledScheme
  readonly declaration?: string
}

/**
 * The scheme as each submission is held to it. There may be tens of thousands of declarations, each for one submission: it is
 * bound when its submission comes, and forgotten.
 */
export class DeclaredSchemes {
  readonly common: SchemeFor
  private last: { readonly place: number; readonly scheme: SchemeFor } | undefined

  constructor(private readonly job: ScoringJob) {
    const { declared } = job
    this.common = this.bound(declared.kind === 'one' ? declared.declaration : undefined)
  }

  of({ subject, period }: Submission): SchemeFor {
    const { declared } = this.job
    if (declared.kind !== 'many') return this.common
    const place = declared.placeByKey.get(keyOf({ subject, period }))
    if (place === undefined) return this.common
    if (this.last?.place !== place) this.last = { place, scheme: this.bound(this.declarationAt(place)) }
    return this.last.scheme
  }

  private declarationAt(place: number): Declaration {
    const { declared } = this.job
    if (declared.kind !== 'many') throw new Error('there are no declarations')
    const { bytes, offsets } = declared
    // A decoder takes no shared bytes.
    const own = bytes.slice(offsets[place], offsets[place + 1])
    return JSON.parse(new TextDecoder().decode(new Uint8Array(own))) as Declaration
  }

  private bound(declaration: Declaration | undefined): SchemeFor {
    const compiled = compile(this.job.scheme, { sha256, ...(declaration === undefined ? {} : { declaration }) })
    // Both were held to each other before the first row was read.
    if (!compiled.ok) throw new Error(`the scheme cannot be bound: ${compiled.issues[0]?.code}`)
    if (declaration === undefined) return { compiled: compiled.value }
    return { compiled: compiled.value, declaration: hashDocument(declaration, sha256) }
  }
}
