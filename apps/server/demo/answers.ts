import { putAnswer, putHomework, reviewAnswer } from '@school/journal/contract'
import { reading } from '@school/server'
import type { Making } from './making.ts'

interface Given { readonly id: string; readonly lesson_id: string; readonly text: string; readonly minutes: number | null; readonly links: { title: string; href: string }[]; readonly due_date: string; readonly due_lesson_id: string | null; readonly revision: number; readonly answers: boolean; readonly teacher: string; readonly pupils: string[] }

const written = [
  'Сделал по образцу из учебника, в конце не уверен.', 'Готово. Подробно расписала каждый шаг и проверила себя по ответам.', 'Выполнено полностью, решение в тетради, фотографию принесу.', 'Готово. Вопрос: нужно ли переписывать условие?',
  'Сделала всё, кроме последнего задания: не поняла условие.', 'Сделал черновик, переписал начисто.', 'Готово, получилось со второго раза.',
] as const
const said = [{ verdict: 'returned', review: 'Почти готово. Допишите вывод и сдайте ещё раз.' }, { verdict: 'accepted', review: 'Хорошо, подробно.' }] as const

/** Two homeworks are handed in, one of the teacher and one of the class a visitor meets first: most answers wait, one is accepted, one came back. */
export async function handIn(making: Making): Promise<void> {
  const { schoolId } = making.country.schools[0]!
  const found = await reading(making.stage.composed.kit, { schoolId }, (read) => read.rows<Given>(latest, [schoolId, making.today]))
  const id = making.ids(61)
  for (const given of found) if (!given.answers) await handOne(making, schoolId, given, id)
}

async function handOne(making: Making, schoolId: string, given: Given, id: () => string): Promise<void> {
  const teacher = await making.stage.as(given.teacher, 'teacher')
  await teacher.call(putHomework, { params: { schoolId, lessonId: given.lesson_id, homeworkId: given.id }, body: { text: given.text, minutes: given.minutes, links: given.links, dueDate: given.due_date, dueLessonId: given.due_lesson_id, studentIds: null, answers: true, basedOn: given.revision } })
  for (const [i, text] of written.entries()) {
    const studentId = given.pupils[i]
    if (!studentId) return
    const params = { schoolId, homeworkId: given.id, answerId: id() }
    await (await making.stage.as(studentId, 'pupil')).call(putAnswer, { params: { ...params, studentId }, body: { text, links: [], basedOn: null } })
    if (said[i]) await teacher.call(reviewAnswer, { params, body: { ...said[i], basedOn: 1, mark: null } })
  }
}

/** Homework that is not due yet: one of the courses of whoever teaches algebra in 7Б, one of 7Б. */
const latest = `
  with class as (select k.id from registry.class_unit k where k.school_id = $1 and k.name = '7 «Б»'),
  course as (select c.id, c.group_id, s.name, (select ct.teacher_id from schedule.course_teacher ct where ct.school_id = $1 and ct.course_id = c.id and ct.valid_to is null order by ct.teacher_id limit 1) as teacher_id,
      exists (select 1 from registry.group_class gc join class on class.id = gc.class_id where gc.school_id = $1 and gc.group_id = c.group_id) as own
    from schedule.course c join registry.subject s on s.school_id = $1 and s.id = c.subject_id where c.school_id = $1),
  first as (select teacher_id from course where own and name = 'Алгебра' limit 1),
  given as (select h.*, c.teacher_id, c.own, c.teacher_id = (select teacher_id from first) as hers from course c join journal.homework h on h.school_id = $1 and h.course_id = c.id and h.removed_at is null and h.due_date >= $2::date and h.student_ids is null where c.teacher_id is not null),
  chosen as ((select id from given where hers order by answers desc, due_date, id limit 1) union (select id from given where own order by answers desc, due_date, id limit 1))
  select g.id, g.lesson_id, g.text, g.minutes, g.links, g.due_date::text as due_date, g.due_lesson_id, g.revision, g.answers, g.teacher_id::text as teacher,
    array(select m.student_id::text from registry.group_member m join registry.person p on p.id = m.student_id where m.school_id = $1 and m.group_id = g.group_id and m.valid_to is null order by p.snils) as pupils
  from given g join chosen on chosen.id = g.id order by g.id`
