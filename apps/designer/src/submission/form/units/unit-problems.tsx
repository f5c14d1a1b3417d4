import { Button } from 'antd'
import { signWords } from '../../../parts/sign-words.ts'
import { useLanguage, useWords } from '../../../parts/words.ts'
import { objectionText } from '../objection-text.ts'
import { formPartWords } from '../words.ts'
import { readUnitCell } from './unit-cell.ts'
import type { Units } from './use-units.ts'
import { unitsWords } from './words.ts'

/** So many are named. */
const MOST = 6

/** Texts that could not be taken: what is wrong with each, and what it may mean. */
export function UnitProblems({ units }: { units: Units }) {
  const w = useWords(unitsWords)
  const f = useWords(formPartWords)
  const signs = useWords(signWords)
  const language = useLanguage()
  if (units.typed.length === 0) return null
  return (
    <section className="form-units-left" aria-live="polite">
      <p className="form-wrong">{w.left(units.typed.length)}</p>
      <ul>
        {units.typed.slice(0, MOST).map((cell) => {
          const item = units.items.find(({ id }) => id === cell.item)
          if (item === undefined) return null
          const read = readUnitCell(item, cell.unit, cell.text, cell.head)
          if ('entry' in read) return null
          const name = w.cell(cell.unit, item.label ?? item.id)
          return (
            <li key={`${cell.unit} ${cell.item}`}>
              {signs.headed(name, objectionText(read, item, f, language))}
              {'question' in read &&
                read.readings.map(({ entry, text }) => (
                  <Button key={text} onClick={() => units.choose(cell, entry)}>
                    {text}
                  </Button>
                ))}
              <Button type="link" aria-label={w.dropOf(name)} onClick={() => units.drop(cell)}>
                {w.drop}
              </Button>
            </li>
          )
        })}
        {units.typed.length > MOST && <li>{f.andMore(units.typed.length - MOST)}</li>}
      </ul>
    </section>
  )
}
