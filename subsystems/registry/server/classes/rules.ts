import { Problem } from '@school/server'

/** The name a class gets when nobody gives one: «7 «Б»», or what stands in its letter for a group of a course. */
export function classNameOf(given: { gradeLevel: number | null; course: number | null; letter: string; name?: string | undefined }): string {
  if ((given.gradeLevel === null) === (given.course === null)) throw new Problem(400, 'registry.grade_or_course', { field: 'gradeLevel' })
  const name = given.name?.trim()
  if (name) return name
  const letter = given.letter.trim()
  if (given.course !== null) return letter || `${given.course}`
  return letter === '' ? `${given.gradeLevel}` : `${given.gradeLevel} «${letter}»`
}

/** A subgroup is part of one class, the other kinds join several. */
export function whyNotOfClasses(kind: 'subgroup' | 'crossClass' | 'combined', count: number): 'one' | 'several' | null {
  if (kind === 'subgroup') return count === 1 ? null : 'one'
  return count >= 2 ? null : 'several'
}

/** The grade after this one, or null when the school ends: nine years and eleven end with a certificate. */
export const nextGradeOf = (grade: number): number | null => (grade === 9 || grade >= 11 ? null : grade + 1)

/** The name of a class a year later when it begins with its grade: «5 «А»» becomes «6 «А»», «5А» becomes «6А». */
export const nextNameOf = (name: string, grade: number): string | null => {
  const match = /^(\d{1,2})(?!\d)(.*)$/u.exec(name)
  return match && Number(match[1]) === grade ? `${grade + 1}${match[2]}` : null
}
