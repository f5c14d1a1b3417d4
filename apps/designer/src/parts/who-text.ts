import type { Language } from '@yardstick/model'

/** How the server names the one person at this computer, while there are no accounts. */
const HERE = '本机'

/** The name of somebody as the server gives it; people's own names are the same in every language. */
export function whoText(who: string, language: Language): string {
  return who === HERE && language === 'en' ? 'this computer' : who
}
