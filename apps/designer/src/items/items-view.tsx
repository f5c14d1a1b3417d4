import { PlusOutlined, SearchOutlined } from '@ant-design/icons'
import { type Item, itemById, type Measure, measureById, pointerTokens, type Scheme } from '@yardstick/model'
import { Button, Checkbox, Input, Segmented } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import { scopeOfScheme } from '../parts/formula-field/read-formula.ts'
import { search } from '../parts/pinyin.ts'
import type { SheetHandle } from '../parts/sheet/sheet.tsx'
import { useLanguage, useWords } from '../parts/words.ts'
import { designer, useDesigner } from '../store/use-designer.ts'
import { itemColumns, measureColumns, type Shown } from './columns.tsx'
import { Details } from './details.tsx'
import { addLabel, Dictionary } from './dictionary.tsx'
import { issuesByName } from './issues-by-name.ts'
import { isNumber } from './item-text.ts'
import './items.css'
import { freeName, namedIn } from './rename.ts'
import { itemSide, measureSide } from './side.ts'
import { useValues } from './use-values.ts'
import { usesByName } from './uses.ts'
import { itemWords } from './words.ts'

/** 数据项: the dictionary of what is submitted and what is computed from it. */
export function ItemsView() {
  const scheme = useDesigner((state) => state.design?.scheme)
  return scheme === undefined ? null : <Dictionaries scheme={scheme} />
}

function Dictionaries({ scheme }: { scheme: Scheme }) {
  const w = useWords(itemWords)
  const language = useLanguage()
  const [kind, setKind] = useState<'items' | 'measures'>('items')
  const [typed, setTyped] = useState('')
  const [onlyUnused, setOnlyUnused] = useState(false)
  const [chosen, setChosen] = useState<string | null>(null)
  const values = useValues()
  const issues = useDesigner((state) => state.results.issues)
  const itemSheet = useRef<SheetHandle<Item>>(null)
  const measureSheet = useRef<SheetHandle<Measure>>(null)
  const { items, measures = NONE } = scheme

  const uses = useMemo(() => usesByName(scheme), [scheme])
  const shown = useMemo<Shown>(
    () => ({ language, values, uses, issues: issuesByName(issues, scheme, kind) }),
    [language, values, uses, issues, scheme, kind],
  )
  const weights = useMemo(() => items.filter(({ type }) => isNumber(type)).map(({ id }) => id), [items])
  const scope = scopeOfScheme(scheme)
  const columnsOfItems = useMemo(() => itemColumns(shown, weights), [shown, weights])
  const columnsOfMeasures = useMemo(() => measureColumns(shown, scope), [shown, scope])

  const isWhole = typed.trim() === '' && !onlyUnused
  const seen = <R extends Item | Measure>(rows: readonly R[]): readonly R[] => {
    if (isWhole) return rows
    const unused = onlyUnused ? rows.filter(({ id }) => (uses.get(id)?.length ?? 0) === 0) : rows
    return search(unused, typed, ({ id, label, note }) => [id, ...(label ? [label] : []), ...(note ? [note] : [])])
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: `seen` is made of these
  const itemRows = useMemo(() => seen(items), [items, typed, onlyUnused, uses])
  // biome-ignore lint/correctness/useExhaustiveDependencies: `seen` is made of these
  const measureRows = useMemo(() => seen(measures), [measures, typed, onlyUnused, uses])

  const show = (name: string) => {
    const isMeasure = measureById(scheme).has(name) && !itemById(scheme).has(name)
    setTyped('')
    setOnlyUnused(false)
    setKind(isMeasure ? 'measures' : 'items')
    setChosen(name)
    // The sheet of the other kind is there after the next drawing.
    setTimeout(() => (isMeasure ? measureSheet.current?.goTo(name, 'id') : itemSheet.current?.goTo(name, 'id')))
  }
  useFocus(scheme, show)

  const add = () => {
    const side = kind === 'items' ? itemSide : measureSide
    const id = freeName(namedIn(scheme), kind === 'items' ? w.newItem : w.newMeasure)
    setTyped('')
    setOnlyUnused(false)
    const edit =
      kind === 'items'
        ? itemSide.add(items.length, itemSide.blank(id))
        : measureSide.add(measures.length, measureSide.blank(id))
    if (designer.edit(addLabel(side), edit).length > 0) return
    setTimeout(() => (kind === 'items' ? itemSheet : measureSheet).current?.edit(id, 'id'))
  }
  const empty = (kind === 'items' ? itemRows : measureRows).length === 0
  const item = kind === 'items' && chosen !== null ? itemById(scheme).get(chosen) : undefined
  const measure = kind === 'measures' && chosen !== null ? measureById(scheme).get(chosen) : undefined
  return (
    <div className="items">
      <div className="items-bar">
        <Segmented<'items' | 'measures'>
          value={kind}
          aria-label={w.kinds}
          onChange={(next) => {
            setKind(next)
            setChosen(null)
          }}
          options={[
            { value: 'items', label: `${w.items} ${items.length}` },
            { value: 'measures', label: `${w.measures} ${measures.length}` },
          ]}
        />
        <Button icon={<PlusOutlined />} onClick={add}>
          {kind === 'items' ? w.addItem : w.addMeasure}
        </Button>
        <Input
          className="items-search"
          prefix={<SearchOutlined />}
          allowClear
          value={typed}
          placeholder={w.search}
          aria-label={w.search}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Checkbox checked={onlyUnused} onChange={(event) => setOnlyUnused(event.target.checked)}>
          {w.onlyUnused}
        </Checkbox>
      </div>
      <div className="items-body">
        <div className="items-sheet">
          {kind === 'items' ? (
            <Dictionary
              key="items"
              side={itemSide}
              scheme={scheme}
              rows={itemRows}
              columns={columnsOfItems}
              isWhole={isWhole}
              uses={uses}
              onSelect={setChosen}
              onRenamed={show}
              handle={itemSheet}
            />
          ) : (
            <Dictionary
              key="measures"
              side={measureSide}
              scheme={scheme}
              rows={measureRows}
              columns={columnsOfMeasures}
              isWhole={isWhole}
              uses={uses}
              onSelect={setChosen}
              onRenamed={show}
              handle={measureSheet}
            />
          )}
          {empty && (
            <div className="items-empty">
              {isWhole ? (kind === 'items' ? w.noItems : w.noMeasures) : w.nothingFound}
            </div>
          )}
        </div>
        <aside className="items-side" aria-label={w.details}>
          <Details
            scheme={scheme}
            item={item}
            measure={measure}
            uses={chosen === null ? [] : (uses.get(chosen) ?? [])}
            value={chosen === null ? undefined : values[chosen]}
            onName={show}
          />
        </aside>
      </div>
    </div>
  )
}

const NONE: readonly Measure[] = []

/** Another panel asked for an item or measure, by name or by its place in the scheme. */
function useFocus(scheme: Scheme, show: (name: string) => void): void {
  const focus = useDesigner((state) => (state.view.focus?.tab === 'items' ? state.view.focus : null))
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each wish
  useEffect(() => {
    if (focus === null) return
    const [list, index] = pointerTokens(focus.pointer)
    const row = list === 'items' || list === 'measures' ? scheme[list]?.[Number(index)] : undefined
    const name = row?.id ?? focus.pointer
    if (itemById(scheme).has(name) || measureById(scheme).has(name)) show(name)
  }, [focus?.count])
}
