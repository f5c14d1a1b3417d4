import { canonicalText, type GroupFacts, hashDocument, type Scheme, type Submission, validate } from '@yardstick/model'
import { afterAll, describe, expect, it } from 'vitest'
import { rule } from '../evaluations.testing.ts'
import { ScoringPool, type ScoringTask } from './pool.ts'
import { sha256 } from './score.ts'

const seed = 'seeds/yangquan-2021'
const submission = canonicalText(rule(seed))

function hashed(folder: string) {
  const scheme = rule<Scheme>(folder, 'scheme.json')
  return { hash: hashDocument(scheme, sha256), text: canonicalText(scheme) }
}

function task(count: number, fields: Partial<ScoringTask> = {}): ScoringTask {
  const submissions = Array(count).fill({ submission, declaration: null })
  return { scheme: hashed(seed), facts: undefined, language: 'zh', trace: false, submissions, ...fields }
}

describe('threads that score', () => {
  const pool = new ScoringPool(2)
  afterAll(() => pool.close())

  it('give Evaluations, in the order of the submissions', async () => {
    const other = canonicalText({ ...rule<Submission>(seed), items: {}, judgements: {} })
    const submissions = [submission, other, submission].map((text) => ({ submission: text, declaration: null }))
    const results = await pool.score(task(0, { submissions }))
    expect(results.map(({ total }) => total)).toEqual(['85.73', null, '85.73'])
    const read = validate('evaluation', JSON.parse(results[0]!.document))
    expect(read).toMatchObject({ ok: true })
    expect(results[0]!.submissionHash).toBe(sha256(submission))
  })

  it('serve whoever waits before what a run has waiting', async () => {
    const order: string[] = []
    const bulk = pool.score(task(2_000), 'bulk').then(() => order.push('bulk'))
    await pool.score(task(1)).then(() => order.push('urgent'))
    await bulk
    expect(order).toEqual(['urgent', 'bulk'])
  })

  it('go through a group page by page, as often as it takes', async () => {
    const folder = 'departments/health'
    const members = ['submission.json', 'group/county-2.json', 'group/county-3.json'].map((file) => rule(folder, file))
    const texts = members.map((each) => [{ submission: canonicalText(each), declaration: null }])
    const pages = () => {
      let at = 0
      return async () => texts[at++] ?? []
    }
    const facts = await pool.groupFacts(hashed(folder), pages)
    expect(facts?.members).toBe(3)
    expect(facts?.hash).toBe(sha256(facts!.document))
    const { members: found } = JSON.parse(facts!.document) as GroupFacts
    expect(found.map(({ subject }) => subject.department)).toEqual(members.map(({ subject }) => subject.department))
    expect(await pool.groupFacts(hashed(seed), pages)).toBeUndefined()
    const broken = () => () => Promise.reject(new Error('no page'))
    await expect(pool.groupFacts(hashed(folder), broken)).rejects.toThrow('no page')
  })

  it('tell of a fault whom it concerns, and score on', async () => {
    const wrong = task(0, { submissions: [{ submission: 'no JSON', declaration: null }] })
    await expect(pool.score(wrong)).rejects.toThrow('JSON')
    expect(await pool.score(task(1))).toHaveLength(1)
    // A scheme that is none ends the thread; the next one begins another.
    const nothing = task(1, { scheme: { hash: 'wrong', text: 'no JSON' } })
    await expect(pool.score(nothing)).rejects.toThrow('JSON')
    expect(await pool.score(task(60))).toHaveLength(60)
  })

  it('end with their pool', async () => {
    const own = new ScoringPool(1)
    const waiting = own.score(task(500))
    waiting.catch(() => undefined)
    await own.close()
    await expect(waiting).rejects.toThrow('closed')
    await expect(own.score(task(1))).rejects.toThrow('closed')
  })
})
