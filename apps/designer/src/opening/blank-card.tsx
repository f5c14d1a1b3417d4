import { FormOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { api } from '../api.ts'
import { readQuantity } from '../parts/field/read-quantity.ts'
import { useLanguage, useWords } from '../parts/words.ts'
import { blankScheme } from './blank-scheme.ts'
import { openingWords } from './words.ts'

export function BlankCard() {
  const { blank: w } = useWords(openingWords)
  const language = useLanguage()
  const [name, setName] = useState('')
  const [points, setPoints] = useState('100')
  const fullScore = readQuantity(points, { isPositive: true })
  const create = () => {
    if (fullScore === undefined) return
    const scheme = blankScheme({ name: name.trim() || w.untitled, fullScore, language })
    void api.create({ scheme, declarations: [] })
  }
  return (
    <section className="opening-card" aria-labelledby="opening-blank">
      <h2 id="opening-blank">
        <FormOutlined /> {w.title}
      </h2>
      <p>{w.how}</p>
      <form
        className="opening-blank"
        onSubmit={(event) => {
          event.preventDefault()
          create()
        }}
      >
        <label htmlFor="opening-name">{w.name}</label>
        <Input
          id="opening-name"
          value={name}
          maxLength={200}
          placeholder={w.namePlaceholder}
          onChange={(event) => setName(event.target.value)}
        />
        <label htmlFor="opening-points">{w.fullScore}</label>
        <Input
          id="opening-points"
          value={points}
          inputMode="decimal"
          status={fullScore === undefined ? 'error' : ''}
          aria-invalid={fullScore === undefined}
          onChange={(event) => setPoints(event.target.value)}
        />
        <Button type="primary" htmlType="submit" disabled={fullScore === undefined} size="middle">
          {w.create}
        </Button>
      </form>
    </section>
  )
}
