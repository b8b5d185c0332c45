/** How a text travels as SMS (3GPP TS 23.038): one character outside the GSM alphabet makes all of it dearer. */
export type SmsLength = {
  readonly encoding: 'gsm-7' | 'ucs-2'
  /** Septets (GSM-7, where a few characters take two) or UTF-16 units (UCS-2). */
  readonly units: number
  readonly parts: number
}

const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
const extended = new Set('\f^{}\\[~]|€')

export function smsLength(text: string): SmsLength {
  const characters = [...text]
  if (characters.every((one) => basic.has(one) || extended.has(one))) {
    const sizes = characters.map((one) => (extended.has(one) ? 2 : 1))
    const units = sizes.reduce<number>((sum, size) => sum + size, 0)
    return { encoding: 'gsm-7', units, parts: units <= 160 ? 1 : partsOf(sizes, 153) }
  }
  const units = text.length
  return {
    encoding: 'ucs-2',
    units,
    parts:
      units <= 70
        ? 1
        : partsOf(
            characters.map((one) => one.length),
            67,
          ),
  }
}

/** A character of two units is never split between parts. */
function partsOf(sizes: readonly number[], room: number): number {
  let parts = 1
  let used = 0
  for (const size of sizes) {
    if (used + size > room) {
      parts += 1
      used = 0
    }
    used += size
  }
  return parts
}
