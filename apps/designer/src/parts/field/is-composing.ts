/** Whether an input method is composing: no key is a command then (the flag comes late in some, key code 229 early). */
export function isComposing(event: { nativeEvent: { isComposing?: boolean }; keyCode: number }): boolean {
  return event.nativeEvent.isComposing === true || event.keyCode === 229
}
