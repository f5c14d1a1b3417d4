import { canonicalText, type Scheme } from '@yardstick/model'
import { sha256 } from './scoring/score.ts'

/** A document as it is kept: its canonical text, and the hash that evaluations name it by. */
export function kept(document: unknown): { document: string; hash: string } {
  const text = canonicalText(document)
  return { document: text, hash: sha256(text) }
}

/** A scheme as it was kept; it was checked before. */
export function schemeOf({ document }: { readonly document: string }): Scheme {
  return JSON.parse(document) as Scheme
}

/** An answer with a document in it, whose text goes out as it is kept. */
export function answerWith(fields: object, name: string, document: string): string {
  const rest = JSON.stringify(fields).slice(1)
  return `{${JSON.stringify(name)}:${document}${rest === '}' ? '' : ','}${rest}`
}

export const JSON_TYPE = 'application/json; charset=utf-8'
