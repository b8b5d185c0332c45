import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Child, type Html, jsx, render, renderPage } from '#jsx/jsx-runtime'

test('elements, attributes and children become the markup one expects', () => {
  const html = (
    <p class="lead" id="a">
      Hej <strong>Ana</strong> {2} {null} {false} {['x', <br />]}
    </p>
  )
  assert.equal(render(html), '<p class="lead" id="a">Hej <strong>Ana</strong> 2   x<br></p>')
})

test('a whole page starts with its doctype', () => {
  assert.equal(renderPage(<html lang="da" />), '<!doctype html><html lang="da"></html>')
})

test('boolean attributes are bare or absent, aria booleans are spelled out', () => {
  assert.equal(
    render(<input type="checkbox" id="x" checked disabled={false} aria-invalid={false} />),
    '<input type="checkbox" id="x" checked aria-invalid="false">',
  )
})

test('a component may return nothing', () => {
  const Silent = (): Html | null => null
  assert.equal(
    render(
      <>
        <Silent />a
      </>,
    ),
    'a',
  )
})

test('a line break typed first in a text area survives the way to the browser', () => {
  assert.equal(render(<textarea id="n">{'\nhej'}</textarea>), '<textarea id="n">\n\nhej</textarea>')
})

test('names that run code or that nobody knows are refused, also through spread objects', () => {
  const refused = [
    'onclick',
    'onLoad',
    'style',
    'srcdoc',
    'dangerouslySetInnerHTML',
    'className',
    'x y',
    'a"b',
    'data-',
    'data-A',
    'aria-x=1',
    'xlink:href',
    '',
  ]
  for (const name of refused) assert.throws(() => jsx('p', { [name]: 'x' }), /attribute/, name)
  for (const name of ['iframe', 'object', 'style', 'base', 'foreignObject', 'animate', 'p onclick', '']) {
    assert.throws(() => jsx(name, {}), /element/, name)
  }
  assert.throws(() => jsx('script', { children: 'alert(1)' }), /src/)
})

test('addresses that run code are refused however they are spelled', () => {
  const bad = [
    'javascript:alert(1)',
    'JaVaScRiPt:x',
    ' javascript:x',
    'java\nscript:x',
    'java\tscript:x',
    '\u0001javascript:x',
    'vbscript:x',
    'data:text/html,x',
    'data:image/svg+xml;base64,x',
    'blob:x',
    'javascript\u0000:x',
    '\ufeffjavascript:x',
  ]
  for (const address of bad) {
    assert.throws(() => jsx('a', { href: address }), /may not hold/, JSON.stringify(address))
    assert.throws(() => jsx('form', { action: address }), /may not hold/, JSON.stringify(address))
    assert.throws(() => jsx('img', { src: address, alt: '' }), /may not hold/, JSON.stringify(address))
  }
})

test('ordinary addresses pass', () => {
  const good = [
    '/a?b=c:d',
    '#x',
    'a/b:c',
    '?t=10:00',
    'https://example.dk',
    'mailto:a@example.dk',
    'tel:+4512345678',
    '',
  ]
  for (const address of good) assert.ok(render(jsx('a', { href: address })).startsWith('<a href="'))
})

test('what is not text is an error, not "[object Object]"', () => {
  assert.throws(() => jsx('p', { children: { text: '<b>' } as unknown as Child }), /not something/)
  assert.throws(() => jsx('p', { title: {} }), /cannot hold/)
})

const decode = (text: string): string =>
  text.replace(
    /&(amp|lt|gt|quot|#39);/g,
    (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" })[name] ?? '',
  )

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom('<', '>', '"', "'", '&', '&amp;', '<!--', ']]>', '</p>', '<script>', '`', '=', ' ', 'a', '\0'),
    )
    .map((parts) => parts.join('')),
)

test('no text ever becomes markup, and every text comes back unchanged', () => {
  fc.assert(
    fc.property(hostile, hostile, (inside, attribute) => {
      const text = render(<p title={attribute}>{inside}</p>)
      const parts = /^<p title="([^"<>]*)">([^<>"']*)<\/p>$/s.exec(text)
      assert.ok(parts, text)
      assert.equal(decode(parts[1] ?? ''), attribute)
      assert.equal(decode(parts[2] ?? ''), inside)
    }),
    { numRuns: 500 },
  )
})

test('a string cannot pass for markup, however it is shaped', () => {
  for (const forged of [{ text: '<b>' }, Object.create(null)] as unknown as Child[]) {
    assert.throws(() => jsx('p', { children: forged }))
  }
  assert.equal(render(jsx('p', { children: render(<b>x</b>) })), '<p>&lt;b&gt;x&lt;/b&gt;</p>')
})

test('what would hurt a reader or the content policy does not compile', () => {
  const wrong = [
    // @ts-expect-error a picture without a text
    () => <img src="/a.png" />,
    // @ts-expect-error a button that does not say what it does
    () => <button>x</button>,
    // @ts-expect-error a field that nothing names
    () => <input type="text" name="x" />,
    // @ts-expect-error a select that nothing names
    () => <select name="x" />,
    // @ts-expect-error inline style
    () => <p style="color:red" />,
    // @ts-expect-error inline event
    () => <p onclick="x()" />,
    // @ts-expect-error an attribute of another framework
    () => <p className="x" />,
    // @ts-expect-error an element outside the list
    () => <object />,
    // @ts-expect-error somebody else's content that may do anything
    () => <iframe src="/x" title="x" />,
    // @ts-expect-error a header cell without scope
    () => <th>x</th>,
  ]
  assert.equal(wrong.length, 10)
})

test('only the runtime makes markup', () => {
  const files = ['src', 'sites', 'tests'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`),
  )
  const views = files.filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.test.tsx'))
  assert.ok(views.length > 20)
  const makers = views.filter((path) => readFileSync(path, 'utf8').includes('new Markup('))
  assert.deepEqual(makers, ['src/platform/html/jsx-runtime.ts'])
})
