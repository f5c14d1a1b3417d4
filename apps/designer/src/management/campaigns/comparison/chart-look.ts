import type { Colours } from './colours.ts'

/** What every chart of 对比 looks like, whatever it shows. */
export function chartLook(colours: Colours) {
  const text = { color: colours.faint, fontFamily: colours.font, fontSize: 12 }
  const line = { lineStyle: { color: colours.lineStrong } }
  return {
    text,
    /** Says what a mark is; `textOf` its place in the data. */
    tooltip: (textOf: (index: number) => string) => ({
      renderMode: 'richText',
      confine: true,
      backgroundColor: colours.surface,
      borderColor: colours.lineStrong,
      textStyle: { ...text, color: colours.text },
      formatter: ({ dataIndex }: { dataIndex: number }) => textOf(dataIndex),
    }),
    legend: { textStyle: text, itemWidth: 10, itemHeight: 10, selectedMode: false },
    /** Of score rates, in percent. */
    rateAxis: {
      type: 'value',
      axisLabel: { ...text, formatter: '{value}%' },
      splitLine: { lineStyle: { color: colours.line } },
    },
    categoryAxis: { type: 'category', axisLine: line, axisTick: { show: false } },
    /** One name below the other, the first one on top. */
    nameAxis: (names: readonly string[]) => ({
      ...{ type: 'category', inverse: true, data: names, axisLine: line, axisTick: { show: false } },
      axisLabel: { ...text, width: 168, overflow: 'truncate', interval: 0 },
    }),
  }
}
