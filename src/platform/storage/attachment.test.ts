import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deflateSync } from 'node:zlib'
import { judgeAttachment } from './attachment.ts'
import { safeFileName } from './file-name.ts'

const limit = { maxBytes: 100_000 }
const png = (width = 1, height = 1): Buffer => {
  const bytes = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  return bytes
}
const jpeg = (width: number, height: number): Buffer => {
  const app0 = [0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]
  const frame = [0xff, 0xc0, 0, 11, 8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0]
  return Buffer.from([0xff, 0xd8, ...app0, ...frame, 0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0x55, 0xff, 0xd9])
}
const pdf = (body: string | Buffer): Buffer =>
  Buffer.concat([
    Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n'),
    Buffer.from(body),
    Buffer.from('\ntrailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n'),
  ])
const objectStream = (content: string, packed: Buffer = deflateSync(content)): Buffer =>
  Buffer.concat([
    Buffer.from('7 0 obj\n<< /Type /ObjStm /Filter /FlateDecode >>\nstream\n'),
    packed,
    Buffer.from('\nendstream\nendobj'),
  ])
const judge = async (bytes: Uint8Array) => {
  const verdict = await judgeAttachment(bytes, limit)
  return verdict.ok ? verdict.value.kind : verdict.problem
}

test('a PDF, a PNG and a JPEG are told by their content', async () => {
  assert.deepEqual(await judgeAttachment(pdf(''), limit), {
    ok: true,
    value: { kind: 'pdf', contentType: 'application/pdf' },
  })
  assert.deepEqual(await judgeAttachment(png(), limit), { ok: true, value: { kind: 'png', contentType: 'image/png' } })
  const photo = await judgeAttachment(jpeg(4000, 3000), limit)
  assert.deepEqual(photo, { ok: true, value: { kind: 'jpeg', contentType: 'image/jpeg' } })
})

test('nothing, too much and other kinds are refused', async () => {
  assert.equal(await judge(Buffer.alloc(0)), 'empty')
  assert.equal(await judge(Buffer.alloc(limit.maxBytes + 1)), 'too-large')
  for (const other of ['<svg xmlns="http://www.w3.org/2000/svg"/>', '<html></html>', 'MZ\u0090', 'GIF89a', 'text']) {
    assert.equal(await judge(Buffer.from(other, 'latin1')), 'unsupported', other)
  }
})

test('a PDF without its end, or hidden behind other bytes, is refused', async () => {
  assert.equal(await judge(pdf('').subarray(0, -10)), 'broken')
  assert.notEqual(await judge(Buffer.concat([Buffer.from('<html>'), pdf('')])), 'pdf')
})

test('a PDF that runs scripts, starts programs, carries files or is locked is refused, also when it hides the word', async () => {
  for (const name of [
    '/JavaScript',
    '/Launch',
    '/EmbeddedFile',
    '/EmbeddedFiles',
    '/J#61vaScript',
    '/#4caunch',
    '/Encrypt',
  ]) {
    assert.equal(await judge(pdf(`2 0 obj << /S ${name} >> endobj`)), 'unsupported', name)
    assert.equal(await judge(pdf(objectStream(`2 0 << /S ${name} >>`))), 'unsupported', `${name} compressed`)
  }
  assert.equal(await judge(pdf(objectStream('2 0 << /Type /Page >>'))), 'pdf')
  assert.equal(await judge(pdf('2 0 obj << /Launcher 1 /OpenAction 3 0 R >> endobj')), 'pdf')
})

test('a PDF whose object stream is damaged or swells beyond measure is refused', async () => {
  const whole = deflateSync('2 0 << /Type /Page >>'.repeat(50))
  assert.equal(await judge(pdf(objectStream('', whole.subarray(0, 12)))), 'broken')
  assert.equal(await judge(pdf(objectStream('', deflateSync(Buffer.alloc(65_000_000))))), 'broken')
})

test('an image that is cut short, states no size or a monstrous one is refused', async () => {
  assert.equal(await judge(png().subarray(0, 60)), 'broken')
  assert.equal(await judge(Buffer.concat([png(), Buffer.from('PK')])), 'broken')
  assert.equal(await judge(png(0, 10)), 'broken')
  assert.equal(await judge(png(60_000, 60_000)), 'broken')
  assert.equal(await judge(jpeg(0, 10)), 'broken')
  assert.equal(await judge(jpeg(65_000, 10)), 'broken')
  assert.equal(await judge(jpeg(10, 10).subarray(0, -2)), 'broken')
  assert.equal(await judge(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0xff, 0xd9])), 'broken')
})

test('any cut or change of a good file gives a verdict and never an error', async () => {
  for (const good of [png(), jpeg(10, 10), pdf(objectStream('2 0 << >>'))]) {
    for (let length = 1; length < good.length; length++) await judge(good.subarray(0, length))
    for (const at of good.keys()) await judge(good.map((byte, index) => (index === at ? byte ^ 0xff : byte)))
  }
})

test('a file name loses paths, tricks and length, and keeps Danish letters', () => {
  assert.equal(safeFileName('../../etc/passwd'), 'passwd')
  assert.equal(safeFileName('C:\\Ana\\Henvisning fra læge (2).pdf'), 'Henvisning fra læge (2).pdf')
  assert.equal(safeFileName('scan\u202efdp.exe\r\nX: y"'), 'scanfdp.exeX y')
  assert.equal(safeFileName('...'), 'file')
  assert.equal(safeFileName('å'.repeat(300)).length, 80)
})

test('with a known content the name ends as the content demands', () => {
  assert.equal(safeFileName('scan.pdf.exe', 'pdf'), 'scan.pdf')
  assert.equal(safeFileName('.png', 'jpeg'), 'png.jpg')
  assert.equal(safeFileName('', 'png'), 'file.png')
  assert.equal(safeFileName(`${'a'.repeat(300)}.pdf`, 'pdf').length, 80)
})
