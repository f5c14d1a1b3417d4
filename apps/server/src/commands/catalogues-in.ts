import { WrongUse } from './command.ts'

/** Addresses of folders on file servers, by commas; each ends with a slash. throws  `WrongUse` */
export function cataloguesIn(text = ''): string[] {
  return text.split(',').flatMap((each) => (each.trim() === '' ? [] : [folderAt(each.trim())]))
}

function folderAt(text: string): string {
  const address = URL.canParse(text) ? new URL(text) : undefined
  const isWeb = address?.protocol === 'https:' || address?.protocol === 'http:'
  if (address === undefined || !isWeb) {
    throw new WrongUse({
      zh: `模板目录的地址应以 http:// 或 https:// 开头，现为 ${text}`,
      en: `The address of a catalogue begins with http:// or https://, found ${text}`,
    })
  }
  if (address.username !== '' || address.password !== '' || address.search !== '' || address.hash !== '') {
    // What is wrong with it may be a password.
    throw new WrongUse({
      zh: `模板目录的地址不应带有账户、密码、? 或 #：${address.host}${address.pathname}`,
      en: `The address of a catalogue has neither an account nor a password, ? or #: ${address.host}${address.pathname}`,
    })
  }
  return address.href.replace(/(?:\/catalogue\.json|\/)?$/, '/')
}
