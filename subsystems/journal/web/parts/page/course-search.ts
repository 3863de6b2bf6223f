// not messages: names of things as registers, keys and rails have them
import { fullName } from '@school/web'
import type { Course } from '../../../contract/index.ts'

const plain = (text: string) => text.toLowerCase().replaceAll('ё', 'е').replace(/[«»"]/g, '').replace(/\s+/g, ' ')

/** Whether every word of the search begins a word of the subject, the class or a teacher's name. */
export function matches(course: Course, text: string): boolean {
  const words = plain(`${course.subject.name} ${course.group.name} ${course.group.name.replace(/[«»\s]/g, '')} ${course.classes.map((one) => one.name).join(' ')} ${course.teachers.map(fullName).join(' ')}`).split(' ')
  return plain(text).split(' ').filter(Boolean).every((part) => words.some((word) => word.startsWith(part)))
}
