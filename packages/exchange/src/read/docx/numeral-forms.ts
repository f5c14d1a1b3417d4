/** A count in the forms in which Word numbers paragraphs; one that is not known, or has no sign for it, in plain digits. */
export function printNumeral(count: number, form: string): string {
  if (CHINESE.has(form)) return chinese(count)
  if (CIRCLED.has(form) && count >= 1 && count <= 20) return String.fromCodePoint(0x2460 + count - 1)
  if (form === 'decimalFullWidth' || form === 'decimalFullWidth2')
    return String(count).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
  if (form === 'decimalZero') return String(count).padStart(2, '0')
  if (form === 'ideographTraditional') return '甲乙丙丁戊己庚辛壬癸'[count - 1] ?? String(count)
  if (form === 'lowerLetter' || form === 'upperLetter') {
    const letter = count >= 1 && count <= 26 ? String.fromCharCode(96 + count) : String(count)
    return form === 'upperLetter' ? letter.toUpperCase() : letter
  }
  if (form === 'lowerRoman' || form === 'upperRoman') {
    const roman = count >= 1 && count < 100 ? romanOf(count) : String(count)
    return form === 'upperRoman' ? roman : roman.toLowerCase()
  }
  return String(count)
}

const CHINESE: ReadonlySet<string> = new Set([
  'chineseCounting',
  'chineseCountingThousand',
  'chineseLegalSimplified',
  'ideographDigital',
  'japaneseCounting',
  'taiwaneseCounting',
  'taiwaneseCountingThousand',
])
const CIRCLED: ReadonlySet<string> = new Set(['decimalEnclosedCircle', 'decimalEnclosedCircleChinese'])

const DIGITS = '〇一二三四五六七八九'

/** 十, 十二, 二十, 三十一; counts past 99 in digits, one by one. */
function chinese(count: number): string {
  if (count > 99 || count < 0) return [...String(Math.abs(count))].map((digit) => DIGITS[Number(digit)]).join('')
  const [tens, ones] = [Math.floor(count / 10), count % 10]
  if (tens === 0) return DIGITS[ones]!
  return `${tens === 1 ? '' : DIGITS[tens]}十${ones === 0 ? '' : DIGITS[ones]}`
}

const ROMAN: readonly (readonly [number, string])[] = [
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

function romanOf(count: number): string {
  let rest = count
  let text = ''
  for (const [value, sign] of ROMAN) {
    for (; rest >= value; rest -= value) text += sign
  }
  return text
}
