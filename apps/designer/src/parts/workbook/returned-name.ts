/** Whether a file by its name may be a workbook that came back, and none that Excel or the system keeps beside it. */
export function isReturnedName(name: string): boolean {
  const own = name.split(/[/\\]/).at(-1) ?? name
  return /\.(xlsx|xls|et|csv|json)$/i.test(own) && !/^[~.]/.test(own) && !name.startsWith('__MACOSX/')
}

export function isZipName(name: string): boolean {
  return /\.zip$/i.test(name)
}
