import { askQuestion, putExcuse, writeNote } from '@school/journal/contract'
import { reading } from '@school/server'
import type { Making } from './making.ts'

const rowsOf = <T>(making: Making, sql: string, values: readonly unknown[]): Promise<T[]> => {
  const { schoolId } = making.country.schools[0]!
  return reading(making.stage.composed.kit, { schoolId }, (read) => read.rows<T>(sql, [schoolId, ...values]))
}

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

interface Asked { readonly student: string; readonly guardian: string; readonly teacher: string; readonly lesson: string; readonly mark: string }
const questions = ['За что снизили отметку? Дома задания были сделаны.', 'Можно ли исправить эту отметку и когда?', 'Подскажите, какие темы стоит повторить.', 'Отметка за устный ответ или за тетрадь?'] as const
const answers = ['Две ошибки в вычислениях, остальное верно. Разберём на следующем уроке.', 'Да, приходите в четверг после шестого урока.'] as const

/** Parents ask about marks of the last days; some are answered already. */
export async function askTeachers(making: Making): Promise<void> {
  const { schoolId } = making.country.schools[0]!
  const id = making.ids(6)
  for (const [i, one] of (await rowsOf<Asked>(making, doubtful, [making.today])).entries()) {
    const questionId = id()
    await (await making.stage.as(one.guardian, 'parent')).call(askQuestion, { params: { schoolId, studentId: one.student, questionId }, body: { lessonId: one.lesson, about: 'mark', aboutId: one.mark, text: questions[i % questions.length]! } })
    if (i % 3 === 0) await (await making.stage.as(one.teacher, 'teacher')).call(writeNote, { params: { schoolId, questionId, noteId: id() }, body: { text: answers[i % answers.length]! } })
  }
}

/** One low mark of the last week for each course, of pupils whose parents are known; a few dozen in all. */
const doubtful = `
  select distinct on (m.course_id) m.student_id as student, g.guardian_id as guardian, t.teacher_id as teacher, m.lesson_id as lesson, m.id as mark
  from journal.mark m join registry.guardianship g on g.student_id = m.student_id and g.valid_to is null join schedule.v_course_teacher t on t.school_id = $1 and t.course_id = m.course_id and t.valid_to is null
  where m.school_id = $1 and m.date between $2::date - 7 and $2::date and m.value in ('2', '3') order by m.course_id, m.date desc, m.id, g.id, t.teacher_id limit 40`

/** Two pupils of each class of the basic school whose absences of the last days nobody has explained. */
const unexplained = `
  select distinct on (class_id, turn) student, guardian, "from", "to" from (
    select n.class_id, a.student_id as student, g.guardian_id as guardian, a.since::text as "from", a.until::text as "to", dense_rank() over (partition by n.class_id order by p.snils) as turn, g.id
    from (select student_id, min(date) as since, max(date) as until from journal.attendance where school_id = $1 and date > $2::date - 3 and code = 'absent' and reason is null group by student_id) a
    join registry.enrolment n on n.school_id = $1 and n.student_id = a.student_id and n.valid_to is null join registry.class_unit c on c.school_id = $1 and c.id = n.class_id and c.grade_level between 5 and 9
    join registry.person p on p.id = a.student_id join registry.guardianship g on g.student_id = a.student_id and g.valid_to is null
  ) x where turn <= 2 order by class_id, turn, x.id`
