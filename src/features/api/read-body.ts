import type { z } from 'zod'
import { problem, type Result } from '#kernel/result.ts'
import type { Answer } from '#platform/http/answer.ts'
import { type FieldProblem, pointerTo, problemOf } from './problems.ts'

/** Reads a JSON body by its schema, or gives the problem to answer with. */
export function readJson<Schema extends z.ZodType>(schema: Schema, text: string): Result<z.output<Schema>, Answer> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return problem(problemOf('not-json'))
  }
  const read = schema.safeParse(value)
  return read.success ? { ok: true, value: read.data } : problem(problemOf('invalid', read.error.issues.flatMap(told)))
}

/** An unknown member is told where it stands, not where its object does. */
function told(issue: z.core.$ZodIssue): FieldProblem[] {
  const { path, code, message: detail } = issue
  if (issue.code !== 'unrecognized_keys') return [{ pointer: pointerTo(path), code, detail }]
  return issue.keys.map((key) => ({ pointer: pointerTo([...path, key]), code, detail: 'There is no such field' }))
}
