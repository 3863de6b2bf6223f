import { notFound, type Read } from '@school/server'
import { listReadableClasses, listReadableTeachers, type ClassRow, type TeacherRow } from './store.ts'

const offices = new Set<string>(['schoolAdmin', 'principal', 'deputyHead'])

/** Whether the reader sees the whole school. A file is asked for by a plain link, which names no role, so every role held in this school counts. */
export const isOffice = (read: Read): boolean => read.by.grants.some((grant) => grant.schoolId === read.schoolId && offices.has(grant.role))

declare const granted: unique symbol
/** A class about which the reader may ask. */
export type ReadableClass = ClassRow & { readonly [granted]: 'class' }
/** A teacher about whose lessons the reader may ask. */
export type ReadableTeacher = TeacherRow & { readonly [granted]: 'teacher' }

export async function readableClass(read: Read, classId: string): Promise<ReadableClass> {
  const [found] = await listReadableClasses(read, isOffice(read), classId)
  if (!found) throw notFound()
  return found as ReadableClass
}

export async function readableTeacher(read: Read, teacherId: string, year: number): Promise<ReadableTeacher> {
  const [found] = await listReadableTeachers(read, isOffice(read), teacherId, year)
  if (!found) throw notFound()
  return found as ReadableTeacher
}
