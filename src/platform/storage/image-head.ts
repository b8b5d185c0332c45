const maxSide = 20_000
const maxPixels = 100_000_000

/** True when the image is whole from head to end mark and its stated size would not exhaust whoever opens it. */
export function imageIsSound(kind: 'png' | 'jpeg', bytes: Buffer): boolean {
  const size = kind === 'png' ? pngSize(bytes) : jpegSize(bytes)
  if (!size) return false
  const [width, height] = size
  return width > 0 && height > 0 && width <= maxSide && height <= maxSide && width * height <= maxPixels
}

type Size = readonly [width: number, height: number]

/** IHDR must come first and IEND last (PNG specification, 5.6); an end mark followed by more is a file in a file. */
function pngSize(bytes: Buffer): Size | null {
  const isWhole = bytes.length >= 45 && bytes.toString('latin1', 12, 16) === 'IHDR'
  if (!isWhole || bytes.toString('latin1', bytes.length - 8, bytes.length - 4) !== 'IEND') return null
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
}

/** Walks the segments to the start of frame (ITU-T T.81, B.2). Cameras put data after the end mark, so it may stand anywhere. */
function jpegSize(bytes: Buffer): Size | null {
  if (bytes.lastIndexOf(Buffer.of(0xff, 0xd9)) < 4) return null
  let at = 2
  while (at + 9 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1]!
    if (marker === 0xff) at += 1
    else if (isStartOfFrame(marker)) return [bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5)]
    else at += 2 + Math.max(2, bytes.readUInt16BE(at + 2))
  }
  return null
}

/** SOF0 to SOF15 without DHT, JPG and DAC, which lie among them. */
const isStartOfFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
