import pg from 'pg'
import { newId } from '@school/contract'
import { Dice } from '../../../tools/bulk/dice.ts'
import { rowsOfLesson, type LessonDeed } from '../../../tools/bulk/lesson.ts'
import { TableWriter } from '../../../tools/bulk/table-writer.ts'
import { topics } from './curriculum.ts'

interface LessonRow { id: string; date: string; number: number; ends: string; course_id: string; group_id: string; subject: string; grade: number | null; teacher_id: string }
export interface WorkTypeUse { readonly id: string; readonly name: string; readonly weight: number; readonly scale: string }

const unmarked = /Разговоры о важном/

/** What was taught in past lessons and in those of today that are over: topics, homework, works, marks, absences; some are left open on purpose. */
export async function fillLessons(url: string, schoolId: string, from: string, to: string, nowClock: string, today: string, workTypes: readonly WorkTypeUse[], seed: number): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const dice = new Dice(seed)
    const out = new TableWriter(client)
    const members = await membersOf(client, schoolId)
    const lessons = await lessonsOf(client, schoolId, from, today)
    let filled = 0
    for (const [, list] of Map.groupBy(lessons, (one) => one.course_id)) {
      for (const [i, lesson] of list.entries()) {
        if (lesson.date < from || lesson.date > to || (lesson.date === today && lesson.ends > nowClock)) continue
        const recent = Date.parse(today) - Date.parse(lesson.date) < 3 * 86_400_000
        if (recent && dice.chance(0.12)) continue // not filled in: somebody's work for today
        await write(out, deedOf(dice, schoolId, lesson, i, list, members.get(lesson.group_id) ?? [], workTypes, recent))
        filled++
      }
    }
    await out.flush()
    await client.query(`update schedule.lesson set state = 'held' where school_id = $1 and date between $2 and $3 and (date < $4 or ends <= $5) and state = 'planned'`, [schoolId, from, to, today, nowClock])
    return filled
  } finally {
    await client.end()
  }
}

async function write(out: TableWriter, deed: LessonDeed): Promise<void> {
  for (const [table, rows] of Object.entries(rowsOfLesson(deed))) await out.put(table, rows)
}

function deedOf(dice: Dice, schoolId: string, lesson: LessonRow, i: number, list: readonly LessonRow[], students: readonly string[], workTypes: readonly WorkTypeUse[], recent: boolean): LessonDeed {
  const names = topics[lesson.subject] ?? topics['']!
  const marksGiven = !unmarked.test(lesson.subject) && (lesson.grade ?? 5) > 1
  const control = i > 0 && i % 7 === 0
  const type = pickType(workTypes, control ? /контрольная/i : i % 3 === 0 ? /самостоятельная/i : /ответ/i)
  const next = list[i + 1]
  return {
    schoolId, lesson: { id: lesson.id, courseId: lesson.course_id, groupId: lesson.group_id, date: lesson.date }, teacherId: lesson.teacher_id, at: new Date(`${lesson.date}T${lesson.ends}:00+03:00`),
    topic: names[i % names.length]!,
    homework: next && (lesson.grade ?? 5) > 1 && !unmarked.test(lesson.subject) && !(recent && dice.chance(0.15)) && dice.chance(0.8)
      ? { id: newId(), text: homeworkText(dice, lesson.subject), dueDate: next.date, dueLessonId: next.id, minutes: 10 + 5 * dice.below(5) } : null,
    work: marksGiven && type ? { id: newId(), typeId: type.id, weight: type.weight } : null,
    marks: marksGiven && type ? students.filter(() => dice.chance(control ? 0.95 : 0.16)).map((studentId) => ({ id: newId(), studentId, value: valueFor(dice, studentId) })) : [],
    absent: students.filter(() => dice.chance(0.04)),
  }
}

const pickType = (types: readonly WorkTypeUse[], like: RegExp) => types.find((one) => like.test(one.name) && one.scale === 'five') ?? types.find((one) => one.scale === 'five')

/** Each pupil has a level of their own, so that averages differ and tell something. */
function valueFor(dice: Dice, studentId: string): string {
  const level = Number.parseInt(studentId.slice(-3), 16) / 4096
  const luck = dice.next() * 0.6 + level * 0.7
  return luck > 0.78 ? '5' : luck > 0.42 ? '4' : luck > 0.14 ? '3' : '2'
}

function homeworkText(dice: Dice, subject: string): string {
  if (/Литерат|чтение/.test(subject)) return `Прочитать с. ${20 + dice.below(120)}–${150 + dice.below(40)}, ответить на вопросы`
  if (/Английский/.test(subject)) return `Workbook, с. ${8 + dice.below(60)}, упр. ${1 + dice.below(6)}`
  if (/Физическая|Музыка|Изобраз|Труд/.test(subject)) return dice.pick(['Принести форму', 'Закончить работу', 'Подготовить материалы к уроку'])
  if (/Русский/.test(subject)) return `§ ${1 + dice.below(60)}, упр. ${1 + dice.below(300)}`
  return `§ ${1 + dice.below(60)}, № ${1 + dice.below(300)}, ${301 + dice.below(200)}`
}

async function membersOf(client: pg.Client, schoolId: string): Promise<Map<string, string[]>> {
  const { rows } = await client.query<{ group_id: string; students: string[] }>('select group_id, array_agg(student_id::text) as students from registry.group_member where school_id = $1 and valid_to is null group by group_id', [schoolId])
  return new Map(rows.map((row) => [row.group_id, row.students]))
}

async function lessonsOf(client: pg.Client, schoolId: string, from: string, today: string): Promise<LessonRow[]> {
  const { rows } = await client.query<LessonRow>(`
    select l.id, l.date::text as date, l.number, to_char(l.ends, 'HH24:MI') as ends, l.course_id, l.group_id, s.name as subject, k.grade_level as grade, t.teacher_id
    from schedule.lesson l join registry.subject s on s.school_id = $1 and s.id = l.subject_id join lateral (select teacher_id from schedule.lesson_teacher where school_id = $1 and lesson_id = l.id limit 1) t on true
    left join lateral (select c.grade_level from registry.group_class gc join registry.class_unit c on c.school_id = $1 and c.id = gc.class_id where gc.school_id = $1 and gc.group_id = l.group_id limit 1) k on true
    where l.school_id = $1 and l.date between $2::date - 14 and $3::date + 14 order by l.date, l.number`, [schoolId, from, today])
  return rows
}
