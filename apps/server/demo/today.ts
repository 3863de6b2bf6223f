import { putExcuse } from '@school/journal/contract'
import { changeLesson } from '@school/schedule/contract'
import { reading } from '@school/server'
import type { Making } from './making.ts'

const rowsOf = <T>(making: Making, sql: string, values: readonly unknown[]): Promise<T[]> => {
  const { schoolId } = making.country.schools[0]!
  return reading(making.stage.composed.kit, { schoolId }, (read) => read.rows<T>(sql, [schoolId, ...values]))
}

interface Covered { readonly id: string; readonly revision: number; readonly substitute: string }

/** Two teachers are away today: colleagues of the same subject who are free take their lessons. */
export async function substituteToday(making: Making): Promise<void> {
  const { schoolId, adminId } = making.country.schools[0]!
  const chairs = new Map(making.planOf('large').teachers.map(({ person, chair }) => [person.snils, chair]))
  const away = ['maths', 'english'].map((chair) => [...chairs].findLast(([, of]) => of === chair)![0]) // not those whom a visitor meets first
  const admin = await making.stage.as(adminId, 'schoolAdmin')
  for (const snils of away) {
    const colleagues = [...chairs].filter(([other, chair]) => chair === chairs.get(snils) && !away.includes(other)).map(([other]) => other)
    for (const lesson of await rowsOf<Covered>(making, lessonsToCover, [making.today, snils, colleagues]))
      await admin.call(changeLesson, { params: { schoolId, lessonId: lesson.id }, body: { state: 'replaced', teacherIds: [lesson.substitute], basedOn: lesson.revision } })
  }
}

const lessonsToCover = `
  select l.id, l.revision, free.id as substitute from schedule.lesson l
  join schedule.lesson_teacher t on t.school_id = $1 and t.lesson_id = l.id join registry.person p on p.id = t.teacher_id and p.snils = $3
  join lateral (
    select c.id from registry.person c where c.snils = any($4::text[]) and not exists (
      select 1 from schedule.lesson o join schedule.lesson_teacher ot on ot.school_id = $1 and ot.lesson_id = o.id where o.school_id = $1 and o.date = l.date and o.number = l.number and ot.teacher_id = c.id)
    order by c.snils limit 1) free on true
  where l.school_id = $1 and l.date = $2 and l.state = 'planned' order by l.number`

interface Missing { readonly student: string; readonly guardian: string; readonly from: string; readonly to: string }
const excuses = ['Температура с вечера, вызвали врача', 'Был у стоматолога, справку принесёт завтра', 'Простудилась, лечимся дома', 'Семейные обстоятельства, просим отпустить'] as const

/** Parents explain absences of the last days; class teachers have not answered yet. */
export async function askExcuses(making: Making): Promise<void> {
  const { schoolId } = making.country.schools[0]!
  const id = making.ids(5)
  for (const [i, one] of (await rowsOf<Missing>(making, unexplained, [making.today])).entries()) {
    const text = excuses[i % excuses.length]!
    await (await making.stage.as(one.guardian, 'parent')).call(putExcuse, { params: { schoolId, studentId: one.student, excuseId: id() }, body: { from: one.from, to: one.to, reason: i % 4 === 3 ? 'excused' : 'illness', text } })
  }
}

/** Two pupils of each class of the basic school whose absences of the last days nobody has explained. */
const unexplained = `
  select distinct on (class_id, turn) student, guardian, "from", "to" from (
    select n.class_id, a.student_id as student, g.guardian_id as guardian, a.since::text as "from", a.until::text as "to", dense_rank() over (partition by n.class_id order by p.snils) as turn, g.id
    from (select student_id, min(date) as since, max(date) as until from journal.attendance where school_id = $1 and date > $2::date - 3 and code = 'absent' and reason is null group by student_id) a
    join registry.enrolment n on n.school_id = $1 and n.student_id = a.student_id and n.valid_to is null join registry.class_unit c on c.school_id = $1 and c.id = n.class_id and c.grade_level between 5 and 9
    join registry.person p on p.id = a.student_id join registry.guardianship g on g.student_id = a.student_id and g.valid_to is null
  ) x where turn <= 2 order by class_id, turn, x.id`
