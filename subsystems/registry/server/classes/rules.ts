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
