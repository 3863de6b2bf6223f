import { newId } from '@school/contract'
import { PickField, Segmented, SelectField, showToast, SideBySide, TextField } from '@school/ui'
import { ask, call, fullName, keyOf, useCommand, useQuery } from '@school/web'
import { useState } from 'react'
import { getClass, listClasses, putClass, type ClassUnit } from '../../contract/classes.ts'
import { listPeople } from '../../contract/people.ts'
import { listPlaces } from '../../contract/places.ts'
import { ActDialog, errorOf } from './ActDialog.tsx'
import { useSchoolId } from './use-school.ts'
import { useT } from './words.ts'

const numbers = (count: number) => Array.from({ length: count }, (_, index) => ({ value: String(index + 1), label: String(index + 1) }))

interface Draft { kind: 'grade' | 'course'; level: string; letter: string; shift: string; buildingId: string; homeroomTeacherId: string | null; previousClassId: string }
const draftOf = (known: ClassUnit | null): Draft => ({
  kind: known?.course ? 'course' : 'grade', level: String(known?.gradeLevel ?? known?.course ?? 1), letter: known?.letter ?? '', shift: String(known?.shift ?? 1), buildingId: known?.buildingId ?? '',
  homeroomTeacherId: known?.homeroomTeacher?.id ?? null, previousClassId: known?.previousClassId ?? '',
})

/** Makes a class of the year, or changes one. */
export function ClassDialog({ year, known, onClose }: { year: number; known: ClassUnit | null; onClose: () => void }) {
  const t = useT()
  const schoolId = useSchoolId()
  const [classId] = useState(() => known?.id ?? newId())
  const [draft, setDraft] = useState(() => draftOf(known))
  const before = useQuery(ask(listClasses, { params: { schoolId }, query: { year: year - 1 } }))
  const places = useQuery(ask(listPlaces, { params: { schoolId } }))
  const put = useCommand(putClass, { stale: () => [keyOf(listClasses, { params: { schoolId } }), keyOf(getClass, { params: { schoolId, classId } })], onDone: () => { showToast({ text: t.classSaved, tone: 'ok' }); onClose() } })
  const set = (field: keyof Draft) => (value: string) => setDraft({ ...draft, [field]: value })
  const isCourse = draft.kind === 'course'
  const act = () => put.mutate({
    params: { schoolId, classId },
    body: {
      schoolYear: known?.schoolYear ?? year, gradeLevel: isCourse ? null : Number(draft.level), course: isCourse ? Number(draft.level) : null, letter: draft.letter, shift: Number(draft.shift),
      buildingId: draft.buildingId || null, homeroomTeacherId: draft.homeroomTeacherId, previousClassId: draft.previousClassId || null, basedOn: known?.revision ?? null,
    },
  })
  return (
    <ActDialog open onClose={onClose} title={known ? t.editClass : t.addClass} act={t.save} busy={put.isPending} problem={put.error} onAct={act}>
      <Segmented label={t.classKind} value={draft.kind} onChange={(kind) => setDraft({ ...draft, kind: kind as Draft['kind'], level: '1' })} options={[{ value: 'grade', label: t.classKinds.grade }, { value: 'course', label: t.classKinds.course }]} />
      <SideBySide>
        <SelectField label={isCourse ? t.course : t.grade} value={draft.level} onChange={set('level')} options={numbers(isCourse ? 6 : 12)} />
        <TextField label={isCourse ? t.sign : t.letter} value={draft.letter} onChange={set('letter')} maxLength={15} hint={isCourse ? t.signHint : t.letterHint} error={errorOf(put.error, 'letter')} />
      </SideBySide>
      <TeacherPick value={draft.homeroomTeacherId} known={known} onChange={(homeroomTeacherId) => setDraft({ ...draft, homeroomTeacherId })} error={errorOf(put.error, 'homeroomTeacherId')} />
      <SideBySide>
        <SelectField label={t.shift} value={draft.shift} onChange={set('shift')} options={[{ value: '1', label: t.shiftOf(1) }, { value: '2', label: t.shiftOf(2) }]} />
        <SelectField label={t.building} value={draft.buildingId} onChange={set('buildingId')} placeholder={t.anyBuilding} options={(places.data?.buildings ?? []).map(({ id, name }) => ({ value: id, label: name }))} />
      </SideBySide>
      <SelectField label={t.previousClass} hint={t.previousHint} value={draft.previousClassId} onChange={set('previousClassId')} placeholder={t.noPrevious} options={(before.data ?? []).map(({ id, name }) => ({ value: id, label: name }))} />
    </ActDialog>
  )
}

function TeacherPick({ value, known, onChange, error }: { value: string | null; known: ClassUnit | null; onChange: (value: string | null) => void; error: string | null }) {
  const t = useT()
  const schoolId = useSchoolId()
  const [search, setSearch] = useState('')
  const query = { relation: 'staff' as const, limit: 20, ...(search.trim() ? { search: search.trim() } : {}) }
  const staff = useQuery({ queryKey: [...keyOf(listPeople, { params: { schoolId } }), query], queryFn: ({ signal }) => call(listPeople, { params: { schoolId }, query }, signal) })
  const now = known?.homeroomTeacher
  const found = (staff.data?.rows ?? []).map((row) => ({ value: row.id, label: fullName(row), note: row.note.join(', ') }))
  const options = now && !found.some((one) => one.value === now.id) && !search ? [{ value: now.id, label: fullName(now) }, ...found] : found
  return <PickField label={t.homeroom} optional value={value} onChange={onChange} onSearch={setSearch} options={options} busy={staff.isPending} error={error} />
}
