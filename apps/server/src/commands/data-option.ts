import type { CommandOption } from './command.ts'

/** See `placeOf`. */
export const dataOption: CommandOption = {
  name: 'data',
  value: 'DIR',
  help: {
    zh: '内置数据库所在的文件夹；默认依次取 DATABASE_URL、YARDSTICK_DATA、个人目录下的 .yardstick',
    en: 'folder of the embedded database; else DATABASE_URL, YARDSTICK_DATA, .yardstick in your home folder',
  },
}
