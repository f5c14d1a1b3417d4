import { beforeAll, describe, expect, it } from 'vitest'
import { region } from '../campaigns.testing.ts'
import { operationsOf } from '../operations.testing.ts'
import { testScheme } from '../schemes.testing.ts'
import { type Answer, stores, testServer } from '../server.testing.ts'
import { signed } from '../templates.testing.ts'
import { roles } from './rights.ts'
import { file, module, type People, places, publisher, type World, worldOf } from './rights-table.testing.ts'

/**
 * Every route × role × place, each cell a request about the same things of one city. The rows are written by hand, from
 * what each role is for, and not made from `rights.ts`: a change there that nobody meant shows here.
 *
 * Columns are the roles in the order designer, reviewer, evaluator, expert, department, reader, administrator:
 * y carried out, or refused for what it says and not for who says it; n 403; - 404, as if it were not there.
 * Groups are where the role is held: in the city, in the province above, in the county below, elsewhere. A department's
 * "below" is its neighbour in the same county, an expert's "elsewhere" another campaign of the same city.
 */
type Asked = { path: string; body?: unknown; headers?: Record<string, string> }
type Row = readonly [cells: string, request: (world: World) => Asked | Promise<Asked>]

const old = { 'if-match': '"99"' }
const department = { name: '某局', type: '机关', region }
const adoption = { scheme: 'demo', mode: 'reference' }
const layer = (layer: string) => ({ entries: [{ of: 'items', id: '预算数', layer, value: 1, why: '核对' }] })
const declaration = { yardstick: 'declaration/1', subject: { department: '甲校' }, period: '2025' }
const judgement = { entries: [{ of: 'judgements', id: '管理', layer: 'judged', value: 20, why: '核对' }] }

