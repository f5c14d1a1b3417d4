import { plain } from './password.ts'

/** A text in both languages, as issues carry it. */
interface Wanted {
  readonly zh: string
  readonly en: string
}

const SHORTEST = 10

/**
 * What a new password lacks; undefined where it will do. Length counts more than kinds of characters; what everybody thinks
 * of first is refused, in the habits of our users: 520, 1314, keyboard walks, pinyin, telephone numbers.
 * source  NIST SP 800-63B, 3.1.1.2
 */
export function weakness(password: string, name: string): Wanted | undefined {
  const text = plain(password).toLowerCase()
  if ([...text].length < SHORTEST) return { zh: `至少 ${SHORTEST} 位`, en: `of at least ${SHORTEST} characters` }
  if (contains(text, plain(name).toLowerCase())) {
    return { zh: '不含账户名', en: 'that does not contain the name of the account' }
  }
  if (/^\d{1,18}$/.test(text)) return { zh: '不全是数字', en: 'that is not all digits' }
  if (new Set(text).size < 5) return { zh: '至少有 5 种不同的字符', en: 'of at least 5 different characters' }
  return isUsual(text) ? { zh: '不是常见的密码', en: 'that is not a usual one' } : undefined
}

function contains(text: string, name: string): boolean {
  if ([...name].length < 3) return text === name
  return text.includes(name) || text.includes([...name].reverse().join(''))
}

/** Whether nothing or little is left once everything that everybody thinks of is taken out, also where letters are dressed up. */
function isUsual(text: string): boolean {
  return [cut(text), cut(undressed(cut(text)))].some((rest) => bare(rest).length < 4)
}

function cut(text: string): string {
  return usualParts.reduce((rest, part) => rest.replaceAll(part, ''), text.replace(/(19|20)\d\d/g, ''))
}

/** Letters and digits, each once in a row. */
function bare(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '').replace(/(.)\1+/gu, '$1')
}

function undressed(text: string): string {
  return text.replace(/[@4]/g, 'a').replace(/0/g, 'o').replace(/[$5]/g, 's').replace(/[!1]/g, 'i').replace(/3/g, 'e')
}

/** Longest first, so that none hides the rest of another. */
const usualParts: readonly string[] = [
  // Rows and columns of the keyboard.
  ...[
    'qwertyuiop',
    'asdfghjkl',
    'zxcvbnm',
    'qwerty',
    'asdfgh',
    'asdf',
    'qwer',
    'zxcv',
    'qazwsxedc',
    'qazwsx',
    'wsxedc',
  ],
  ...[
    '1qaz2wsx3edc',
    '1qaz2wsx',
    '1qaz',
    '2wsx',
    '3edc',
    '4rfv',
    'q1w2e3r4t5',
    'q1w2e3r4',
    'q1w2e3',
    '1q2w3e4r5t',
    '1q2w3e4r',
  ],
  ...['1q2w3e', 'zaq1', 'xsw2', 'qaz', 'wsx', 'edc', 'qwe', 'asd', 'zxc', 'poiuyt', 'lkjhgf', 'mnbvcx'],
  // Digits in a row, and those that are said aloud.
  ...[
    '01234567890',
    '1234567890',
    '0987654321',
    '123456789',
    '987654321',
    '12345678',
    '87654321',
    '1234567',
    '7654321',
  ],
  ...[
    '123456',
    '654321',
    '12345',
    '54321',
    '1234',
    '4321',
    '123',
    '321',
    '147258369',
    '147258',
    '159357',
    '789456',
    '456789',
  ],
  ...[
    '5201314',
    '1314520',
    '521',
    '520',
    '1314',
    '168',
    '188',
    '666',
    '888',
    '999',
    '000',
    '111',
    '110',
    '119',
    '120',
    '114',
  ],
  ...['abcdefghijk', 'abcdefgh', 'abcdef', 'abcd', 'abc', 'aabbcc', 'xyz'],
  // Words of the whole world.
  ...[
    'password',
    'passw0rd',
    'passwd',
    'pass',
    'letmein',
    'welcome',
    'iloveyou',
    'admin',
    'administrator',
    'root',
    'system',
  ],
  ...[
    'manager',
    'superuser',
    'super',
    'guest',
    'test',
    'demo',
    'user',
    'login',
    'master',
    'default',
    'changeme',
    'secret',
  ],
  ...[
    'dragon',
    'monkey',
    'sunshine',
    'princess',
    'football',
    'baseball',
    'shadow',
    'superman',
    'batman',
    'hello',
    'server',
  ],
  ...[
    'computer',
    'internet',
    'windows',
    'oracle',
    'mysql',
    'postgres',
    'huawei',
    'lenovo',
    'xiaomi',
    'tencent',
    'alibaba',
  ],
  // And of ours.
  ...['woaini', 'woaiwojia', 'woaizhongguo', 'wodemima', 'mima', 'nihao', 'woshishui', 'woshi', 'zhongguo', 'zhonghua'],
  ...[
    'zhangsan',
    'lisi',
    'wangwu',
    'laogong',
    'laopo',
    'baobao',
    'baobei',
    'qinaide',
    'tiantian',
    'xiaoming',
    'kuaile',
  ],
  ...[
    'beijing',
    'shanghai',
    'guangzhou',
    'shenzhen',
    'jiangxi',
    'nanchang',
    'china',
    'caizheng',
    'caizhengju',
    'jixiao',
  ],
  ...[
    'pingjia',
    'zhibiao',
    'biaochi',
    'yusuan',
    'danwei',
    'bangong',
    'guanli',
    'guanliyuan',
    'xitong',
    'zhengfu',
    'kuaiji',
  ],
  ...[
    'yardstick',
    'finance',
    'budget',
    'office',
    'company',
    'qq',
    'wx',
    'wechat',
    'weixin',
    'taobao',
    'baidu',
    'aini',
    'love',
  ],
  ...['我爱你', '我的密码', '密码', '中国', '财政局', '财政', '绩效', '评价', '标尺', '管理员', '你好'],
].sort((a, b) => b.length - a.length)
