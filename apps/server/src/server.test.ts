import { describe, expect, it } from 'vitest'
import { stores, testServer } from './server.testing.ts'
import { runSql } from './store/run-sql.ts'

describe.each(stores)('on %s, a fault of ours', (kind) => {
  const lines: string[] = []
  const server = testServer(kind, { log: { level: 'error', stream: { write: (line) => lines.push(line) } } })

  it('is answered with its number, under which the log has the cause, and with nothing else', async () => {
    const ask = await server().as({ role: 'reader' })
    await runSql(server().context.database.db, 'alter table department rename to department_gone')
    const answer = await ask('GET', '/api/departments')
    expect(answer).toMatchObject({ status: 500, codes: ['SERVER_FAULT'] })
    expect(JSON.stringify(answer.body)).not.toMatch(/department|relation|select|\.ts/)
    const [line = ''] = lines
    expect(JSON.parse(line)).toMatchObject({ reqId: answer.body.issues[0].found, err: { code: '42P01' } })
  })
})
