import { describe, expect, it } from 'vitest'
import type { Scheme } from '../schema/scheme.ts'
import { validate } from '../validate.ts'
import { checkReportTexts } from './check-report-texts.ts'

const scheme = {
  id: 's',
  indicators: [{ id: 'output', name: '产出', points: '10', scoring: { method: 'judgement' } }],
} as unknown as Scheme

describe('texts of a report', () => {
  it('are a document with sections, a form, and what stands on the cover', () => {
    const read = validate('report-texts', {
      yardstick: 'report-texts/1',
      evaluator: '乙所',
      sections: { advice: '一\n二', problems: '' },
      form: { expected: '建成', deviations: { output: '场地未落实' } },
    })
    expect(read).toMatchObject({ ok: true })
  })

  it.each([
    ['a section there is not', { sections: { epilogue: '' } }, 'SHAPE_UNKNOWN_KEY'],
    ['no text', { sections: { advice: 5 } }, 'SHAPE_TYPE'],
    ['a cover line that is empty', { date: '' }, 'SHAPE_SIZE'],
  ])('with %s are refused', (_, more, code) => {
    const read = validate('report-texts', { yardstick: 'report-texts/1', ...more })
    expect(read.ok ? [] : read.issues.map((each) => each.code)).toEqual([code])
  })

  it('name the indicator a reason was meant for', () => {
    const texts = { yardstick: 'report-texts/1', form: { deviations: { output: '有因', outpt: '有因' } } } as const
    expect(checkReportTexts(scheme, texts)).toMatchObject([
      { code: 'SUBMISSION_UNKNOWN_INDICATOR', pointer: '/form/deviations/outpt', expected: 'output', found: 'outpt' },
    ])
  })
})
