import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accessibilityProblems, assertAccessible } from './accessible.ts'

const page = (content: string, lang = 'lang="da"') =>
  `<!doctype html><html ${lang}><head><title>Side</title><script nonce="x">if (1 <2) "<b style=''>"</script></head><body><main><h1>Side</h1>${content}</main></body></html>`

test('a page as it should be has no problems', () => {
  assertAccessible(
    page(`<form method="post"><label for="a">Navn</label><input id="a" aria-describedby="b"><p id="b">Som i pas</p>
      <label><input type="checkbox" name="c">Ja</label><input type="hidden" name="d"><button type="submit">Gem</button></form>
      <a href="#a">Til navn</a><img alt="" src="/x.svg">`),
  )
})

test('each common slip is found', () => {
  const slips: Record<string, string> = {
    '<h1>To</h1>': '2 h1',
    '<input id="a">': 'no label',
    '<p id="a"></p><p id="a"></p>': 'stands twice',
    '<p style="color:red">': 'has style',
    '<p onclick="x()">': 'has onclick',
    '<a href="/x"></a>': 'no name',
    '<button type="button"><svg></svg></button>': 'no name',
    '<img src="/x.png">': 'no alt',
    '<label for="gone">Navn</label>': 'gone',
    '<a href="#gone">Videre</a>': 'gone',
  }
  for (const [content, found] of Object.entries(slips)) {
    const problems = accessibilityProblems(page(content))
    assert.equal(problems.length, 1, content)
    assert.ok(problems[0]?.includes(found), `${content}: ${problems[0]}`)
  }
  assert.deepEqual(accessibilityProblems(page('', '')), ['html has no lang of ours'])
})
