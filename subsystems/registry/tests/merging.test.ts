import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { fictionalSnils, newId } from '@school/contract'
import { testNow, testSchool, testToday, type TestSchool } from '@school/app-server/testing'
import { getMe } from '@school/identity/contract'
import { getDiaryWeek, putMark } from '@school/journal/contract'
import { aMarkingRule, aWork, aWorkType } from '@school/journal/testing'
import { listNotices } from '@school/notices/contract'
import {
  askMerge, confirmMerge, correctPerson, decideMerge, getPerson, getPersonHistory, listDoubles, listMerges, listPeople, listTerritoryMerges, previewMerge, undoMerge, undoTerritoryMerge, withdrawMerge,
} from '@school/registry/contract'
import { aClass, aGuardian, anEmployee, aPerson, aPupil, aSchool, aSubject } from '@school/registry/testing'
import { aClassSetting, aCourse, aLesson, aYear } from '@school/schedule/testing'
import type { Refused } from '@school/testing'

let s: TestSchool
/** A second school of the same municipality, which entered the same child without a СНИЛС, and a mother of its own. */
let two: Awaited<ReturnType<typeof secondSchool>>
const child = { last_name: 'Журавлёв', first_name: 'Пётр', middle_name: 'Ильич', birth_date: '2013-04-05' }
const mother = { last_name: 'Журавлёва', first_name: 'Анна', middle_name: 'Олеговна', birth_date: '1986-02-03' }

async function secondSchool() {
  const { id } = await aSchool(s.make, { municipalityId: s.school.municipality_id })
  const year = await aYear(s.make, id)
  const [admin, teacher] = [await anEmployee(s.make, id, 'schoolAdmin'), await anEmployee(s.make, id)]
  const classUnit = await aClass(s.make, id)
  await aClassSetting(s.make, id, classUnit.id, year)
  const subject = await aSubject(s.make, id, 'Алгебра')
  const course = await aCourse(s.make, id, { groupId: classUnit.id, subjectId: subject.id, teacherIds: [teacher.id] })
  const lesson = await aLesson(s.make, id, course.id, testToday, 2)
  await aMarkingRule(s.make, id)
  const work = await aWork(s.make, id, lesson, (await aWorkType(s.make, id)).id, teacher.id)
  const pupil = await aPupil(s.make, id, classUnit.id, { ...child, last_name: 'ЖУРАВЛЕВ', middle_name: null })
  const parent = await aGuardian(s.make, pupil.id, { guardianId: (await aPerson(s.make, mother)).id })
  return { id, admin, teacher, classUnit, work, pupil, parent }
}

let pupil: { id: string }
let parent: { id: string }
before(async () => {
  s = await testSchool()
  pupil = await aPupil(s.make, s.id, s.classUnit.id, { ...child, snils: fictionalSnils(700) })
  parent = await aGuardian(s.make, pupil.id, { guardianId: (await aPerson(s.make, { ...mother, snils: fictionalSnils(701) })).id })
  await s.make.rows('update registry.person set esia_oid = $2, phone = null where id = $1', [pupil.id, '70001'])
  await s.make.rows('update registry.person set esia_oid = $2 where id = $1', [parent.id, '70002'])
  two = await secondSchool()
})
after(() => s.close())

const at = (schoolId = s.id) => ({ schoolId })
const pair = () => ({ personId: pupil.id, otherId: two.pupil.id })
const asked = async (id = newId(), of: { personId: string; otherId: string } = pair()) => { await (await s.as(s.admin)).call(askMerge, { params: { ...at(), id }, body: { ...of, reason: 'Один ребёнок: свидетельство о рождении' } }); return id }
const diaryOf = async (who: { id: string }, schoolId: string, studentId: string) => (await (await s.as(who)).call(getDiaryWeek, { params: { schoolId, studentId }, query: { week: '2026-10-12' } })).days[3]!.lessons
const contexts = async (who: { id: string }) => (await (await s.as(who)).call(getMe, {})).contexts.map((one) => [one.role, one.schoolId === s.id ? 'one' : 'two', one.recordId])

test('suspected pairs name the other school and nothing it keeps', async () => {
  const pairs = await (await s.as(s.admin)).call(listDoubles, { params: at() })
  assert.deepEqual(new Set(pairs.map((one) => one.kept.id)), new Set([pupil.id, parent.id]))
  const ofChild = pairs.find((one) => one.kept.id === pupil.id)!
  assert.deepEqual([ofChild.gone.id, ofChild.obstacles, ofChild.kept.counts?.enrolments, ofChild.kept.counts?.guardians], [two.pupil.id, [], 1, 1])
  assert.deepEqual([ofChild.gone.own, ofChild.gone.counts, ofChild.gone.enteredAt, ofChild.gone.places.map((one) => [one.relation, one.now])], [false, null, null, [['pupil', true]]])
  assert.ok(!JSON.stringify(pairs).includes(fictionalSnils(700)), 'the number itself is not in the pair')
  assert.deepEqual((await (await s.as(two.admin)).call(listDoubles, { params: at(two.id) })).length, 2)
  assert.deepEqual(await (await s.as(s.stranger.admin)).call(listDoubles, { params: at(s.stranger.id) }), [])
})

