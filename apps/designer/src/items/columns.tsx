import type { ShownReading } from '@yardstick/engine'
import { completions, type Scope } from '@yardstick/formula'
import type { Issue, Item, ItemType, Language, Measure } from '@yardstick/model'
import { IssueText } from '../parts/issue-text.tsx'
import { pinyinKeys, search } from '../parts/pinyin.ts'
import type { SheetColumn, Suggestion } from '../parts/sheet/column.ts'
import { signWords } from '../parts/sign-words.ts'
import { GHOST } from './cell-edits.ts'
import type { IssuesByName } from './issues-by-name.ts'
import { type ItemColumn, isNumber, itemText, type MeasureColumn, measureText, unitsOf } from './item-text.ts'
import type { Use } from './uses.ts'
import { itemWords } from './words.ts'

/** What cells show besides what stands in the row itself. */
export interface Shown {
  readonly language: Language
  readonly values: { readonly [name: string]: ShownReading }
  readonly uses: ReadonlyMap<string, readonly Use[]>
  readonly issues: IssuesByName
}

export function itemColumns(shown: Shown, weights: readonly string[]): SheetColumn<Item>[] {
  const w = itemWords[shown.language]
  const column = (id: ItemColumn, width: number, more: Partial<SheetColumn<Item>> = {}): SheetColumn<Item> => ({
    id,
    title: w.columns[id],
    width,
    text: (row) => (row.id === GHOST ? '' : itemText(row, id, shown.language)),
    ...marked(shown.issues, id),
    ...more,
  })
  const choices = (texts: readonly string[]) => ({
    isChoice: true as const,
    suggest: (_: Item, typed: string): Suggestion[] =>
      search(texts, typed, (each) => [each]).map((text) => ({ label: text, text })),
  })
  const yes = choices([w.yes])
  const ofNumbers = { canEdit: (row: Item) => isNumber(row.type) }
  return [
    nameColumn<Item>(shown, w.newItem),
    column('label', 130, { shown: 'on-demand' }),
    column('type', 72, choices(Object.values(w.types))),
    column('unit', 72, {
      isChoice: true,
      canEdit: (row) => isNumber(row.type),
      suggest: (row, typed) => unitSuggestions(row.type, typed),
    }),
    column('digits', 80, { align: 'end', ...ofNumbers }),
    valueColumn<Item>(shown),
    usesColumn<Item>(shown),
    column('required', 72, yes),
    column('min', 76, { align: 'end', group: w.groups.range, ...ofNumbers }),
    column('max', 76, { align: 'end', group: w.groups.range, ...ofNumbers }),
    column('choices', 150, { group: w.groups.range, canEdit: (row) => row.type === 'choice' }),
    column('period', 64, choices(Object.values(w.periods))),
    column('source', 170, { group: w.groups.form }),
    column('filledBy', 110, { group: w.groups.form }),
    column('evidence', 170, { group: w.groups.form }),
    column('mayBeNotApplicable', 92, { group: w.groups.form, ...yes }),
    column('aggregate', 130, {
      group: w.groups.units,
      ...choices([...Object.values(w.aggregates), ...weights.map((each) => w.weighted(each))]),
    }),
    column('note', 240),
  ]
}

export function measureColumns(shown: Shown, scope: Scope): SheetColumn<Measure>[] {
  const w = itemWords[shown.language]
  const column = (
    id: MeasureColumn,
    width: number,
    more: Partial<SheetColumn<Measure>> = {},
  ): SheetColumn<Measure> => ({
    id,
    title: w.columns[id],
    width,
    text: (row) => (row.id === GHOST ? '' : measureText(row, id, shown.language)),
    ...marked(shown.issues, id),
    ...more,
  })
  const types = Object.entries(w.types).filter(([type]) => type !== 'choice' && type !== 'list')
  const choices = (texts: readonly string[]) => ({
    isChoice: true as const,
    suggest: (_: Measure, typed: string): Suggestion[] =>
      search(texts, typed, (each) => [each]).map((text) => ({ label: text, text })),
  })
  return [
    nameColumn<Measure>(shown, w.newMeasure),
    column('label', 130, { shown: 'on-demand' }),
    column('formula', 340, {
      suggest: (_, text, caret) =>
        completions(text, caret, scope, shown.language, pinyinKeys)
          .slice(0, 30)
          .map(({ label, insert, from, to, detail, help }) => ({
            label,
            note: help || detail,
            text: insert,
            from,
            to,
          })),
    }),
    column('type', 72, choices(types.map(([, word]) => word))),
    column('unit', 84, {
      isChoice: true,
      canEdit: (row) => isNumber(row.type),
      suggest: (row, typed) => unitSuggestions(row.type, typed),
    }),
    column('digits', 80, { align: 'end', canEdit: (row) => isNumber(row.type) }),
    column('rounded', 104, { canEdit: (row) => isNumber(row.type), ...choices([w.yes]) }),
    valueColumn<Measure>(shown),
    usesColumn<Measure>(shown),
    column('note', 240),
  ]
}

type Row = { readonly id: string }

function nameColumn<R extends Row>({ language, issues }: Shown, ghost: string): SheetColumn<R> {
  const w = itemWords[language]
  return {
    id: 'id',
    title: w.columns.id,
    width: 190,
    isFixed: true,
    shown: 'always',
    text: (row) => row.id,
    placeholder: (row) => (row.id === GHOST ? `${ghost}${signWords[language].open}` : undefined),
    ...marked(issues, 'id'),
  }
}

function valueColumn<R extends Row>({ language, values }: Shown): SheetColumn<R> {
  const w = itemWords[language]
  return {
    id: 'value',
    title: w.columns.value,
    width: 110,
    align: 'end',
    canEdit: () => false,
    text: (row) => values[row.id]?.shown ?? '',
    look: (row) => (values[row.id]?.state === 'present' ? 'items-value' : 'items-value items-value-none'),
    mark: (row) => (values[row.id]?.state === 'error' ? 'error' : undefined),
    hint: (row) => {
      const issue = values[row.id]?.issue
      return issue === undefined ? undefined : <IssueText issue={issue} />
    },
  }
}

function usesColumn<R extends Row>({ language, uses }: Shown): SheetColumn<R> {
  const w = itemWords[language]
  const count = (row: R) => uses.get(row.id)?.length ?? 0
  return {
    id: 'uses',
    title: w.columns.uses,
    width: 74,
    align: 'end',
    canEdit: () => false,
    text: (row) => (row.id === GHOST ? '' : count(row) === 0 ? w.unused : w.uses(count(row))),
    look: (row) => (row.id !== GHOST && count(row) === 0 ? 'items-unused' : 'items-uses'),
  }
}

function marked<R extends Row>(issues: IssuesByName, column: string): Pick<SheetColumn<R>, 'mark' | 'hint'> {
  const of = (row: R): readonly Issue[] => issues.get(row.id)?.get(column) ?? []
  return {
    mark: (row) => {
      const found = of(row).map(({ severity }) => severity)
      return (['error', 'warning', 'hint'] as const).find((each) => found.includes(each))
    },
    hint: (row) =>
      of(row).map((issue) => (
        <div key={issue.code}>
          <IssueText issue={issue} />
        </div>
      )),
  }
}

function unitSuggestions(type: ItemType, typed: string): Suggestion[] {
  const units = unitsOf(type)
  return search(units, typed, (each) => [each]).map((text) => ({ label: text, text }))
}
