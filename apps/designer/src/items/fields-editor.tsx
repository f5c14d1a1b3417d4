import { ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import type { Item, ItemField } from '@yardstick/model'
import { Button } from 'antd'
import { ChoiceField } from '../parts/field/choice-field.tsx'
import { TextField } from '../parts/field/text-field.tsx'
import { useLanguage, useWords } from '../parts/words.ts'
import { designer } from '../store/use-designer.ts'
import { isNumber, itemText, readItemText } from './item-text.ts'
import { cleanName } from './paste-rows.ts'
import { freeName } from './rename.ts'
import { withFields } from './side.ts'
import { itemWords } from './words.ts'

/** The fields of a list's records: what each row of the list is asked for. */
export function FieldsEditor({ item }: { item: Item }) {
  const w = useWords(itemWords)
  const language = useLanguage()
  const fields = item.fields ?? []
  const { list: _, ...types } = w.types
  const put = (next: readonly ItemField[]) =>
    designer.edit(
      { zh: itemWords.zh.edits.fields, en: itemWords.en.edits.fields },
      { type: 'set-item', id: item.id, fields: { fields: [...next] } },
    )
  const change = (index: number, next: ItemField) => put(fields.map((each, at) => (at === index ? next : each)))
  return (
    <>
      <h3 className="items-detail-title">{w.listFields}</h3>
      <ol className="items-fields">
        {fields.map((field, index) => (
          <li key={field.id}>
            <TextField
              value={field.id}
              isOptional={false}
              label={`${w.field(index + 1)} · ${w.columns.id}`}
              check={(text) => !fields.some(({ id }, at) => at !== index && id === cleanName(text))}
              onCommit={(id = '') => change(index, { ...field, id: cleanName(id) })}
            />
            <ChoiceField
              value={field.type}
              choices={types}
              label={`${w.field(index + 1)} · ${w.columns.type}`}
              onChange={(type = 'text') => {
                const meaning = readItemText({ ...field }, 'type', type)
                if ('fields' in meaning) change(index, withFields(field, meaning.fields))
              }}
            />
            {isNumber(field.type) && (
              <TextField
                value={field.unit}
                label={`${w.field(index + 1)} · ${w.columns.unit}`}
                placeholder={w.columns.unit}
                onCommit={(unit) => change(index, withFields(field, { unit: unit ?? null }))}
              />
            )}
            {field.type === 'choice' && (
              <TextField
                value={itemText(field, 'choices', language)}
                label={`${w.field(index + 1)} · ${w.columns.choices}`}
                isOptional={false}
                onCommit={(text = '') => {
                  const meaning = readItemText(field, 'choices', text)
                  if ('fields' in meaning) change(index, withFields(field, meaning.fields))
                }}
              />
            )}
            <Button
              type="text"
              icon={<ArrowUpOutlined />}
              disabled={index === 0}
              aria-label={w.fieldUp(field.id)}
              title={w.fieldUp(field.id)}
              onClick={() => {
                const next = [...fields]
                next.splice(index - 1, 2, field, fields[index - 1]!)
                put(next)
              }}
            />
            <Button
              type="text"
              icon={<DeleteOutlined />}
              disabled={fields.length === 1}
              aria-label={w.removeField(field.id)}
              title={w.removeField(field.id)}
              onClick={() => put(fields.filter((_, at) => at !== index))}
            />
          </li>
        ))}
      </ol>
      <Button
        icon={<PlusOutlined />}
        onClick={() => put([...fields, { id: freeName(fields, w.newField), type: 'text' }])}
      >
        {w.addField}
      </Button>
    </>
  )
}
