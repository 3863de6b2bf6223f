import type { Role } from '@school/contract'

/**
 * Who may what, written by hand and never computed. Cells: F country, R region, M municipality, S the whole school, T what one teaches,
 * C own class, K own child, O one's own, and '-' never. Every permission names its row; `access.test.ts` holds the server to it.
 */
type Cell = 'F' | 'R' | 'M' | 'S' | 'T' | 'C' | 'K' | 'O' | '-'
type Row = Readonly<Record<Role, Cell>>

const row = (operator: Cell, regionalCurator: Cell, municipalCurator: Cell, schoolAdmin: Cell, principal: Cell, deputyHead: Cell, teacher: Cell, homeroomTeacher: Cell, parent: Cell, pupil: Cell): Row =>
  ({ operator, regionalCurator, municipalCurator, schoolAdmin, principal, deputyHead, teacher, homeroomTeacher, parent, pupil })

export const matrix: Readonly<Record<string, Row>> = {
  //                            op   reg  mun  adm  prin dep  tch  cls  par  pup
}
