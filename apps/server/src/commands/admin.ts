import { readArguments } from './arguments.ts'
import { type CommandIo, CommandRefused, type ServerCommand, say, WrongUse } from './command.ts'
import { dataOption } from './data-option.ts'
import { openPlace, placeOf } from './place.ts'

/** The first administrator; later a way back in for whoever has forgotten the password. */
export const admin: ServerCommand = {
  name: 'admin',
  files: 'NAME',
  summary: { zh: '建立管理员账户，或重设密码、解除锁定', en: 'make an administrator, or let an account in again' },
  details: {
    zh: '账户不存在时建立，可管理全部地区；已存在时重设其密码，同时解除锁定与停用，授权不变。\n密码在提示后输入，或由管道送入一行；不能写在命令行上。\n使用内置数据库时，请先结束正在运行的标尺。',
    en: 'Makes the account where there is none, for all regions; one that is there gets a new password and is unlocked and enabled, its grants stay.\nThe password is typed when asked for, or comes as one line through a pipe; never on the command line.\nWith the embedded database, end a running Yardstick first.',
  },
  options: [
    {
      name: 'title',
      value: 'TEXT',
      help: { zh: '显示的姓名；默认同账户名', en: 'the name that others see; else that of the account' },
    },
    dataOption,
  ],

  async run(args, io) {
    const given = readArguments(args, this.options, 1, { zh: '缺少账户名', en: 'The name of an account is missing' })
    const { createAdministrator, readmit } = await import('../access/administrator.ts')
    const { accountName } = await import('../access/sign-in.ts')
    const { readAccountNamed } = await import('../store/accounts.ts')
    const { newId } = await import('../new-id.ts')
    const name = accountName(given.files[0] ?? '')
    if (!/^[^\s\p{Cc}/:]{1,60}$/u.test(name)) throw wrongName(name)
    const database = await openPlace(placeOf(given.values['data'], io))
    try {
      const context = { database, now: () => new Date(), newId }
      const account = await readAccountNamed(database.db, name)
      const password = await askPassword(io, name, account !== undefined)
      if (account !== undefined) {
        await readmit(context, account, password)
        say(io, { zh: `账户 ${name} 可以登录了`, en: `The account ${name} can sign in again` })
        return 0
      }
      if (password === undefined) throw noPassword()
      await createAdministrator(context, { name, title: given.values['title'] ?? name, password })
      say(io, {
        zh: `已建立管理员 ${name}；正在运行的服务端现在要求登录`,
        en: `The administrator ${name} is there; a server that is running asks for sign-in from now on`,
      })
      return 0
    } finally {
      await database.close()
    }
  },
}

/** A new password, typed twice at a terminal; undefined where nothing was typed. */
async function askPassword(io: CommandIo, name: string, isThere: boolean): Promise<string | undefined> {
  const first = await io.ask(
    io.language === 'zh'
      ? `${name} 的新密码${isThere ? '（直接回车只解除锁定）' : ''}：`
      : `New password of ${name}${isThere ? ' (Enter only unlocks)' : ''}: `,
    true,
  )
  if (first === '') return undefined
  const { weakness } = await import('../access/weak-password.ts')
  const wanted = weakness(first, name)
  if (wanted !== undefined) {
    throw new CommandRefused({ zh: `密码应${wanted.zh}；请换一个`, en: `The password should be one ${wanted.en}` })
  }
  // A pipe has only one line, and then says nothing.
  const second = await io.ask(
    io.language === 'zh' ? '再输一次（直接回车则不核对）：' : 'Once more (Enter skips it): ',
    true,
  )
  if (second !== '' && second !== first) {
    throw new CommandRefused({ zh: '两次输入不同；请重来', en: 'The two are different; try again' })
  }
  return first
}

const noPassword = () => new CommandRefused({ zh: '没有输入密码，未建立账户', en: 'No password, no account was made' })

const wrongName = (name: string) =>
  new WrongUse({
    zh: `账户名“${name}”应为 1 至 60 个字符，不含空格、/ 和 :`,
    en: `The name "${name}" should be of 1 to 60 characters without spaces, / and :`,
  })
