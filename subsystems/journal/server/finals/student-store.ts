import type { Read } from '@school/server'
import type { AcademicDebt } from '../../contract/index.ts'
import { debtsOfPupil } from '../promotion/store.ts'
import { asking, dayHere } from '../access.ts'
import { ruleJson } from '../pages/store.ts'
import type { FinalHead } from './access.ts'

export interface StudentHead extends FinalHead {
  readonly class_id: string | null; readonly grade: number | null; readonly year: number; readonly subjects: { id: string; name: string; shortName: string }[] | null
  readonly debts: AcademicDebt[] | null
  readonly promotion: { decision: string; protocolNumber: string; protocolDate: string; orderNumber: string; note: string } | null
}
const head = `with ${dayHere},
  place as materialized (select en.class_id, k.grade_level, k.school_year from day join registry.v_enrolment en on en.school_id = $1 and en.student_id = $5::uuid and en.valid_from <= day.today
    join registry.v_class k on k.school_id = en.school_id and k.id = en.class_id order by en.valid_from desc limit 1)
  select day.today, p.class_id, p.grade_level as grade, coalesce(p.school_year, extract(year from day.today - interval '6 months')::integer) as year, cs.period_scheme_id as scheme_id,
    (select json_agg(json_build_object('id', pd.id, 'name', pd.name, 'ordinal', pd.ordinal, 'starts', pd.starts, 'ends', pd.ends) order by pd.starts) from schedule.v_period pd where pd.school_id = $1 and pd.scheme_id = cs.period_scheme_id) as periods,
    (select json_agg(${ruleJson('p.grade_level')} order by r.valid_from, r.edition) from journal.marking_rule r where r.school_id = $1) as rules,
    (select json_agg(json_build_object('class_id', z.class_id, 'scope_id', z.scope_id, 'state', z.state, 'due', z.due)) from journal.closing z where z.school_id = $1 and z.class_id = p.class_id) as closings, null::json as unlocks,
    (select json_agg(json_build_object('id', s.id, 'name', s.name, 'shortName', s.short_name) order by s.sort, s.name, s.id) from registry.v_subject s where s.school_id = $1) as subjects,
    (select json_build_object('decision', o.decision, 'protocolNumber', o.protocol_number, 'protocolDate', o.protocol_date, 'orderNumber', o.order_number, 'note', o.note) from journal.promotion o where o.school_id = $1 and o.student_id = $5::uuid and o.year = p.school_year) as promotion, ${debtsOfPupil}
  from day left join place p on true left join schedule.v_class_setting cs on cs.school_id = $1 and cs.class_id = p.class_id
  where $2::uuid is not null and $4::text <> ''`
/** Class, calendar and rules of a pupil whose record has been judged readable. */
export const findStudentHead = async (read: Read, studentId: string) => (await read.rows<StudentHead>(head, [...asking(read), studentId]))[0]!

const subject = `select json_build_object('id', s.id, 'name', s.name, 'shortName', s.short_name) as subject from schedule.v_course c join registry.v_subject s on s.school_id = c.school_id and s.id = c.subject_id where c.school_id = $1 and c.id = $2`
export const findSubjectOf = async (read: Read, courseId: string) => (await read.rows<{ subject: { id: string; name: string; shortName: string } }>(subject, [read.schoolId, courseId]))[0]!.subject
