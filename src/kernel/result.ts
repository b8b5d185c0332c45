/** An outcome that the caller must look at before it can use the value. */
export type Result<Value, Problem> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: Problem }

export const ok = <Value>(value: Value) => ({ ok: true, value }) as const
export const problem = <Problem>(what: Problem) => ({ ok: false, problem: what }) as const