test('who may look and propose, and that nobody leafs through foreign records', async () => {
  const preview = { params: { ...at(), ...pair() } }
  const shown = await (await s.as(s.admin)).call(previewMerge, preview)
  assert.deepEqual([shown.judge, shown.pair.kept.id, shown.undoDays, shown.closes], ['municipality', pupil.id, 30, 0])
  const body = { ...pair(), reason: 'Один ребёнок' }
  for (const [who, status] of [[null, 401], [s.principal, 403], [s.teacher, 403], [s.parent, 403], [s.municipalCurator, 403], [s.stranger.admin, 404], [two.admin, 404]] as const) {
    await assert.rejects((await s.as(who)).call(previewMerge, preview), { status })
    await assert.rejects((await s.as(who)).call(askMerge, { params: { ...at(), id: newId() }, body }), { status })
    await assert.rejects((await s.as(who)).call(listDoubles, { params: at() }), { status })
  }
  await assert.rejects((await s.as(s.admin)).call(previewMerge, { params: { ...at(), personId: pupil.id, otherId: s.stranger.pupil.id } }), { status: 404 })
  await assert.rejects((await s.as(s.admin)).call(previewMerge, { params: { ...at(), personId: two.pupil.id, otherId: two.parent.id } }), { status: 404 })
  await assert.rejects((await s.as(s.admin)).call(askMerge, { params: { ...at(), id: newId() }, body: { ...body, reason: '' } }), { status: 400 })
  await assert.rejects((await s.as(s.admin)).call(askMerge, { params: { ...at(), id: newId() }, body: { ...body, otherId: s.admin.id } }), { status: 403 })
})

test('contradicting papers, two accounts, two lives in one school are refused with the reason', async () => {
  const admin = await s.as(s.admin)
  const twin = await aPupil(s.make, s.id, s.classUnit.id, { last_name: 'Сосна', first_name: 'Олег', birth_date: '2013-01-01' })
  const refusedFor = async (other: { id: string }, obstacles: string[]) => assert.rejects(admin.call(askMerge, { params: { ...at(), id: newId() }, body: { personId: twin.id, otherId: other.id, reason: 'проверка' } }), (error: Refused) => {
    assert.deepEqual([error.code, error.details['obstacles']], ['registry.cannot_merge', obstacles])
    return true
  })
  await refusedFor(await aPupil(s.make, s.id, s.classUnit.id, { last_name: 'Сосна', first_name: 'Олег', birth_date: '2013-01-01' }), ['bothEnrolled'])
  const former = await aPupil(s.make, s.id, s.classUnit.id, { last_name: 'Сосна', first_name: 'Олег', birth_date: '2013-10-01' })
  await s.make.rows('update registry.enrolment set valid_to = $2 where student_id = $1', [former.id, '2026-09-30'])
  await refusedFor(former, ['birthDate'])
  await s.make.rows('update registry.person set birth_date = $2, snils = $3, esia_oid = $4 where id = $1', [former.id, '2013-01-01', fictionalSnils(710), '70010'])
  await s.make.rows('update registry.person set snils = $2, esia_oid = $3 where id = $1', [twin.id, fictionalSnils(711), '70011'])
  await refusedFor(former, ['snils', 'accounts'])
})

