export type Browser = { readonly browser: string; readonly operatingSystem: string }

/** In this order: browsers name the older ones they resemble, so the most particular comes first. */
const browsers: readonly (readonly [name: string, shape: RegExp])[] = [
  ['Edge', /\b(?:Edg|EdgA|EdgiOS)\/(\d{1,3})/],
  ['Opera', /\b(?:OPR|OPT)\/(\d{1,3})/],
  ['Samsung Internet', /\bSamsungBrowser\/(\d{1,3})/],
  ['Firefox', /\b(?:Firefox|FxiOS)\/(\d{1,3})/],
  ['Chrome', /\b(?:Chrome|CriOS)\/(\d{1,3})/],
  ['Safari', /\bVersion\/(\d{1,3})[\d.]* (?:Mobile\/\w+ )?Safari\//],
]
const systems: readonly (readonly [name: string, shape: RegExp])[] = [
  ['Windows', /\bWindows NT\b/],
  ['Android', /\bAndroid\b/],
  ['iOS', /\b(?:iPhone|iPad|iPod)\b/],
  ['macOS', /\bMac OS X\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Linux', /\bLinux\b/],
]
const machine = /bot\b|crawl|spider|slurp|curl\/|wget\/|python-|headless/i

/** Browser with its main version and operating system; everything else in the header is dropped, whatever it says. */
export function readUserAgent(header: string | undefined): Browser {
  const text = (header ?? '').slice(0, 512)
  const operatingSystem = systems.find(([, shape]) => shape.test(text))?.[0] ?? 'other'
  if (machine.test(text)) return { browser: 'robot', operatingSystem }
  for (const [name, shape] of browsers) {
    const version = shape.exec(text)?.[1]
    if (version) return { browser: `${name} ${version}`, operatingSystem }
  }
  return { browser: 'other', operatingSystem }
}
