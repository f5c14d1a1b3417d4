import type { TableScoring } from '@yardstick/model'
import type { Fact } from '../condition/facts.ts'
import { cellsFor, holds, type Sample, samplesOf } from './column-samples.ts'
import type { TableRow, TableView } from './table-view.ts'

/** What a decision table leaves open and what it says twice, found by trying every combination its columns tell apart. */
export interface TableReview {
  /** Combinations that no row names, joined into as few as show them; each as cells, ready to be a row. */
  readonly gaps: readonly TableRow['cells'][]
  /** Rows of which two hold at once, with such a combination; only where one row may hold. */
  readonly clashes: readonly { readonly rows: readonly number[]; readonly cells: TableRow['cells'] }[]
  /** Rows that never count, since the rows before them hold wherever they would; only where the first row counts. */
  readonly idle: readonly number[]
}

export type Reviewed =
  | { readonly review: TableReview }
  | { readonly refused: 'compares-facts' | 'too-many' | 'unknown-fact' }

/** More combinations than this are not tried while somebody is typing. */
const MOST_COMBINATIONS = 20_000
/** How many of each are worth a line. */
const MOST_SHOWN = 8

export function reviewTable(
  view: TableView,
  hit: TableScoring['hit'],
  factOf: (name: string) => Fact | undefined,
): Reviewed {
  const facts = view.columns.map(factOf)
  if (facts.some((fact) => fact === undefined)) return { refused: 'unknown-fact' }
  const known = facts as Fact[]
  const samples = known.map((fact, column) =>
    samplesOf(
      fact,
      view.rows.flatMap((row) => row.cells[column] ?? []),
    ),
  )
  if (samples.some((each) => each === undefined)) return { refused: 'compares-facts' }
  const grid = samples as readonly (readonly Sample[])[]
  const count = grid.reduce((product, each) => product * each.length, 1)
  if (count > MOST_COMBINATIONS) return { refused: 'too-many' }

  // Which samples of each column each row holds for, so that a combination is looked up and not computed.
  const table = view.rows.map((row) =>
    grid.map((column, index) =>
      column.map((sample) => (row.cells[index] ?? []).every((cell) => holds(cell, sample, known[index]!))),
    ),
  )
  const hitsAt = (place: readonly number[]) =>
    table.flatMap((row, index) => (place.every((sample, column) => row[column]![sample]) ? [index] : []))
  const places = Array.from({ length: count }, (_, number) => placeOf(number, grid))
  const hits = places.map(hitsAt)
  const cellsOf = (box: readonly (readonly number[])[]) =>
    box.map((chosen, column) =>
      cellsFor(
        chosen.map((sample) => grid[column]![sample]!),
        grid[column]!,
        known[column]!,
      ),
    )
  const gaps = boxes(grid, places, (index) => hits[index]!.length === 0)
    .slice(0, MOST_SHOWN)
    .map(cellsOf)
  return {
    review: {
      gaps,
      clashes: hit === 'unique' ? clashesOf(grid, places, hits, cellsOf) : [],
      idle: hit === 'first' ? idleRows(view.rows.length, hits) : [],
    },
  }
}

type Grid = readonly (readonly Sample[])[]

function placeOf(number: number, grid: Grid): number[] {
  const place: number[] = []
  let rest = number
  for (const column of grid) {
    place.push(rest % column.length)
    rest = Math.floor(rest / column.length)
  }
  return place
}

function numberOf(place: readonly number[], grid: Grid): number {
  let number = 0
  for (let column = grid.length - 1; column >= 0; column--) number = number * grid[column]!.length + place[column]!
  return number
}

/**
 * Combinations of one kind gathered into boxes: from each that is not in a box yet, one column after the other is widened
 * as far as everything inside stays of the kind. Numbers are widened to neighbours only, words to any.
 */
function boxes(grid: Grid, places: readonly number[][], isOf: (index: number) => boolean): number[][][] {
  const done = new Set<number>()
  const found: number[][][] = []
  const isLeft = (index: number) => isOf(index) && !done.has(index)
  for (const [index, place] of places.entries()) {
    if (done.has(index) || !isOf(index)) continue
    const box = place.map((sample) => [sample])
    for (const [column, samples] of grid.entries()) {
      const start = place[column]!
      const isFree = (sample: number) =>
        inside(box.map((chosen, at) => (at === column ? [sample] : chosen))).every((each) =>
          isLeft(numberOf(each, grid)),
        )
      const isOrdered = samples[0]?.kind === 'number'
      const after = rangeFrom(start + 1, samples.length)
      const before = rangeFrom(0, start).reverse()
      const widened = isOrdered
        ? [...takeWhile(before, isFree).reverse(), start, ...takeWhile(after, isFree)]
        : [...before.reverse().filter(isFree), start, ...after.filter(isFree)]
      box[column] = widened
    }
    for (const each of inside(box)) done.add(numberOf(each, grid))
    found.push(box)
    if (found.length > MOST_SHOWN) break
  }
  return found
}

function inside(box: readonly (readonly number[])[]): number[][] {
  return box.reduce<number[][]>((all, chosen) => all.flatMap((place) => chosen.map((each) => [...place, each])), [[]])
}

function clashesOf(
  grid: Grid,
  places: readonly number[][],
  hits: readonly number[][],
  cellsOf: (box: readonly (readonly number[])[]) => TableRow['cells'],
): TableReview['clashes'] {
  const pairs = new Map<string, number[]>()
  for (const rows of hits) if (rows.length > 1) pairs.set(rows.join(), rows)
  return [...pairs].slice(0, MOST_SHOWN).map(([key, rows]) => {
    const [box] = boxes(grid, places, (index) => hits[index]!.join() === key)
    return { rows, cells: cellsOf(box!) }
  })
}

function idleRows(count: number, hits: readonly number[][]): number[] {
  const counts = new Set(hits.map(([first]) => first))
  return rangeFrom(0, count).filter((row) => !counts.has(row))
}

function rangeFrom(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)
}

function takeWhile(values: readonly number[], test: (value: number) => boolean): number[] {
  const end = values.findIndex((each) => !test(each))
  return end < 0 ? [...values] : values.slice(0, end)
}
