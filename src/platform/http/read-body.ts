import type { Context } from 'hono'

/** The fields of a form post, or null when the body is not a form that can be read. */
export async function readBody(c: Context): Promise<FormData | URLSearchParams | null> {
  const type = c.req.header('content-type') ?? ''
  try {
    if (type.startsWith('application/x-www-form-urlencoded')) return new URLSearchParams(await c.req.text())
    if (type.startsWith('multipart/form-data')) return await c.req.formData()
    return (await c.req.text()) === '' ? new URLSearchParams() : null
  } catch {
    return null
  }
}
