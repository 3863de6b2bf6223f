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
  'org.regions':          row('F', '-', '-', '-', '-', '-', '-', '-', '-', '-'),
  'workplace':            row('F', 'R', 'M', 'S', 'S', '-', '-', '-', '-', '-'),
  'org.connect':          row('-', 'R', 'M', '-', '-', '-', '-', '-', '-', '-'),
  'curators.appoint':     row('F', 'R', '-', '-', '-', '-', '-', '-', '-', '-'),
  'curators.read':        row('F', 'R', 'M', '-', '-', '-', '-', '-', '-', '-'),
  'registry.read':        row('-', '-', '-', 'S', 'S', 'S', 'T', 'C', 'K', 'O'),
  'registry.write':       row('-', '-', '-', 'S', '-', '-', '-', '-', '-', '-'),
  'requests':             row('-', 'R', 'M', 'S', '-', '-', '-', '-', '-', '-'),
  'roles.grant':          row('-', '-', '-', 'S', '-', '-', '-', '-', '-', '-'),
  'marks.read':           row('-', '-', '-', 'S', 'S', 'S', 'T', 'C', 'K', 'O'),
  'marks.write':          row('-', '-', '-', '-', 'S', 'S', 'T', 'T', '-', '-'),
  'attendance.homework':  row('-', '-', '-', 'S', 'S', 'S', 'T', 'C', 'K', 'O'),
  'journal.settings':     row('-', '-', '-', 'S', 'S', 'S', 'T', 'T', '-', '-'),
  'timetable.read':       row('-', '-', '-', 'S', 'S', 'S', 'S', 'S', 'K', 'O'),
  'timetable.write':      row('-', '-', '-', 'S', 'S', 'S', '-', '-', '-', '-'),
  'lessonPlan':           row('-', '-', '-', 'S', 'S', 'S', 'T', 'T', '-', '-'),
  'reports':              row('-', '-', '-', 'S', 'S', 'S', 'T', 'C', '-', '-'),
  'reports.school':       row('-', '-', '-', 'S', 'S', 'S', '-', '-', '-', '-'),
  'statistics':           row('F', 'R', 'M', '-', '-', '-', '-', '-', '-', '-'),
  'news':                 row('F', 'R', 'M', 'S', 'S', 'S', '-', '-', '-', '-'),
  'audit.read':           row('F', 'R', 'M', 'S', 'S', '-', '-', '-', 'K', 'O'),
}
