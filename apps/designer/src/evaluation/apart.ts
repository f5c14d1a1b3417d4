import { type CompiledScheme, compile, evaluate } from '@yardstick/engine'
import type { Declaration, Evaluation, Language, Scheme, Submission } from '@yardstick/model'
import type { LeafTexts } from '../store/results.ts'
import { leafTexts } from './leaf-texts.ts'
import { sha256 } from './sha256.ts'

/** A scheme beside the open design: that by which a submission of a campaign is scored, with its declaration. */
export interface Basis {
  readonly scheme: Scheme
  readonly declaration: Declaration | null
}

export interface ApartTexts {
  /** What the leaves' rules say, by indicator id. */
  readonly leaves: { readonly [id: string]: LeafTexts }
  /** Ranks and means of the group are read: the page knows no group, and leaves that need one stay without a score. */
  readonly readsGroup: boolean
}

/** Scores submissions under one scheme after the other, each compiled once; the open design is not touched. */
export class Apart {
  private compiled: CompiledScheme | null = null

  /** From now on this scheme is meant. A declaration that does not fit is left out, as the server does not take it either. */
  follow({ scheme, declaration }: Basis, language: Language): ApartTexts {
    const bound = declaration === null ? undefined : compile(scheme, { sha256, declaration })
    const read = bound?.ok ? bound : compile(scheme, { sha256 })
    this.compiled = read.ok ? read.value : null
    const known = this.compiled?.scheme ?? scheme
    return { leaves: leafTexts(known, this.compiled, language), readsGroup: this.compiled?.readsGroup === true }
  }

  /** Null where the scheme does not compile. */
  async score(submission: Submission, language: Language): Promise<Evaluation | null> {
    return this.compiled === null ? null : evaluate(this.compiled, submission, { sha256, language })
  }
}
