/** A compiled form as `wangge/forms/compiler.py` writes it, and a sheet that answers it. */

/** `["lit", value] | ["ref", name] | ["self"] | ["op", sign, left, right] | ["neg", tree] | ["call", name, [trees]] | ["col", column]` */
export type Tree = readonly unknown[]

export interface Place {
  lon: number
  lat: number
  accuracy: number | null
}

export type Scalar = string | number | boolean
export type Answer = Scalar | string[] | Place | Answers | Answers[] | null | undefined
export interface Answers {
  [name: string]: Answer
}

export interface Choice {
  code: string
  label: string
  columns: Record<string, string>
}

export interface Field {
  name: string
  type: string
  label: string
  hint?: string
  appearance?: string
  required?: Tree
  required_message?: string
  relevant?: Tree
  constraint?: Tree
  constraint_message?: string
  calculate?: Tree
  default?: Tree
  list?: string
  choice_filter?: Tree
  count?: Tree
  low?: number
  high?: number
  /** Which register answers this question (`enterprise.name`). */
  register?: string
  /** Sealed at rest and masked in lists: `id_no`, `phone`, `name`, `text`. */
  personal?: string
  /** Which register a look-up chooses from. */
  kind?: string
  fields?: Field[]
}

export interface Definition {
  schema: number
  title: string
  form_id: string
  fields: Field[]
  choices: Record<string, Choice[]>
}

/** One wrong answer: path like `staff[2].age`, the label, a Chinese message. */
export interface Fault {
  path: string
  label: string
  message: string
}
