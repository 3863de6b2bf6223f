import assert from 'node:assert/strict'
import { newId } from '@school/contract'
import { getSettings } from '@school/journal/contract'
import { acceptEdition, applyCourses, getCurriculum, getLoadMatrix, getYearState, openSchoolYear, previewCourses, putCurriculum, putEdition, putPlanClasses, putTeacherRate } from '@school/planning/contract'
import { getClass, getGroup, listClasses, previewRollOver, putSubject, rollOver } from '@school/registry/contract'
import { getCalendar, listLoad, openYear, putBells, putCourse, putSpecialDay } from '@school/schedule/contract'
import { staff, subjects, teacherKeys, type Course, type Pupil, type Story } from './story.ts'

/** What the wizard of a new year says of its steps. */
export async function stepsOf(story: Story): Promise<Record<string, string>> {
  const { steps } = await story.as(story.deputy, getYearState, { params: { schoolId: story.schoolId }, query: { year: 2026 } })
  return Object.fromEntries(steps.map((one) => [one.key, one.state]))
}

export async function growClasses(story: Story): Promise<void> {
  const { schoolId, deputy, classes } = story
  assert.deepEqual(await stepsOf(story), { calendar: 'todo', classes: 'todo', bells: 'todo', plans: 'todo', load: 'todo', timetable: 'todo', lessons: 'todo', opened: 'todo' })
  await assert.rejects(story.as(deputy, openSchoolYear, { params: { schoolId, year: 2026 } }), { code: 'planning.year_not_ready', details: { steps: ['calendar', 'classes', 'bells', 'plans', 'load', 'timetable'] } })
  const { rows } = await story.as(deputy, previewRollOver, { params: { schoolId, year: 2026 } })
  assert.deepEqual(rows.map((row) => [row.from.name, row.to?.name, row.pupils, row.made]), [['6 «А»', '7 «А»', 6, null], ['6 «Б»', '7 «Б»', 5, null]])
  const order = { classIds: [classes.lastA, classes.lastB], movePupils: true, on: '2026-09-01', orderNumber: '41-у', orderDate: '2026-08-20' }
  assert.deepEqual(await story.as(deputy, rollOver, { params: { schoolId, year: 2026 }, body: order }), { classes: 2, pupils: 11 })
  const grown = await story.as(deputy, listClasses, { params: { schoolId }, query: { year: 2026 } })
  assert.deepEqual(grown.map((one) => [one.name, one.homeroomTeacher?.lastName]), [['7 «А»', staff.russian.lastName], ['7 «Б»', staff.history.lastName]])
  classes.a = grown[0]!.id
  classes.b = grown[1]!.id
}

export async function setCalendar(story: Story): Promise<void> {
  const { schoolId, deputy } = story
  const calendar = await story.as(deputy, openYear, { params: { schoolId, year: 2026 }, body: { weekDays: 5 } })
  assert.deepEqual([calendar.year?.starts, calendar.classes.filter((one) => one.schemeId !== null && one.bellScheduleId !== null).length], ['2026-09-01', 2])
  const quarters = calendar.schemes.find((one) => one.kind === 'quarter')!
  story.period = quarters.periods[0]!
  assert.deepEqual([quarters.periods.length, story.period.starts, story.period.ends, calendar.classes.every((one) => one.schemeId === quarters.id)], [4, '2026-09-01', '2026-10-23', true])
  await story.world.settle()
  const { workTypes, edition } = await story.as(deputy, getSettings, { params: { schoolId } })
  assert.deepEqual([workTypes.some((one) => one.name === 'Контрольная работа' && one.weight === 4 && one.isControl), edition], [true, null], 'a school that opens its first year has work types; its rule begins with the year')
  // Shorter bells on Fridays, and one day of the quarter is free.
  const usual = calendar.bells.find((one) => one.shift === 1 && one.weekday === null)!
  const short = usual.bells.slice(0, 7).map((bell, i) => ({ number: bell.number, starts: `${String(8 + i).padStart(2, '0')}:30`, ends: `${String(9 + i).padStart(2, '0')}:10` }))
  await story.as(deputy, putBells, { params: { schoolId, id: newId() }, body: { name: 'Пятница', shift: 1, buildingId: null, weekday: 5, bells: short } })
  await story.as(deputy, putSpecialDay, { params: { schoolId, date: '2026-09-18' }, body: { kind: 'off', asWeekday: null, name: 'День здоровья' } })
  const told = await story.as(story.pupils.a[0]!, getCalendar, { params: { schoolId }, query: {} })
  assert.ok(told.specialDays.some((one) => one.date === '2026-09-18' && one.kind === 'off'), 'families read the calendar')
  assert.deepEqual([(await stepsOf(story))['calendar'], (await stepsOf(story))['classes'], (await stepsOf(story))['bells']], ['done', 'done', 'done'])
}