const rows: Readonly<Record<string, Row>> = {
  'GET /api/accounts': ['nnnnnny nnnnnny nnnnnny nnnnnny', () => ({ path: '/api/accounts' })],
  'POST /api/accounts': [
    'nnnnnny nnnnnny nnnnnnn nnnnnnn',
    () => ({
      path: '/api/accounts',
      body: {
        name: 'somebody',
        title: '李四',
        password: 'correct horse battery',
        grants: [{ role: 'reader', region }],
      },
    }),
  ],
  'GET /api/accounts/{id}': ['nnnnnny nnnnnny nnnnnn- nnnnnn-', (w) => ({ path: `/api/accounts/${w.account}` })],
  'PUT /api/accounts/{id}': [
    'nnnnnny nnnnnny nnnnnn- nnnnnn-',
    (w) => ({
      path: `/api/accounts/${w.account}`,
      body: { title: '张三', disabled: false, grants: [{ role: 'reader', region }] },
      headers: old,
    }),
  ],
  'POST /api/accounts/{id}/password': [
    'nnnnnny nnnnnny nnnnnn- nnnnnn-',
    (w) => ({ path: `/api/accounts/${w.account}/password`, body: { password: 'another staple, please' } }),
  ],
  'POST /api/accounts/{id}/unlock': [
    'nnnnnny nnnnnny nnnnnn- nnnnnn-',
    (w) => ({ path: `/api/accounts/${w.account}/unlock` }),
  ],
  'GET /api/audit-log': ['nnnnnnn nnnnnnn nnnnnnn nnnnnnn', () => ({ path: '/api/audit-log' })],
  'GET /api/departments': ['yyyyyyy yyyyyyy yyyyyyy yyyyyyy', () => ({ path: '/api/departments' })],
  'POST /api/departments': ['nnnnnny nnnnnny nnnnnnn nnnnnnn', () => ({ path: '/api/departments', body: department })],
  'POST /api/departments/import': [
    'nnnnnny nnnnnny nnnnnnn nnnnnnn',
    () => ({ path: '/api/departments/import', body: { rows: [department] } }),
  ],
  'POST /api/departments/import (applied)': [
    'nnnnnny nnnnnny nnnnnnn nnnnnnn',
    () => ({ path: '/api/departments/import', body: { rows: [department], apply: true } }),
  ],
  'GET /api/departments/{id}': [
    'yyy-yyy yyy-yyy yyy--yy -------',
    (w) => ({ path: `/api/departments/${w.department}` }),
  ],
  'PUT /api/departments/{id}': [
    'nnn-nny nnn-nny nnn--nn -------',
    (w) => ({ path: `/api/departments/${w.department}`, body: department, headers: old }),
  ],
  'DELETE /api/departments/{id}': [
    'nnn-nny nnn-nny nnn--ny -------',
    (w) => ({ path: `/api/departments/${w.department}`, headers: old }),
  ],
  'GET /api/regions': ['yyyyyyy yyyyyyy yyyyyyy yyyyyyy', () => ({ path: '/api/regions' })],
  'PUT /api/regions': [
    'nnnnnny nnnnnny nnnnnnn nnnnnnn',
    () => ({ path: '/api/regions', body: { regions: [{ code: region, name: '南昌市' }] } }),
  ],
  'GET /api/schemes': ['yyynnyy yyynnyy yyynnyy yyynnyy', () => ({ path: '/api/schemes' })],
  'POST /api/schemes': [
    'ynnnnnn ynnnnnn nnnnnnn nnnnnnn',
    () => ({ path: '/api/schemes', body: { region, scheme: testScheme() } }),
  ],
  'GET /api/schemes/{id}': ['yyy--yy yyy--yy ------- -------', (w) => ({ path: `/api/schemes/${w.scheme}` })],
  'DELETE /api/schemes/{id}': [
    'ynn--nn ynn--nn ------- -------',
    async (w) => ({ path: `/api/schemes/${await w.make.scheme()}` }),
  ],
  'POST /api/schemes/{id}/restore': [
    'ynn--nn ynn--nn ------- -------',
    async (w) => ({ path: `/api/schemes/${await w.make.removedScheme()}/restore` }),
  ],
  'GET /api/schemes/{id}/draft': [
    'yyy--yy yyy--yy ------- -------',
    (w) => ({ path: `/api/schemes/${w.scheme}/draft` }),
  ],
  'PUT /api/schemes/{id}/draft': [
    'ynn--nn ynn--nn ------- -------',
    (w) => ({ path: `/api/schemes/${w.draft}/draft`, body: testScheme(), headers: old }),
  ],
  'GET /api/schemes/{id}/revisions': [
    'yyy--yy yyy--yy ------- -------',
    (w) => ({ path: `/api/schemes/${w.scheme}/revisions` }),
  ],
  'GET /api/schemes/{id}/revisions/{number}': [
    'yyy--yy yyy--yy ------- -------',
    (w) => ({ path: `/api/schemes/${w.scheme}/revisions/1` }),
  ],
  'POST /api/schemes/{id}/save-points': [
    'ynn--nn ynn--nn ------- -------',
    (w) => ({ path: `/api/schemes/${w.scheme}/save-points`, body: { name: '初稿' } }),
  ],
  'DELETE /api/schemes/{id}/save-points/{number}': [
    'ynn--nn ynn--nn ------- -------',
    async (w) => ({ path: `/api/schemes/${await w.make.savePoint()}/save-points/1` }),
  ],
  'POST /api/schemes/{id}/review': [
    'ynn--nn ynn--nn ------- -------',
    (w) => ({ path: `/api/schemes/${w.draft}/review`, body: {}, headers: old }),
  ],
  'DELETE /api/schemes/{id}/review': [
    'ynn--nn ynn--nn ------- -------',
    async (w) => ({ path: `/api/schemes/${await w.make.schemeUnderReview()}/review` }),
  ],
  'GET /api/schemes/{id}/reviews': [
    'yyy--yy yyy--yy ------- -------',
    (w) => ({ path: `/api/schemes/${w.scheme}/reviews` }),
  ],
  'POST /api/schemes/{id}/review/remarks': [
    'yyn--nn yyn--nn ------- -------',
    (w) => ({ path: `/api/schemes/${w.scheme}/review/remarks`, body: { text: '偏低' } }),
  ],
  'PUT /api/schemes/{id}/review/remarks/{remark}': [
    'yyn--nn yyn--nn ------- -------',
    (w) => ({ path: `/api/schemes/${w.scheme}/review/remarks/${w.remark}`, body: { resolved: true } }),
  ],
  'POST /api/schemes/{id}/review/decision': [
    'nyn--nn nyn--nn ------- -------',
    (w) => ({ path: `/api/schemes/${w.draft}/review/decision`, body: { decision: 'approved' } }),
  ],
  'GET /api/schemes/{id}/comparison': [
    'yyy--yy yyy--yy ------- -------',
    (w) => ({ path: `/api/schemes/${w.scheme}/comparison?from=1` }),
  ],
  'GET /api/schemes/{id}/impact': [
    'yyy---- yyy---- ------- -------',
    (w) => ({ path: `/api/schemes/${w.scheme}/impact?campaign=${w.campaign}&version=${w.version}` }),
  ],
  'POST /api/schemes/{id}/impact': [
    'yyy---- yyy---- ------- -------',
    (w) => ({ path: `/api/schemes/${w.scheme}/impact`, body: { campaign: w.campaign, scheme: testScheme() } }),
  ],
  'POST /api/schemes/{id}/versions': [
    'nyn--nn nyn--nn ------- -------',
    (w) => ({ path: `/api/schemes/${w.draft}/versions` }),
  ],
  'GET /api/versions': ['yyyyyyy yyyyyyy yyyyyyy yyyyyyy', () => ({ path: '/api/versions' })],
  'GET /api/versions/{hash}': ['yyyyyyy yyyyyyy yyyyyyy yyyyyyy', (w) => ({ path: `/api/versions/${w.version}` })],
  'POST /api/versions/{hash}/retire': [
    'nynnnnn nynnnnn nnnnnnn nnnnnnn',
    (w) => ({ path: `/api/versions/${w.version}/retire` }),
  ],
  'GET /api/library': ['yyynnyn yyynnyn yyynnyn yyynnyn', () => ({ path: '/api/library' })],
  'GET /api/library/tags': ['yyynnyn yyynnyn yyynnyn yyynnyn', () => ({ path: '/api/library/tags' })],
  'POST /api/library': ['ynnnnnn ynnnnnn nnnnnnn nnnnnnn', () => ({ path: '/api/library', body: { module, region } })],
  'GET /api/library/{id}': ['yyy--y- yyy--y- yyy--y- -------', (w) => ({ path: `/api/library/${w.entry}` })],
  'PUT /api/library/{id}': [
    'ynn--n- ynn--n- nnn--n- -------',
    (w) => ({ path: `/api/library/${w.entry}`, body: { module, region }, headers: old }),
  ],
  'DELETE /api/library/{id}': [
    'ynn--n- ynn--n- nnn--n- -------',
    (w) => ({ path: `/api/library/${w.entry}`, headers: old }),
  ],
  'GET /api/library/{id}/uses': ['yyy--y- yyy--y- yyy--y- -------', (w) => ({ path: `/api/library/${w.entry}/uses` })],
  'POST /api/library/{id}/uses': [
    'ynn--n- ynn--n- ------- -------',
    (w) => ({ path: `/api/library/${w.entry}/uses`, body: { scheme: w.scheme, indicator: '满意' } }),
  ],
  'GET /api/campaigns': ['nyyyyyy nyyyyyy nyyyyyy nyyyyyy', () => ({ path: '/api/campaigns' })],
  'POST /api/campaigns': [
    'nnynnnn nnynnnn nnnnnnn nnnnnnn',
    (w) => ({
      path: '/api/campaigns',
      body: { name: '又一次', region, period: '2026', schemes: [{ version: w.version }] },
    }),
  ],
  'GET /api/campaigns/{id}': ['-yyyyyy -yyyyyy -yyyyyy -------', (w) => ({ path: `/api/campaigns/${w.campaign}` })],
  'PUT /api/campaigns/{id}': [
    '-nynnnn -nynnnn -nnnnnn -------',
    (w) => ({
      path: `/api/campaigns/${w.campaign}`,
      body: { name: '改名', region, period: '2025', schemes: [{ version: w.version }] },
      headers: old,
    }),
  ],
  'POST /api/campaigns/{id}/stage (to the next)': [
    '-ynnnnn -ynnnnn -nnnnnn -------',
    (w) => ({ path: `/api/campaigns/${w.campaign}/stage`, body: { stage: 'public' } }),
  ],
  'GET /api/campaigns/{id}/submissions': [
    '-yyyyyy -yyyyyy -yyyyyy -------',
    (w) => ({ path: `/api/campaigns/${w.campaign}/submissions` }),
  ],
  'POST /api/campaigns/{id}/submissions': [
    '-nynnnn -nynnnn -nnnnnn -------',
    (w) => ({ path: `/api/campaigns/${w.campaign}/submissions`, body: { departments: [w.department] } }),
  ],
  'GET /api/campaigns/{id}/documents': [
    '-yyyyyy -yyyyyy -yyyyyy -------',
    (w) => ({ path: `/api/campaigns/${w.campaign}/documents` }),
  ],
  'POST /api/campaigns/{id}/entries': [
    '-nynyn- -nynyn- -nnn-n- -------',
    (w) => ({
      path: `/api/campaigns/${w.campaign}/entries`,
      body: { submissions: [{ id: w.submission, revision: 1, ...layer('reported') }] },
    }),
  ],
  'GET /api/submissions/{id}': [
    '-yyyyy- -yyyyy- -yyy-y- -------',
    (w) => ({ path: `/api/submissions/${w.submission}` }),
  ],
  'DELETE /api/submissions/{id}': [
    '-nynnn- -nynnn- -nnn-n- -------',
    (w) => ({ path: `/api/submissions/${w.submission}` }),
  ],
  'PUT /api/submissions/{id}/layers (reported)': [
    '-nnnyn- -nnnyn- -nnn-n- -------',
    (w) => ({ path: `/api/submissions/${w.submission}/layers`, body: layer('reported'), headers: old }),
  ],
  'PUT /api/submissions/{id}/layers (verified)': [
    '-nynnn- -nynnn- -nnn-n- -------',
    (w) => ({ path: `/api/submissions/${w.submission}/layers`, body: layer('verified'), headers: old }),
  ],
  'PUT /api/submissions/{id}/layers (judged)': [
    '-nyynn- -nyynn- -nnn-n- -------',
    (w) => ({ path: `/api/submissions/${w.submission}/layers`, body: layer('judged'), headers: old }),
  ],
  'PUT /api/submissions/{id}/layers (overridden)': [
    '-ynnnn- -ynnnn- -nnn-n- -------',
    (w) => ({ path: `/api/submissions/${w.submission}/layers`, body: layer('overridden'), headers: old }),
  ],
  'PUT /api/submissions/{id}/layers (a judgement)': [
    '-nyynn- -nyynn- -nnn-n- -------',
    (w) => ({ path: `/api/submissions/${w.submission}/layers`, body: judgement, headers: old }),
  ],
  'POST /api/submissions/{id}/submit': [
    '-nnnyn- -nnnyn- -nnn-n- -------',
    (w) => ({ path: `/api/submissions/${w.submission}/submit`, headers: old }),
  ],
  'POST /api/submissions/{id}/return': [
    '-yynnn- -yynnn- -nnn-n- -------',
    (w) => ({ path: `/api/submissions/${w.submission}/return`, body: { note: '请补充' }, headers: old }),
  ],
  'GET /api/submissions/{id}/history': [
    '-yyyyy- -yyyyy- -yyy-y- -------',
    (w) => ({ path: `/api/submissions/${w.submission}/history` }),
  ],
  'GET /api/submissions/{id}/declaration': [
    '-yyyyy- -yyyyy- -yyy-y- -------',
    (w) => ({ path: `/api/submissions/${w.submission}/declaration` }),
  ],
  'PUT /api/submissions/{id}/declaration': [
    '-nnnyn- -nnnyn- -nnn-n- -------',
    (w) => ({ path: `/api/submissions/${w.submission}/declaration`, body: declaration, headers: old }),
  ],
  'POST /api/submissions/{id}/declaration/submit': [
    '-nnnyn- -nnnyn- -nnn-n- -------',
    (w) => ({ path: `/api/submissions/${w.submission}/declaration/submit` }),
  ],
  'POST /api/submissions/{id}/declaration/decision': [
    '-yynnn- -yynnn- -nnn-n- -------',
    (w) => ({ path: `/api/submissions/${w.submission}/declaration/decision`, body: { decision: 'approved' } }),
  ],
  'GET /api/submissions/{id}/evidence': [
    '-yyyyy- -yyyyy- -yyy-y- -------',
    (w) => ({ path: `/api/submissions/${w.submission}/evidence` }),
  ],
  'POST /api/submissions/{id}/evidence': [
    '-nynyn- -nynyn- -nnn-n- -------',
    (w) => ({ path: `/api/submissions/${w.submission}/evidence`, ...file('a.exe') }),
  ],
  'GET /api/evidence/{id}': ['-yyyyy- -yyyyy- -yyy-y- -------', (w) => ({ path: `/api/evidence/${w.evidence}` })],
  'DELETE /api/evidence/{id}': ['-nnnyn- -nnnyn- -nnn-n- -------', (w) => ({ path: `/api/evidence/${w.evidence}` })],
  "DELETE /api/evidence/{id} (an evaluator's)": [
    '-nyn-n- -nyn-n- -nnn-n- -------',
    async (w) => ({ path: `/api/evidence/${await w.make.evidence()}` }),
  ],
  'GET /api/submissions/{id}/evaluation': [
    '-yynny- -yynny- -yyn-y- -------',
    (w) => ({ path: `/api/submissions/${w.submission}/evaluation` }),
  ],
  'POST /api/campaigns/{id}/runs': [
    '-yynnnn -yynnnn -nnnnnn -------',
    (w) => ({ path: `/api/campaigns/${w.campaign}/runs` }),
  ],
  'GET /api/campaigns/{id}/runs': [
    '-yynnyn -yynnyn -nnnnnn -------',
    (w) => ({ path: `/api/campaigns/${w.campaign}/runs` }),
  ],
  'GET /api/runs/{id}': ['-yynnyn -yynnyn -nnnnnn -------', (w) => ({ path: `/api/runs/${w.run}` })],
  'GET /api/runs/{id}/progress': ['-yynnyn -yynnyn -nnnnnn -------', (w) => ({ path: `/api/runs/${w.run}/progress` })],
  'POST /api/runs/{id}/cancel': ['-yynnnn -yynnnn -nnnnnn -------', (w) => ({ path: `/api/runs/${w.run}/cancel` })],
  'POST /api/runs/{id}/retry': ['-yynnnn -yynnnn -nnnnnn -------', (w) => ({ path: `/api/runs/${w.run}/retry` })],
  'GET /api/runs/{id}/evaluations': [
    '-yynnyn -yynnyn -nnnnnn -------',
    (w) => ({ path: `/api/runs/${w.run}/evaluations` }),
  ],
  'GET /api/runs/{id}/recomputation': [
    '-yynnyn -yynnyn -nnnnnn -------',
    (w) => ({ path: `/api/runs/${w.run}/recomputation` }),
  ],
  'GET /api/evaluations/{run}/{submission}': [
    '-yynny- -yynny- -yyn-y- -------',
    (w) => ({ path: `/api/evaluations/${w.run}/${w.submission}` }),
  ],
  'GET /api/evaluations/{run}/{submission}/explanation': [
    '-yynny- -yynny- -yyn-y- -------',
    (w) => ({ path: `/api/evaluations/${w.run}/${w.submission}/explanation` }),
  ],
  'GET /api/evaluations/{run}/{submission}/basis': [
    '-yynny- -yynny- -yyn-y- -------',
    (w) => ({ path: `/api/evaluations/${w.run}/${w.submission}/basis` }),
  ],
  'GET /api/submissions/{id}/report-texts': [
    '-yynny- -yynny- -yyn-y- -------',
    (w) => ({ path: `/api/submissions/${w.submission}/report-texts` }),
  ],
  'PUT /api/submissions/{id}/report-texts': [
    '-yynnn- -yynnn- -nnn-n- -------',
    (w) => ({
      path: `/api/submissions/${w.submission}/report-texts`,
      body: { yardstick: 'report-texts/1', date: '2026年3月' },
      headers: old,
    }),
  ],
  'GET /api/campaigns/{id}/ranking': [
    '-yynnyn -yynnyn -nnnnnn -------',
    (w) => ({ path: `/api/campaigns/${w.campaign}/ranking` }),
  ],
  'GET /api/campaigns/{id}/statistics': [
    '-yynnyn -yynnyn -nnnnnn -------',
    (w) => ({ path: `/api/campaigns/${w.campaign}/statistics` }),
  ],
  'GET /api/campaigns/{id}/reminders': [
    '-yyyyyy -yyyyyy -yyyyyy -------',
    (w) => ({ path: `/api/campaigns/${w.campaign}/reminders` }),
  ],
  'POST /api/campaigns/{id}/reminders': [
    '-nynnnn -nynnnn -nnnnnn -------',
    (w) => ({ path: `/api/campaigns/${w.campaign}/reminders`, body: { note: '请尽快提交' } }),
  ],
  'GET /api/campaigns/{id}/progress': [
    '-yyyyyy -yyyyyy -yyyyyy -------',
    (w) => ({ path: `/api/campaigns/${w.campaign}/progress` }),
  ],
  'GET /api/submissions/{id}/progress': [
    '-yyyyy- -yyyyy- -yyy-y- -------',
    (w) => ({ path: `/api/submissions/${w.submission}/progress` }),
  ],
  'GET /api/campaigns/{id}/complaints': [
    '-yyyyyy -yyyyyy -yyyyyy -------',
    (w) => ({ path: `/api/campaigns/${w.campaign}/complaints` }),
  ],
  'GET /api/submissions/{id}/complaints': [
    '-yynyy- -yynyy- -yyn-y- -------',
    (w) => ({ path: `/api/submissions/${w.submission}/complaints` }),
  ],
  'POST /api/submissions/{id}/complaints': [
    '-nnnyn- -nnnyn- -nnn-n- -------',
    (w) => ({
      path: `/api/submissions/${w.submission}/complaints`,
      body: { run: w.run, indicator: '管理', text: '请复核' },
    }),
  ],
  'POST /api/complaints/{id}/remarks': [
    '-yy-yn- -yy-yn- -nn--n- -------',
    (w) => ({ path: `/api/complaints/${w.complaint}/remarks`, body: { text: '请补充' } }),
  ],
  'POST /api/complaints/{id}/decision': [
    '-yn-nn- -yn-nn- -nn--n- -------',
    (w) => ({ path: `/api/complaints/${w.complaint}/decision`, body: { outcome: 'kept', reason: '依据充分' } }),
  ],
  'GET /api/campaigns/{id}/scores': [
    '-yynnyn -yynnyn -nnnnnn -------',
    (w) => ({ path: `/api/campaigns/${w.campaign}/scores` }),
  ],
  'GET /api/campaigns/{id}/indicators': [
    '-yynnyn -yynnyn -nnnnnn -------',
    (w) => ({ path: `/api/campaigns/${w.campaign}/indicators` }),
  ],
  'GET /api/campaigns/{id}/comparison/indicators': [
    '-yynnyn -yynnyn -nnnnnn -------',
    (w) => ({ path: `/api/campaigns/${w.campaign}/comparison/indicators?with=${w.campaign}` }),
  ],
  'GET /api/campaigns/{id}/comparison': [
    '-yynnyn -yynnyn -nnnnnn -------',
    (w) => ({ path: `/api/campaigns/${w.campaign}/comparison?with=${w.campaign}` }),
  ],
  'GET /api/templates': ['yyynnyy yyynnyy yyynnyy yyynnyy', () => ({ path: '/api/templates' })],
  'POST /api/templates/reading': [
    'ynnnnnn ynnnnnn ynnnnnn ynnnnnn',
    () => ({ path: '/api/templates/reading', body: { file: signed(publisher).file } }),
  ],
  'POST /api/templates': [
    'ynnnnnn ynnnnnn ynnnnnn ynnnnnn',
    () => ({ path: '/api/templates', body: { file: signed(publisher).file } }),
  ],
  'GET /api/templates/{hash}': ['yyynnyy yyynnyy yyynnyy yyynnyy', (w) => ({ path: `/api/templates/${w.template}` })],
  'GET /api/templates/{hash}/file': [
    'yyynnyy yyynnyy yyynnyy yyynnyy',
    (w) => ({ path: `/api/templates/${w.template}/file` }),
  ],
  'GET /api/templates/{hash}/adoptions': [
    'yyynnyy yyynnyy yyynnyy yyynnyy',
    (w) => ({ path: `/api/templates/${w.template}/adoptions` }),
  ],
  // What somebody else took in is taken out by designers of everything only.
  'DELETE /api/templates/{hash}': [
    'nnnnnnn nnnnnnn nnnnnnn nnnnnnn',
    (w) => ({ path: `/api/templates/${w.template}` }),
  ],
  'POST /api/templates/{hash}/adoption/trial': [
    'ynnnnnn ynnnnnn nnnnnnn nnnnnnn',
    (w) => ({ path: `/api/templates/${w.template}/adoption/trial`, body: { ...adoption, region } }),
  ],
  'POST /api/templates/{hash}/adoption': [
    'ynnnnnn ynnnnnn nnnnnnn nnnnnnn',
    (w) => ({ path: `/api/templates/${w.template}/adoption`, body: { ...adoption, region } }),
  ],
  'POST /api/templates/{hash}/modules/{module}': [
    'ynnnnnn ynnnnnn ynnnnnn ynnnnnn',
    (w) => ({ path: `/api/templates/${w.template}/modules/m` }),
  ],
  'GET /api/schemes/{id}/upstream': [
    'yyy--yy yyy--yy ------- -------',
    (w) => ({ path: `/api/schemes/${w.scheme}/upstream` }),
  ],
  'GET /api/schemes/{id}/proposals': [
    'yyy--yy yyy--yy ------- -------',
    (w) => ({ path: `/api/schemes/${w.scheme}/proposals` }),
  ],
  'POST /api/schemes/{id}/package': [
    'nyn--nn nyn--nn ------- -------',
    (w) => ({ path: `/api/schemes/${w.scheme}/package`, body: { key: w.key, passphrase: 'x' } }),
  ],
  'GET /api/schemes/{id}/mapping': [
    'yyy--yy yyy--yy ------- -------',
    (w) => ({ path: `/api/schemes/${w.scheme}/mapping` }),
  ],
  'PUT /api/schemes/{id}/mapping': [
    'ynn--nn ynn--nn ------- -------',
    (w) => ({
      path: `/api/schemes/${w.scheme}/mapping`,
      body: { yardstick: 'mapping/1', items: {} },
      headers: old,
    }),
  ],
  'GET /api/catalogues': ['yyynnyy yyynnyy yyynnyy yyynnyy', () => ({ path: '/api/catalogues' })],
  'GET /api/catalogues/{number}/packages': [
    'ynnnnnn ynnnnnn ynnnnnn ynnnnnn',
    () => ({ path: '/api/catalogues/1/packages' }),
  ],
  'POST /api/catalogues/{number}/packages/{hash}/reading': [
    'ynnnnnn ynnnnnn ynnnnnn ynnnnnn',
    (w) => ({ path: `/api/catalogues/1/packages/${w.template}/reading` }),
  ],
  'POST /api/catalogues/{number}/packages/{hash}': [
    'ynnnnnn ynnnnnn ynnnnnn ynnnnnn',
    (w) => ({ path: `/api/catalogues/1/packages/${w.template}` }),
  ],
  'GET /api/trusted-keys': ['yyynnyy yyynnyy yyynnyy yyynnyy', () => ({ path: '/api/trusted-keys' })],
  'POST /api/trusted-keys': [
    'nnnnnny nnnnnny nnnnnnn nnnnnnn',
    () => ({ path: '/api/trusted-keys', body: { document: publisher.document } }),
  ],
  'DELETE /api/trusted-keys/{key}': [
    'nnnnnny nnnnnny nnnnnnn nnnnnnn',
    () => ({ path: `/api/trusted-keys/${publisher.key}` }),
  ],
  'GET /api/keys': ['yyynnyy yyynnyy yyynnyy yyynnyy', () => ({ path: '/api/keys' })],
  'POST /api/keys': [
    'nnnnnny nnnnnny nnnnnnn nnnnnnn',
    () => ({
      path: '/api/keys',
      body: { name: '签印', publisher: '南昌市财政局', region, passphrase: 'correct horse battery' },
    }),
  ],
  'GET /api/keys/{key}/file': ['yyynnyy yyynnyy yyynnyy yyynnyy', (w) => ({ path: `/api/keys/${w.key}/file` })],
  'DELETE /api/keys/{key}': [
    'nnnnnny nnnnnny nnnnnnn nnnnnnn',
    async (w) => ({ path: `/api/keys/${await w.make.key()}` }),
  ],
}

