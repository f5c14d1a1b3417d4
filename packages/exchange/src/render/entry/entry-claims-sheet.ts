import { leaves } from '@yardstick/model'
import { type Block, type CellRule, cellReference, type WorkbookCell, type WorkbookSheet } from '../workbook.ts'
import { block, cell, textCell } from './entry-cells.ts'
import { whoOf } from './entry-data-sheet.ts'
import type { EntryContext } from './entry-workbook-input.ts'
import { CLAIMS_MARK, HEADING_KEY, NOTE_KEY, TOTAL_KEY } from './entry-workbook-keys.ts'

/** 自评: every leaf with its points and the score the department gives itself, the total it claims, and its remarks. */
export function claimsSheet(context: EntryContext): WorkbookSheet {
  const { words, scheme, subject, period, present } = context
  const { claims } = present ?? {}
  const rows: (WorkbookCell | null)[][] = [
    [null, textCell(words.claimsHeading(scheme.name), 'title')],
    [null, textCell(words.about(whoOf(subject), period, scheme.version), 'plain')],
    [
      textCell(CLAIMS_MARK, 'header'),
      ...[words.claimColumns.indicator, words.claimColumns.points, words.claimColumns.claim].map((text) =>
        textCell(text, 'header'),
      ),
    ],
  ]
  const merges: Block[] = [block(0, 1, 1, 3), block(1, 1, 1, 3)]
  const rules: CellRule[] = []
  const add = (key: string, name: string, points: string, claim: string | undefined) => {
    const rule = { kind: 'number', min: '0', max: points } as const
    rules.push({ block: block(rows.length, CLAIM), allows: rule, message: words.messages.claim(points) })
    const score = cell(claim === undefined ? { blank: { grouped: 2 } } : { number: claim, grouped: 2 }, 'input')
    rows.push([textCell(key, 'aside'), textCell(name, 'text'), cell({ number: points }, 'figure'), score])
  }
  let top = ''
  for (const { node, path, depth } of leaves(scheme)) {
    const [heading = ''] = path
    if (depth > 0 && heading !== top) {
      merges.push(block(rows.length, 1, 1, 3))
      rows.push([textCell(HEADING_KEY, 'aside'), textCell(heading, 'section')])
    }
    top = heading
    const scores = claims?.scores ?? {}
    const claim = Object.hasOwn(scores, node.id) ? scores[node.id] : undefined
    add(node.id, (depth === 0 ? path : path.slice(1)).join(' / '), node.points, claim)
  }
  const [from, to] = [HEAD_ROWS, rows.length - 1].map((row) => cellReference(row, CLAIM))
  const sum = cell({ formula: `SUM(${from}:${to})` }, 'sum')
  rows.push([
    textCell(HEADING_KEY, 'aside'),
    textCell(words.claimSum, 'sum'),
    cell({ number: scheme.fullScore }, 'sum'),
    sum,
  ])
  add(TOTAL_KEY, words.claimTotal, scheme.ceiling ?? scheme.fullScore, claims?.total)
  merges.push(block(rows.length, 2, 1, 2))
  const note = cell(claims?.note === undefined ? { blank: 'text' } : { text: claims.note }, 'input')
  rows.push([textCell(NOTE_KEY, 'aside'), textCell(words.claimNote, 'text'), note])
  return {
    name: words.claims,
    columns: [6, 60, 12, 40],
    rows,
    merges,
    frozen: { rows: HEAD_ROWS, columns: 2 },
    marked: [],
    hiddenColumns: [0],
    isLocked: true,
    rules,
  }
}

const HEAD_ROWS = 3
const CLAIM = 3