/** A plan after the federal variant: what it lacks is said, two hours of the school fill it, and it is accepted without a word of excuse. */
export async function makePlan(story: Story): Promise<void> {
  const { schoolId, deputy, classes } = story
  const id = newId()
  const params = { schoolId, id }
  const made = await story.as(deputy, putCurriculum, { params, body: { year: 2026, name: 'ООО, 7 классы', kind: 'class', level: 'basic', profile: '', weekDays: 5, standard: 'basic-5', fromGrade: 7, toGrade: 7, filled: true, basedOn: null } })
  assert.ok(made.findings.some((one) => one.code === 'year_under' && one.has === 30 * 34 && one.needs === 1088), 'thirty hours of the core are too few for the year')
  const own = [['Математический практикум', newId()], ['Проектная деятельность', newId()]] as const
  for (const [name, subjectId] of own) await story.as(story.admin, putSubject, { params: { schoolId, id: subjectId }, body: { name, shortName: name.slice(0, 12), kind: 'core' } })
  const lines = [...made.lines.map(({ subject, ...line }) => ({ ...line, cells: line.cells.map((cell) => ({ ...cell, groups: subject === 'Иностранный язык' ? 2 : 1 })) })), ...own.map(([, subjectId]) => ({ id: newId(), part: 'school' as const, area: '', subjectId, advanced: false, cells: [{ grade: 7, hours: 1, groups: 1 }] }))]
  const put = await story.as(deputy, putEdition, { params: { ...params, edition: 1 }, body: { validFrom: '2026-09-01', reason: '', lines, basedOn: made.head.revision } })
  assert.deepEqual(put.findings.filter((one) => one.severity === 'error'), [])
  await story.as(deputy, acceptEdition, { params: { ...params, edition: 1 }, body: { orderNumber: '112', despite: '' } })
  await story.as(deputy, putPlanClasses, { params, body: { classIds: [classes.a, classes.b] } })
  const { changes, mark } = await story.as(deputy, previewCourses, { params, query: { from: '2026-09-01' } })
  const wanted = [...subjects, 'Иностранный язык'].flatMap((one) => [one, one])
  assert.deepEqual([changes.length, changes.filter((one) => one.kind === 'split').length, changes.map((one) => one.subject).toSorted()], [36, 4, wanted.toSorted()])
  assert.equal((await story.as(deputy, applyCourses, { params, body: { from: '2026-09-01', mark, skip: [] } })).done, changes.length)
  assert.equal((await story.as(deputy, previewCourses, { params, query: { from: '2026-09-01' } })).changes.length, 0)
  assert.equal((await story.as(deputy, getCurriculum, { params, query: {} })).editions[0]?.state, 'accepted')
}

/** Who teaches what: the matrix says what is missing until nothing is. */
export async function spreadLoad(story: Story): Promise<void> {
  const { schoolId, deputy, classes } = story
  const matrix = () => story.as(deputy, getLoadMatrix, { params: { schoolId }, query: { year: 2026 } })
  const before = await matrix()
  assert.equal(before.problems.filter((one) => one.code === 'no_teacher').length, before.courses.length)
  const { courses } = await story.as(deputy, listLoad, { params: { schoolId }, query: { year: 2026 } })
  for (const course of courses) {
    const own = teacherKeys.filter((key) => (staff[key].subjects as readonly string[]).includes(course.subject.name))
    const teacher = own[course.group.name.endsWith('2') ? 1 : 0]!
    await story.as(deputy, putCourse, { params: { schoolId, courseId: course.id }, body: { year: 2026, groupId: course.group.id, subjectId: course.subject.id, hoursPerWeek: course.hoursPerWeek, teacherIds: [story.teachers[teacher].id], from: '2026-09-01', basedOn: course.revision } })
    const classId = [classes.a, classes.b].find((id) => id === course.group.id) ?? (course.className === '7 «А»' ? classes.a : classes.b)
    if (classId !== course.group.id) story.halves.set(course.group.id, await halfOf(story, course.group.id))
    story.courses.push({ id: course.id, classId, groupId: course.group.id, subject: course.subject.name, subjectId: course.subject.id, teacher, hours: course.hoursPerWeek } satisfies Course)
  }
  const maths = { schoolId, teacherId: story.teachers.maths.id }
  await story.as(deputy, putTeacherRate, { params: maths, body: { year: 2026, rate: 1.5 } })
  assert.deepEqual((await matrix()).problems.filter((one) => one.severity !== 'hint').map((one) => [one.code, one.teacherId, one.has, one.needs]), [['teacher_under', maths.teacherId, 14, 27]])
  for (const key of teacherKeys) await story.as(deputy, putTeacherRate, { params: { schoolId, teacherId: story.teachers[key].id }, body: { year: 2026, rate: staff[key].rate } })
  const after = await matrix()
  assert.deepEqual(after.problems, [])
  assert.deepEqual(after.classes.map((one) => [one.id, one.needs, one.has]), [[classes.a, 32, 32], [classes.b, 32, 32]], 'halves meet at the same time')
  assert.deepEqual([...story.halves.values()].map((one) => one.length).toSorted(), [2, 3, 3, 3])
  assert.equal(after.teachers.reduce((sum, one) => sum + one.hours, 0), after.courses.reduce((sum, one) => sum + one.hours, 0), 'what teachers give is what classes get')
  assert.deepEqual([(await stepsOf(story))['plans'], (await stepsOf(story))['load']], ['done', 'done'])
}

async function halfOf(story: Story, groupId: string): Promise<Pupil[]> {
  const { members } = await story.as(story.deputy, getGroup, { params: { schoolId: story.schoolId, groupId }, query: { date: '2026-09-01' } })
  return [...story.pupils.a, ...story.pupils.b].filter((one) => members.some((member) => member.id === one.id))
}

export async function openTheYear(story: Story): Promise<void> {
  const { schoolId, deputy, classes } = story
  const opened = await story.as(deputy, openSchoolYear, { params: { schoolId, year: 2026 } })
  assert.deepEqual([opened.ready, opened.openedAt !== null, opened.openedBy], [true, true, 'Дёмина Нина'])
  story.at('2026-09-01', '08:00')
  assert.deepEqual((await story.as(story.teachers.russian, getClass, { params: { schoolId, classId: classes.a } })).members.map((one) => one.lastName), story.pupils.a.map((one) => one.data.lastName))
  assert.equal((await story.as(deputy, getClass, { params: { schoolId, classId: classes.lastA } })).members.length, 0, 'nobody is in two years at once')
}
