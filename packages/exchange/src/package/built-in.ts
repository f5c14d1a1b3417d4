/**
 * Who publishes what comes with the product. Its templates are unsigned: the program itself answers for them, so that a
 * chain of seals may begin at one of them without a seal.
 */
export const BUILT_IN_PUBLISHER = '标尺 Yardstick'