/** For everybody, signed in or not. */
const open = ['GET /api/health', 'GET /api/session', 'POST /api/session', 'DELETE /api/session']
/** For everybody who has signed in, about themselves. */
const own = ['PUT /api/session/password']

describe.each(stores)('on %s, rights', (kind) => {
  const server = testServer(kind, {
    settings: { jobs: { atOnce: 1, pollMs: 50 }, catalogues: ['http://127.0.0.1:9/'] },
  })
  let world: World
  let people: People
  let routes: string[]
  let answers: Map<string, readonly number[]>
  beforeAll(async () => {
    const operations = await operationsOf(server().app)
    answers = new Map(operations.map(({ method, path, answers }) => [`${method} ${path}`, answers]))
    routes = [...answers.keys()]
    ;({ world, people } = await worldOf(server()))
  }, 120_000)

  it('are written down for every route', () => {
    const written = [...open, ...own, ...Object.keys(rows).map((row) => row.replace(/ \(.*\)$/, ''))]
    expect(routes.filter((route) => !written.includes(route))).toEqual([])
    expect(written.filter((route) => !routes.includes(route))).toEqual([])
  })

  it.each(Object.keys(rows))('%s', async (name) => {
    const [cells, request] = rows[name]!
    const method = name.split(' ')[0] as 'GET'
    const found: string[] = []
    for (const place of places) {
      const group: string[] = []
      for (const role of roles) {
        const { path, body, headers } = await request(world)
        const answer = await people[role][place](method, path, body, headers)
        group.push(cellOf(answer))
        if (answer.status < 300) expect(answers.get(name.replace(/ \(.*\)$/, ''))).toContain(answer.status)
      }
      found.push(group.join(''))
    }
    expect(found.join(' ')).toBe(cells)
    const { path, body, headers } = await request(world)
    expect(await server().nobody(method, path, body, headers)).toMatchObject({
      status: 401,
      codes: ['REQUEST_SIGN_IN'],
    })
  })

  it('of an administrator of everything reach everything of theirs', async () => {
    const ask = await server().as({ role: 'administrator' })
    expect((await ask('GET', '/api/audit-log')).body.entries).not.toEqual([])
    expect((await ask('GET', `/api/accounts/${world.account}`)).status).toBe(200)
  })

  it.each(roles)('show a %s in no list what they do not see by its id', async (role) => {
    const lists = ['/api/accounts', '/api/departments', '/api/schemes', '/api/library', '/api/campaigns'].concat(
      ...['submissions', 'runs', 'ranking', 'scores', 'complaints', 'reminders', 'progress'].map(
        (list) => `/api/campaigns/${world.campaign}/${list}`,
      ),
      ...['evidence', 'history', 'complaints'].map((list) => `/api/submissions/${world.submission}/${list}`),
    )
    const things: readonly (readonly [string, string])[] = [
      ['accounts', world.account],
      ['departments', world.department],
      ['schemes', world.scheme],
      ['library', world.entry],
      ['campaigns', world.campaign],
      ['submissions', world.submission],
      ['evidence', world.evidence],
      ['runs', world.run],
    ]
    for (const place of places) {
      const ask = people[role][place]
      const listed = await Promise.all(lists.map(async (list) => JSON.stringify((await ask('GET', list)).body)))
      for (const [kind, id] of things) {
        if ((await ask('GET', `/api/${kind}/${id}`)).status === 200) continue
        const told = lists.filter((list, at) => !list.includes(id) && listed[at]?.includes(id) === true)
        // Submissions name their departments, also to experts, who have no list of these.
        if (kind === 'departments' && role === 'expert') continue
        // A complaint names the run whose line it is about, and so does one's own result.
        if (kind === 'runs' && told.every((list) => list.endsWith('/complaints'))) continue
        expect({ place, kind, told }).toEqual({ place, kind, told: [] })
      }
    }
  })
})

function cellOf({ status, codes, body }: Answer): string {
  if (status === 404) return '-'
  if (status === 403 || codes.includes('REQUEST_FORBIDDEN')) return 'n'
  // A request that is itself wrong would not show who may send it.
  if (status === 401 || status >= 500 || codes.some((code) => /^(SHAPE|JSON|REQUEST_BROKEN)/.test(code))) {
    throw new Error(`${status} ${JSON.stringify(body).slice(0, 500)}`)
  }
  return 'y'
}
