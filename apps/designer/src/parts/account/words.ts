import type { Grant } from '../../server/session.ts'
import { words } from '../words.ts'

type Roles = { readonly [R in Grant['role']]: string }

export const accountWords = words(
  {
    account: (title: string) => `账户：${title}`,
    as: (title: string, roles: string) => `${title}（${roles}）`,
    and: '、',
    password: '修改密码',
    signOut: '退出登录',
    roles: {
      designer: '设计',
      reviewer: '审核',
      evaluator: '评价',
      expert: '专家',
      department: '填报',
      reader: '查看',
      administrator: '管理员',
    } as Roles,
  },
  {
    account: (title) => `Account: ${title}`,
    as: (title, roles) => `${title} (${roles})`,
    and: ', ',
    password: 'Change password',
    signOut: 'Sign out',
    roles: {
      designer: 'designer',
      reviewer: 'reviewer',
      evaluator: 'evaluator',
      expert: 'expert',
      department: 'department',
      reader: 'reader',
      administrator: 'administrator',
    } as Roles,
  },
)
