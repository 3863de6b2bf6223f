// not messages: names of roles as documents write them; the browser says them in its own language
import { roles, scopeOfRole, type Role } from '@school/contract'
import type { Context } from '../../contract/me.ts'
import type { NamedContext } from './store.ts'

const titles: Record<Role, string> = {
  operator: 'Оператор', regionalCurator: 'Куратор региона', municipalCurator: 'Куратор муниципалитета', schoolAdmin: 'Администратор', principal: 'Директор',
  deputyHead: 'Завуч', teacher: 'Учитель', homeroomTeacher: 'Классный руководитель', pupil: 'Ученик', parent: 'Родитель',
}

/** The contexts of a person as the switcher lists them, one per role and scope; a class teacher acts as the teacher they are. */
export function contextsOf(rows: readonly NamedContext[]): Context[] {
  const seen = new Map<string, Context>()
  const teaches = new Set(rows.filter((row) => row.role === 'teacher').map((row) => row.scope_id))
  for (const row of rows) {
    if (scopeOfRole[row.role as Role] !== row.scope_kind) continue
    const key = `${row.role} ${row.scope_id}`
    if (seen.has(key) || (row.role === 'homeroomTeacher' && teaches.has(row.scope_id))) continue
    seen.set(key, { ...contextOf(row), classId: row.role === 'teacher' ? homeroomClass(rows, row.scope_id) : row.class_id })
  }
  return [...seen.values()].toSorted((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role) || a.title.localeCompare(b.title, 'ru'))
}

function contextOf(row: NamedContext): Context {
  const role = row.role as Role
  const isChild = row.scope_kind === 'child'
  const place = { federation: 'Российская Федерация', region: row.region_name, municipality: joined(row.municipality_name, row.region_name), school: joined(role === 'pupil' ? row.class_name : null, row.school_name), child: joined(row.class_name, row.school_name) }
  return {
    role, scopeKind: row.scope_kind as Context['scopeKind'], scopeId: row.scope_id, schoolId: row.school_id, childId: isChild ? row.scope_id : null, classId: row.class_id, recordId: row.record_id, schoolKind: row.school_kind,
    title: isChild ? row.child_name ?? titles.parent : titles[role], subtitle: place[row.scope_kind as keyof typeof place] ?? '',
  }
}

const joined = (...parts: (string | null)[]) => parts.filter(Boolean).join(', ')

const homeroomClass = (rows: readonly NamedContext[], schoolId: string) => rows.find((row) => row.role === 'homeroomTeacher' && row.scope_id === schoolId)?.class_id ?? null
