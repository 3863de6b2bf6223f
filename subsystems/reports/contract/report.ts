import { Day, Id, Instant, OneOf } from '@school/contract'
import { Type, type Static } from 'typebox'

/** What stands behind a number: its inputs, the formula with them put in, who was left out; `rule` is the place of its rule, with the rounding, among the rules of the table. */
export const Why = Type.Object({
  title: Type.String(), formula: Type.String(), result: Type.String(), rule: Type.Integer({ minimum: 0 }), excluded: Type.Array(Type.String()),
  inputs: Type.Array(Type.Object({ name: Type.String(), value: Type.String(), weight: Type.String(), product: Type.String() })),
})
export type Why = Static<typeof Why>

/** A cell as people read it; a number also as a number, for workbooks. */
export const Cell = Type.Object({ text: Type.String(), number: Type.Optional(Type.Number()), why: Type.Optional(Why), tone: Type.Optional(OneOf('warn', 'bad')) })
export type Cell = Static<typeof Cell>

/** `group` is the head above several columns. */
export const Column = Type.Object({ head: Type.String(), group: Type.Optional(Type.String()), kind: OneOf('name', 'text', 'number', 'mark') })
export type Column = Static<typeof Column>

export const ReportTable = Type.Object({
  key: Type.String(), title: Type.String(), note: Type.String(), empty: Type.String(), columns: Type.Array(Column), rules: Type.Array(Type.String()),
  rows: Type.Array(Type.Object({ key: Type.String(), kind: OneOf('row', 'total'), cells: Type.Array(Cell) })),
})
export type ReportTable = Static<typeof ReportTable>

/** A whole report in the words of one language: the screen, the workbook and the paper say the same. */
export const Report = Type.Object({ key: Type.String(), title: Type.String(), about: Type.String(), place: Type.String(), span: Type.String(), madeAt: Instant, tables: Type.Array(ReportTable) })
export type Report = Static<typeof Report>

export const ReportPeriod = Type.Object({ id: Id, schemeId: Id, name: Type.String(), starts: Day, ends: Day })
export const ListedReport = Type.Object({ key: Type.String(), of: OneOf('class', 'teacher', 'school'), title: Type.String(), about: Type.String(), /** Asked of periods that are over: their marks stand. */
  ended: Type.Boolean(), asks: Type.Array(OneOf('period', 'day', 'least')) })

/** What this person may ask, and of whom. */
export const ReportList = Type.Object({
  today: Day, periods: Type.Array(ReportPeriod), reports: Type.Array(ListedReport),
  classes: Type.Array(Type.Object({ id: Id, name: Type.String(), schemeId: Type.Union([Id, Type.Null()]) })),
  teachers: Type.Array(Type.Object({ id: Id, name: Type.String() })),
})
export type ReportList = Static<typeof ReportList>
