import { Type, type TSchema } from 'typebox'

/** A UUID in its canonical lower-case text form; new ones are UUIDv7, so that rows lie in order of creation. */
export const Id = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' })

/** A school day: `YYYY-MM-DD` in the school's own calendar, never an instant. */
export const Day = Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' })

/** A wall-clock time `HH:MM` in the school's time zone. */
export const ClockTime = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' })

/** An instant in ISO 8601, always UTC. */
export const Instant = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?Z$' })

/** The value or null; both are always present on the wire. */
export const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])

/** One of a fixed list of words. */
export const OneOf = <const T extends string[]>(...words: T) => Type.Enum<T>(words as readonly [...T])

/** Free text of a person: trimmed length bounded, control characters refused. */
export const Text = (max: number, min = 0) => Type.String({ minLength: min, maxLength: max, pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f]*$' })

/** The reply of a list: rows and, when there are more, the cursor to ask on. */
export const Page = <T extends TSchema>(row: T) => Type.Object({ rows: Type.Array(row), next: Nullable(Type.String()) })

/** The query of a list read page by page. */
export const pageQuery = {
  cursor: Type.Optional(Type.String({ maxLength: 400 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
}

/** The reply of an act that has nothing to say but that it is done. */
export const Done = Type.Object({ done: Type.Literal(true) })