test('across two schools the curator decides; diary, parents and session live on, in both schools', async () => {
  const [child, mum] = [await s.as(pupil), await s.as(parent)]
  await (await s.as(two.teacher)).call(putMark, { params: { schoolId: two.id, workId: two.work.id, markId: newId() }, body: { studentId: two.pupil.id, value: '5', basedOn: null } })
  await (await s.as(s.teacher)).call(putMark, { params: { schoolId: s.id, workId: s.work.id, markId: newId() }, body: { studentId: pupil.id, value: '4', basedOn: null } })
  await s.settle()
  assert.deepEqual(await contexts(pupil), [['pupil', 'one', null]])
  await assert.rejects(child.call(getDiaryWeek, { params: { schoolId: two.id, studentId: two.pupil.id }, query: { week: '2026-10-12' } }), { status: 404 })

  const id = await asked()
  await asked(id)
  await assert.rejects(asked(), { code: 'registry.merge_asked' })
  await assert.rejects((await s.as(s.admin)).call(confirmMerge, { params: { ...at(), id } }), { code: 'registry.merge_elsewhere' })
  const seenByTwo = (await (await s.as(two.admin)).call(listMerges, { params: at(two.id) }))[0]!
  assert.deepEqual([seenByTwo.id, seenByTwo.can, seenByTwo.askedBy, seenByTwo.kept.counts, seenByTwo.gone.counts?.enrolments], [id, { decide: false, withdraw: false, undo: false }, null, null, 1])
  await assert.rejects((await s.as(two.admin)).call(withdrawMerge, { params: { schoolId: two.id, id } }), { code: 'registry.merge_elsewhere' })
  for (const [who, status] of [[null, 401], [s.admin, 403], [s.operator, 403], [s.stranger.municipalCurator, 404], [s.stranger.regionalCurator, 404]] as const) await assert.rejects((await s.as(who)).call(decideMerge, { params: { id }, body: { agree: true, answer: '' } }), { status })
  const curator = await s.as(s.municipalCurator)
  assert.deepEqual((await curator.call(listTerritoryMerges, {})).map((one) => [one.id, one.judge, one.can.decide, one.kept.counts]), [[id, 'municipality', true, null]])
  assert.deepEqual(await (await s.as(s.stranger.municipalCurator)).call(listTerritoryMerges, {}), [])
  await assert.rejects(curator.call(decideMerge, { params: { id }, body: { agree: false, answer: '' } }), { code: 'registry.answer_needed' })

  const live = await s.live(parent)
  assert.equal((await curator.call(decideMerge, { params: { id }, body: { agree: true, answer: 'Документы сверены' } })).state, 'done')
  await live.hears('registry.person.changed')
  live.close()
  await s.settle()

  assert.deepEqual(await contexts(pupil), [['pupil', 'one', null], ['pupil', 'two', two.pupil.id]])
  const marksOf = async (who: { id: string }, school: string, student: string) => (await diaryOf(who, school, student)).flatMap((one) => one.marks.map((mark) => mark.value))
  assert.deepEqual([await marksOf(pupil, s.id, pupil.id), await marksOf(pupil, two.id, two.pupil.id)], [['4'], ['5']], 'the pupil, in the session of before')
  assert.deepEqual([await marksOf(parent, s.id, pupil.id), await marksOf(parent, two.id, two.pupil.id)], [['4'], ['5']], 'the mother of the first school sees the child in both')
  assert.deepEqual(await marksOf(two.parent, s.id, pupil.id), ['4'], 'the mother as the second school knows her, too')
  assert.deepEqual((await contexts(parent)).toSorted(), [['parent', 'one', null], ['parent', 'two', null]])
  await assert.rejects(child.call(getDiaryWeek, { params: { schoolId: two.id, studentId: pupil.id }, query: { week: '2026-10-12' } }), { status: 404 })

  const card = await (await s.as(two.admin)).call(getPerson, { params: { schoolId: two.id, personId: two.pupil.id } })
  assert.deepEqual([card.lastName, card.middleName, card.snils, card.guardians.map((one) => one.guardian.id).toSorted()], ['Журавлёв', 'Ильич', fictionalSnils(700), [parent.id, two.parent.id].toSorted()])
  assert.ok((await (await s.as(two.admin)).call(listPeople, { params: at(two.id), query: { relation: 'guardian' } })).rows.some((row) => row.id === parent.id))
  await (await s.as(two.admin)).call(correctPerson, { params: { schoolId: two.id, personId: two.pupil.id }, body: { lastName: 'Журавлёв', firstName: 'Пётр', middleName: 'Ильич', birthDate: '2013-04-05', gender: 'M', snils: fictionalSnils(700), email: null, phone: '+7 900 111-11-11', reason: '', basedOn: card.revision } })
  assert.equal((await (await s.as(s.admin)).call(getPerson, { params: { schoolId: s.id, personId: pupil.id } })).phone, '+7 900 111-11-11', 'one human being, one telephone')
  assert.ok((await (await s.as(s.admin)).call(getPersonHistory, { params: { schoolId: s.id, personId: pupil.id } })).some((row) => row.action === 'registry.merge.done'))
  assert.ok((await (await s.as(two.admin)).call(getPersonHistory, { params: { schoolId: two.id, personId: two.pupil.id } })).some((row) => row.action === 'registry.merge.done'))
  assert.deepEqual((await s.trace('registry.merge.done')).map((row) => [row.about, row.by, row.role]), [pupil.id, two.pupil.id].map((about) => [about, s.municipalCurator.id, 'municipalCurator']))

  await (await s.as(two.teacher)).call(putMark, { params: { schoolId: two.id, workId: (await aWork(s.make, two.id, await aLesson(s.make, two.id, (await s.make.rows<{ id: string }>('select id from schedule.course where school_id = $1', [two.id]))[0]!.id, testToday, 4).then((lesson) => lesson), (await aWorkType(s.make, two.id)).id, two.teacher.id)).id, markId: newId() }, body: { studentId: two.pupil.id, value: '3', basedOn: null } })
  await s.settle()
  assert.ok((await child.call(listNotices, { query: {} })).rows.some((row) => row.kind.startsWith('journal.mark')), 'what the second school writes is told to the one inbox')

  await assert.rejects((await s.as(s.admin)).call(undoMerge, { params: { ...at(), id }, body: { reason: 'ошибка' } }), { code: 'registry.merge_elsewhere' })
  const mumSees = await mum.call(getMe, {})
  assert.equal(mumSees.contexts.length, 2)
  await curator.call(undoTerritoryMerge, { params: { id }, body: { reason: 'Это однофамильцы' } })
  await s.settle()
  assert.deepEqual(await contexts(pupil), [['pupil', 'one', null]])
  assert.deepEqual(await marksOf(two.parent, two.id, two.pupil.id), ['5', '3'], 'what was written since stays with the record of its school')
  await assert.rejects(child.call(getDiaryWeek, { params: { schoolId: two.id, studentId: two.pupil.id }, query: { week: '2026-10-12' } }), { status: 404 })
  const parted = await (await s.as(two.admin)).call(getPerson, { params: { schoolId: two.id, personId: two.pupil.id } })
  assert.deepEqual([parted.lastName, parted.middleName, parted.snils], ['ЖУРАВЛЕВ', null, null])
  await assert.rejects(curator.call(undoTerritoryMerge, { params: { id }, body: { reason: 'ещё раз' } }), { code: 'registry.merge_decided' })
})

