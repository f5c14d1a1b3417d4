/** Sides and areas beyond these are refused by canvases of browsers. */
const LONGEST_SIDE = 16_000
const LARGEST_AREA = 120_000_000

/** Below this a picture's text cannot be read. */
const LEAST_SCALE = 0.5

/**
 * An SVG picture as PNG, at twice its size where a canvas can hold that; the text is set in the fonts of this computer.
 * What could only be held too small to be read is refused with an error.
 */
export async function pngOfSvg({
  svg,
  width,
  height,
}: {
  readonly svg: string
  readonly width: number
  readonly height: number
}): Promise<Blob> {
  const scale = Math.min(2, LONGEST_SIDE / Math.max(width, height), Math.sqrt(LARGEST_AREA / (width * height)))
  if (scale < LEAST_SCALE) throw new Error('the picture is too large')
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const image = await imageAt(address)
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(width * scale)
    canvas.height = Math.round(height * scale)
    const context = canvas.getContext('2d')
    if (context === null) throw new Error('no canvas')
    context.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await blobOf(canvas)
  } finally {
    URL.revokeObjectURL(address)
  }
}

function imageAt(address: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image()
    image.onload = () => resolve(image)
    image.onerror = () => reject(new Error('the picture could not be drawn'))
    image.src = address
  })
}

function blobOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('the picture is too large')) : resolve(blob)),
      'image/png',
    ),
  )
}
