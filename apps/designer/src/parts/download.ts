/** Hands a file to the person, made in the page; nothing is asked of any host. */
export function download(fileName: string, content: Blob): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  document.body.append(link)
  link.click()
  link.remove()
  // The browser has taken hold of it by the next turn; a minute is for slow disks.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/** Windows keeps these for its devices, whatever follows behind a dot. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\s*(?:\.|$))/i

/** A name any system takes: what Windows forbids in names becomes a dash, and one that it keeps for itself gets one. */
export function fileNameOf(name: string, ending: string): string {
  const safe = [...name].map((each) => (each < ' ' || '\\/:*?"<>|'.includes(each) ? '-' : each)).join('')
  const stem =
    safe
      .trim()
      .slice(0, 80)
      .replace(/[. ]+$/, '') || '-'
  return `${stem.replace(DEVICE, '$&-')}.${ending}`
}