test('within one school the administrator confirms; what is said twice is closed, a restriction stays, a late undo is refused', async () => {
  const admin = await s.as(s.admin)
  const names = { last_name: 'Ольхова', first_name: 'Вера', middle_name: 'Ивановна', birth_date: '1980-01-02' }
  const first = await aGuardian(s.make, s.pupil.id, { guardianId: (await aPerson(s.make, { ...names, snils: fictionalSnils(720) })).id, restricted: true })
  const second = await aGuardian(s.make, s.otherPupil.id, { guardianId: (await aPerson(s.make, names)).id })
  const again = await aGuardian(s.make, s.pupil.id, { guardianId: second.id })
  const ofFirst = { personId: second.id, otherId: first.id }
  const shown = await admin.call(previewMerge, { params: { ...at(), ...ofFirst } })
  assert.deepEqual([shown.judge, shown.closes, shown.pair.kept.id], ['school', 1, first.id])
  const id = await asked(newId(), ofFirst)
  await admin.call(withdrawMerge, { params: { ...at(), id } })
  await assert.rejects(admin.call(confirmMerge, { params: { ...at(), id } }), { code: 'registry.merge_decided' })
  const anew = await asked(newId(), ofFirst)
  for (const [who, status] of [[null, 401], [s.deputyHead, 403], [s.stranger.admin, 404]] as const) await assert.rejects((await s.as(who)).call(confirmMerge, { params: { ...at(), id: anew } }), { status })
  await assert.rejects((await s.as(s.municipalCurator)).call(decideMerge, { params: { id: anew }, body: { agree: true, answer: '' } }), { status: 404 })
  await admin.call(confirmMerge, { params: { ...at(), id: anew } })
  await s.settle()
  assert.deepEqual((await contexts(first)).map(([role]) => role), ['parent'])
  assert.equal((await diaryOf(first, s.id, s.otherPupil.id)).length, 1)
  await assert.rejects(diaryOf(first, s.id, s.pupil.id), { status: 404 })
  assert.deepEqual((await s.make.rows<{ valid_to: string | null }>('select valid_to::text from registry.guardianship where id = $1', [again.guardianshipId]))[0]?.valid_to, '2026-10-14')
  assert.equal((await admin.call(listMerges, { params: at() })).find((one) => one.id === anew)?.can.undo, true)
  await s.make.rows('update identity.session set idle_minutes = 100000, ends_at = $1', ['2027-01-01'])
  s.setNow(new Date('2026-11-15T08:00:00Z'))
  await assert.rejects(admin.call(undoMerge, { params: { ...at(), id: anew }, body: { reason: 'поздно' } }), { code: 'registry.undo_too_late' })
  s.setNow(new Date('2026-11-14T08:00:00Z'))
  await admin.call(undoMerge, { params: { ...at(), id: anew }, body: { reason: 'разные люди' } })
  assert.deepEqual((await s.make.rows<{ valid_to: string | null }>('select valid_to::text from registry.guardianship where id = $1', [again.guardianshipId]))[0]?.valid_to, null)
  s.setNow(testNow)
})
