/**
 * Pinyin initials 拼音首字母 of Chinese text without a dictionary: the collator sorts characters by pinyin, so the first
 * character of each letter in that order says where a character belongs.
 *
 * Limits: a character has the reading it is most often given; those of other readings that the field's words use
 * (长, 重, 行, 调 …) are in a table below, all others are found by the one reading only. Where the machine sorts by
 * something else than pinyin, text is found by its letters only.
 */
const collator = new Intl.Collator('zh-Hans-CN-u-co-pinyin')
const FIRST = [...'吖八嚓咑妸发旮哈丌咔垃妈拏喔妑七呥仨他屲夕丫帀']
const LETTERS = 'abcdefghjklmnopqrstwxyz'
const sortsByPinyin = FIRST.every((each, index) => index === 0 || collator.compare(FIRST[index - 1]!, each) < 0)

/** What a character is also read as, beside what the collator takes it for. */
const ALSO: ReadonlyMap<string, string> = new Map(
  Object.entries({
    长: 'c',
    行: 'h',
    重: 'c',
    调: 't',
    会: 'k',
    弹: 'd',
    校: 'j',
    降: 'x',
    传: 'z',
    系: 'j',
    给: 'j',
    省: 'x',
    折: 's',
    参: 's',
    乐: 'y',
    朝: 'z',
    车: 'j',
    便: 'p',
    解: 'x',
    藏: 'z',
    曾: 'z',
    盛: 'c',
    宿: 'x',
    厦: 'x',
    属: 'z',
    屏: 'b',
    识: 'z',
    石: 'd',
  }),
)

const letterOf = new Map<string, string>()
const initialsOf = new Map<string, string>()
const variantsOf = new Map<string, readonly string[]>()

/** sjzc for 实际支出; letters and digits stay, in lower case and half width; what else there is falls away. */
export function pinyinInitials(text: string): string {
  return remembered(initialsOf, text, () => [...text].map(initial).join(''))
}

/**
 * All initials a text may be looked for by, its usual ones first, with spaces between: “zqfz cqfz” for 长期负债. Made for
 * `completions` of the formula language.
 */
export function pinyinKeys(text: string): string {
  return variants(text).join(' ')
}

/**
 * How well a text answers what was typed: 0 it begins so, 1 its initials do, 2 it holds it, 3 its initials hold it;
 * undefined where it does not answer. Nothing typed answers everything.
 */
export function searchRank(text: string, typed: string): number | undefined {
  const wanted = fold(typed)
  if (wanted === '') return 0
  const own = fold(text)
  if (own.startsWith(wanted)) return 0
  const isLetters = /^[a-z0-9]+$/.test(wanted)
  if (isLetters && variants(text).some((each) => each.startsWith(wanted))) return 1
  if (own.includes(wanted)) return 2
  return isLetters && variants(text).some((each) => each.includes(wanted)) ? 3 : undefined
}

/** The members that answer what was typed, best first, else in their order. */
export function search<T>(members: readonly T[], typed: string, textsOf: (member: T) => readonly string[]): T[] {
  if (fold(typed) === '') return [...members]
  return members
    .map((member) => ({ member, rank: bestRank(textsOf(member), typed) }))
    .filter(({ rank }) => rank !== undefined)
    .sort((a, b) => a.rank! - b.rank!)
    .map(({ member }) => member)
}

function bestRank(texts: readonly string[], typed: string): number | undefined {
  const ranks = texts.map((text) => searchRank(text, typed)).filter((each) => each !== undefined)
  return ranks.length === 0 ? undefined : Math.min(...ranks)
}

/** Each other reading by itself, and all of them together: enough to be found by, without their product. */
function variants(text: string): readonly string[] {
  return remembered(variantsOf, text, () => {
    const characters = [...text]
    const initials = characters.map(initial)
    const others = characters.flatMap((each, index) => {
      const also = ALSO.get(each)
      return also === undefined || also === initials[index] ? [] : [{ index, also }]
    })
    const read = (changed: typeof others) => {
      const letters = [...initials]
      for (const { index, also } of changed) letters[index] = also
      return letters.join('')
    }
    return [...new Set([read([]), ...others.map((each) => read([each])), read(others)])]
  })
}

function initial(character: string): string {
  return remembered(letterOf, character, () => {
    const plain = character.normalize('NFKC').toLowerCase()
    if (/^[a-z0-9]+$/.test(plain)) return plain
    if (character === '〇') return 'l'
    if (!sortsByPinyin || !/^\p{Script=Han}$/u.test(character)) return ''
    let letter = ''
    for (let index = 0; index < FIRST.length && collator.compare(FIRST[index]!, character) <= 0; index++) {
      letter = LETTERS[index]!
    }
    return letter
  })
}

const fold = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')

/** Names are few and looked at again with each letter typed; a flood of other texts is forgotten as a whole. */
function remembered<T>(memory: Map<string, T>, key: string, make: () => T): T {
  const known = memory.get(key)
  if (known !== undefined) return known
  if (memory.size > 20_000) memory.clear()
  const made = make()
  memory.set(key, made)
  return made
}
