/** The path to go back to, if it is one of our own; otherwise the front page. Refuses other hosts in every spelling a browser accepts. */
export function localPath(wanted: string | null): string {
  if (!wanted || !/^\/(?![/\\])[^\\\0-\x20]*$/.test(wanted)) return '/'
  const url = new URL(wanted, 'http://own.invalid')
  // `/a/..//host` becomes `//host` only here, and that is another host to a browser.
  const isOwn = url.host === 'own.invalid' && !url.pathname.startsWith('//')
  return isOwn ? url.pathname + url.search : '/'
}
