/**
 * What a part of the benchmark has to say: lines for people, and for each bar of the issue one row with the figure and
 * whether it is met.
 */
export function reporter(say = console.log) {
  const bars = []
  return {
    bars,
    say,
    /**
     * what    what was measured
     * figure  as it is shown
     * bar     as it is shown: ≤ 8 ×
     * isMet   undefined where the figure stands beside a bar without being held against it
     */
    bar(what, figure, bar, isMet) {
      bars.push({ what, figure, bar, isMet })
      say(`${verdict(isMet)} ${padded(what, 62)} ${padded(figure, 34)} ${bar}`)
    },
  }
}

export const verdict = (isMet) => (isMet === undefined ? '   ' : isMet ? 'ok ' : 'NOT')

/** Chinese characters take two places. */
export function padded(text, width) {
  const taken = [...text].reduce((sum, letter) => sum + (letter.codePointAt(0) > 0x2e7f ? 2 : 1), 0)
  return text + ' '.repeat(Math.max(0, width - taken))
}
