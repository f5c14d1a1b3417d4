/** The pictures of 对比, in the order they are offered; each has an address of its own. */
export const pictures = ['ranking', 'heat-map', 'discrimination', 'full-marks', 'self', 'years'] as const
export type Picture = (typeof pictures)[number]

/**
 * What an address means: `comparison/PICTURE/RUN`, or `comparison/years/CAMPAIGN` against another one. The first picture
 * is shown where none is named.
 */
export function pictureOf(part: string | undefined): Picture {
  return pictures.find((each) => each === part) ?? pictures[0]
}
