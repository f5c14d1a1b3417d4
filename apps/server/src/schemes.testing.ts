import type { Scheme } from '@yardstick/model'
import type { Asking } from './server.testing.ts'

/** A scheme whose points add up and whose case comes out. */
export function testScheme(more: Partial<Scheme> = {}): Scheme {
  return {
    yardstick: 'scheme/1',
    id: 'demo',
    name: '示例指标体系',
    version: '1',
    fullScore: '100',
    items: [{ id: '满意度', type: 'rate' }],
    indicators: [
      { id: '产出', name: '产出', points: '60', children: [{ id: '数量', name: '数量', points: '60', ...judged }] },
      {
        id: '满意',
        name: '满意度',
        points: '40',
        actual: '满意度',
        target: { comparator: '>=', value: '90%' },
        scoring: { method: 'ratio' },
      },
    ],
    grades: [{ name: '优', from: '90' }, { name: '差' }],
    cases: [
      {
        name: '满分',
        submission: {
          subject: { department: '某局' },
          period: '2024',
          items: { 满意度: '90%' },
          judgements: { 数量: 60 },
        },
        expected: { total: '100' },
      },
    ],
    ...more,
  }
}

const judged = { scoring: { method: 'judgement' as const } }

/** A scheme of the server, by its id; each its own region. */
export async function addedScheme(ask: Asking, scheme: Scheme = testScheme(), region = '360100'): Promise<string> {
  const { status, body } = await ask('POST', '/api/schemes', { region, scheme })
  if (status !== 201) throw new Error(JSON.stringify(body))
  return body.id
}

export const based = (revision: number) => ({ 'if-match': `"${revision}"` })
