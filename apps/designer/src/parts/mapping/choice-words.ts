import type { LocalName } from './local-names.ts'

/** By the scheme's choice, its local words as they are typed, divided by commas. */
export type ChoiceWords = { readonly [choice: string]: string }

/** From the mapping's table, which goes from each local word to the choice; several words are put together by `comma`. */
export function choiceWordsOf(choices: LocalName['choices'], comma: string): ChoiceWords {
  const said: Record<string, string> = {}
  for (const [word, choice] of Object.entries(choices ?? {}))
    said[choice] = said[choice] === undefined ? word : said[choice] + comma + word
  return said
}

/** A word that is said for two choices stays with the first of them. */
export function withChoiceWords({ choices: _, ...local }: LocalName, said: ChoiceWords): LocalName {
  const choices: Record<string, string> = {}
  for (const [choice, text] of Object.entries(said)) {
    for (const word of text.normalize('NFKC').split(/[,;、，；\n]+/)) {
      const plain = word.trim()
      if (plain !== '' && plain !== choice && !Object.hasOwn(choices, plain)) choices[plain] = choice
    }
  }
  return Object.keys(choices).length === 0 ? local : { ...local, choices }
}
