import type { Language } from '@yardstick/model'

/** Names that people read for ids that they do not: `rate:output.pass-rate` reads 得分率（合格率）. */
export interface Names {
  nameOf(id: string): string | undefined
  /** The id of a name, where the name is unique. */
  idOf(name: string): string | undefined
}

/** The language that is spoken, and the names in it. */
export interface Tongue {
  readonly language: Language
  readonly names?: Names | undefined
}
