import { type Read, unreadable } from './refusal.ts'

/** Values of the form NAME=TEXT, each name once. */
export function namedTexts(said: readonly string[]): Read<Map<string, string>> {
  const texts = new Map<string, string>()
  for (const each of said) {
    const [, name, text] = /^([^=＝]+)[=＝](.*)$/su.exec(each) ?? []
    if (name === undefined || text === undefined) return unreadable(each, words.form)
    if (texts.has(name.trim())) return unreadable(each, words.twice)
    texts.set(name.trim(), text.trim())
  }
  return { ok: true, value: texts }
}

const words = {
  form: { zh: '应写成 名称=内容', en: 'expected NAME=TEXT' },
  twice: { zh: '同一名称给了两次', en: 'this name is given twice' },
}
