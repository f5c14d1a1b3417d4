import type { CatalogueEntry } from './entry.ts'
import { namedEn, namedZh } from './request-words.ts'
import { list, part, show } from './words.ts'

/** What a server answers to a request it does not carry out. `expected` and `found` say what it looked for and what it met. */
export const requestIssues = {
  REQUEST_SIGN_IN: {
    severity: 'error',
    zh: () => '应先登录，现未登录或登录已过期；请重新登录后再试，尚未保存的内容仍留在本页',
    en: () =>
      'expected somebody who has signed in, found nobody, or a session that has ended; sign in and try again, what is not yet saved stays on the page',
  },
  REQUEST_FORBIDDEN: {
    severity: 'error',
    zh: (expected) => `此操作应由有此权限的人办理（${show(namedZh(expected))}），您在这里没有；请联系管理员授权`,
    en: (expected) =>
      `this is for those with the right to it (${list(namedEn(expected))}), which you do not have here; ask an administrator for it`,
  },
  REQUEST_NOT_FOUND: {
    severity: 'error',
    zh: (_, found) => `没有找到“${show(found)}”，可能已删除，或不在您可查看的范围内；请返回列表重新选择`,
    en: (_, found) =>
      `"${show(found)}" was not found: it was removed, or is not among what you may see; go back to the list and choose again`,
  },
  REQUEST_STALE: {
    severity: 'error',
    zh: (expected, found) =>
      `保存应基于最新的第 ${show(expected)} 稿，现基于第 ${show(found)} 稿，其间已有他人修改；请先合并再保存`,
    en: (expected, found) =>
      `expected a change of revision ${show(expected)}, the newest, found one of ${show(found)}: somebody else has changed it since; merge and save again`,
  },
  REQUEST_NO_REVISION: {
    severity: 'error',
    zh: () => '保存应注明所依据的稿次（If-Match），现未注明；请重新打开后再保存',
    en: () => 'expected the revision that was changed (If-Match), found none; open it anew and save again',
  },
  REQUEST_STATE: {
    severity: 'error',
    zh: (expected, found) =>
      `此操作应在“${show(namedZh(expected))}”状态下进行，现为“${show(namedZh(found))}”；请刷新后按现在的状态办理`,
    en: (expected, found) =>
      `this can be done in the state ${list(namedEn(expected))}, found ${show(namedEn(found))}; reload and go on from there`,
  },
  REQUEST_EXISTS: {
    severity: 'error',
    zh: (_, found) => `“${show(found)}”应是新的，现已存在；请换一个，或打开已有的`,
    en: (_, found) => `"${show(found)}" should be new and is there already; choose another, or open the one there is`,
  },
  REQUEST_IN_USE: {
    severity: 'error',
    zh: (expected, found) =>
      `“${show(found)}”应未被使用才能移除，现已有${show(namedZh(expected))}；请保留，或先撤销使用`,
    en: (expected, found) =>
      `expected "${show(found)}" not to be used when it is removed, found: ${list(namedEn(expected))}; keep it, or undo the use first`,
  },
  REQUEST_MEDIA: {
    severity: 'error',
    zh: (expected, found) => `内容类型应为 ${show(expected)}，现为 ${show(found)}；请换成允许的类型后再试`,
    en: (expected, found) => `expected content of type ${list(expected)}, found ${show(found)}; send one of these`,
  },
  REQUEST_LIMIT: {
    severity: 'error',
    zh: (expected, found) => `请求过于频繁（限 ${show(expected)}）；请等 ${show(found)} 秒后再试`,
    en: (expected, found) => `too many requests (at most ${show(expected)}): wait ${show(found)} seconds and try again`,
  },
  REQUEST_ORIGIN: {
    severity: 'error',
    zh: (expected, found) =>
      `请求应来自标尺自己的页面（${show(expected)}），现为 ${show(found)}；请从该地址打开，需供他人使用时先用 yardstick admin 建立账户，经代理时写明可信代理`,
    en: (expected, found) =>
      `expected a request from Yardstick's own page (${show(expected)}), found ${show(found)}; open it there, to let others use it first make accounts with yardstick admin, behind a proxy name that proxy as trusted`,
  },
  REQUEST_TOKEN: {
    severity: 'error',
    zh: () => '应从启动时打印的地址打开（其中带有口令），现没有口令；请复制终端里的完整地址，或重新运行 npm start',
    en: () =>
      'expected the address that was printed at the start, with its token, found none; copy the whole address from the terminal, or run npm start again',
  },
  REQUEST_BROKEN: {
    severity: 'error',
    zh: (expected, found) => `请求应能读懂（${show(expected)}），现为 ${show(found)}；请检查后重发`,
    en: (expected, found) =>
      `expected a request that can be read (${show(expected)}), found ${show(found)}; check and send it again`,
  },
  SIGN_IN_FAILED: {
    severity: 'error',
    zh: () => '账户名与密码应相符，现不相符；请检查大小写和输入法后重试，忘记密码请联系管理员',
    en: () =>
      'expected a name and its password, found two that do not belong together; check capitals and the input method, or ask an administrator for a new password',
  },
  SIGN_IN_LOCKED: {
    severity: 'error',
    zh: (_, found) => `登录失败次数过多，此账户已暂停登录；请等 ${show(found)} 秒后再试，或联系管理员解除`,
    en: (_, found) =>
      `too many failed attempts, sign-in to this account is paused: wait ${show(found)} seconds, or ask an administrator to lift it`,
  },
  PASSWORD_WEAK: {
    severity: 'error',
    zh: (expected) => `密码应不易猜到：${part(expected, 'zh')}；请换一个`,
    en: (expected) => `expected a password ${part(expected, 'en')}; choose another`,
  },
  PASSWORD_CHANGE_DUE: {
    severity: 'error',
    zh: () => '首次登录应先改密码，现仍为管理员所设；请先更改密码，再办其他事',
    en: () => 'expected a password of your own first, found the one an administrator set; change it, then go on',
  },
  ACCOUNT_LAST_ADMINISTRATOR: {
    severity: 'error',
    zh: (_, found) => `至少应有一位不限地区的管理员可以登录，“${show(found)}”是最后一位；请先授权另一位，再停用或撤权`,
    en: (_, found) =>
      `expected at least one administrator of all regions who can sign in, found "${show(found)}" to be the last; make another one first`,
  },
  CAMPAIGN_NO_SCHEME: {
    severity: 'error',
    zh: (_, found) =>
      `每类单位都应有适用的指标体系，现评价项目中没有适用于“${show(found)}”的；请在评价项目中为此类型指定指标体系，或另选单位`,
    en: (_, found) =>
      `expected a scheme for every type of department, found none in the campaign for ${list(found)}; name one for it in the campaign, or choose other departments`,
  },
  CAMPAIGN_BEGUN: {
    severity: 'error',
    zh: (_, found) =>
      `评价项目纳入评价对象后，${show(namedZh(found))}应保持不变，现已改动；请改回，或先移出评价对象，或另建评价项目`,
    en: (_, found) =>
      `expected a campaign to keep what its submissions were begun with, found a change of its ${list(namedEn(found))}; put it back, take the submissions out first, or make another campaign`,
  },
  DEPARTMENT_CIRCLE: {
    severity: 'error',
    zh: (expected, found) =>
      `上级单位应在“${show(found)}”之上，现“${show(expected)}”就在它之下，首尾相接；请改正其中一个的上级单位`,
    en: (expected, found) =>
      `expected what is above "${show(found)}" not to be below it, found "${show(expected)}", which is; correct what is above one of them`,
  },
  DEPARTMENT_AMBIGUOUS: {
    severity: 'error',
    zh: (expected, found) =>
      `上级单位“${show(found)}”应只指一个单位，现有 ${show(expected)} 个同名；请改填该单位的代码`,
    en: (expected, found) =>
      `expected "${show(found)}" to name one department above, found ${show(expected)} of this name; write the code of the one that is meant`,
  },
  REVIEW_OWN: {
    severity: 'error',
    zh: (_, found) => `审核应由送审人以外的人通过，现为送审人“${show(found)}”本人；请由其他审核人员办理，或退回修改`,
    en: (_, found) =>
      `expected somebody else than who submitted it to approve it, found ${list(found)}, who did; leave it to another reviewer, or return it`,
  },
  SERVER_FAULT: {
    severity: 'error',
    zh: (_, found) => `标尺自身出错，编号 ${show(found)}，没有写入任何内容；请把编号告诉管理员`,
    en: (_, found) =>
      `a fault of Yardstick's own, number ${show(found)}, nothing was written; tell the number to an administrator`,
  },
} satisfies Record<string, CatalogueEntry>
