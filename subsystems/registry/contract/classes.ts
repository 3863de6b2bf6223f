import { Day, Id, Nullable, route, Text } from '@school/contract'
import { Type, type Static } from 'typebox'
import { BasedOn, inSchool, PersonName, Revision } from './shapes.ts'

/** A class of a school year, or a group of a course in a college. */
export const ClassUnit = Type.Object({
  id: Id, schoolYear: Type.Integer(), gradeLevel: Nullable(Type.Integer()), course: Nullable(Type.Integer()), letter: Type.String(), name: Type.String(), shift: Type.Integer(),
  buildingId: Nullable(Id), homeroomTeacher: Nullable(PersonName), previousClassId: Nullable(Id), closedOn: Nullable(Day), pupils: Type.Integer(), revision: Revision,
  can: Type.Object({ change: Type.Boolean(), open: Type.Boolean() }),
})
export type ClassUnit = Static<typeof ClassUnit>

const one = Type.Object({ schoolId: Id, classId: Id })

export const listClasses = route({
  method: 'GET', path: '/api/schools/:schoolId/classes', summary: 'Classes of a school year, by default the current one', access: { permission: 'registry.class.read' }, params: inSchool,
  query: Type.Object({ year: Type.Optional(Type.Integer({ minimum: 2000, maximum: 2100 })) }), reply: Type.Array(ClassUnit),
})
export const ClassMember = Type.Object({ ...PersonName.properties, enrolmentId: Nullable(Id), validFrom: Day, birthDate: Nullable(Day), guardians: Type.Array(Type.Object({ ...PersonName.properties, phone: Nullable(Type.String()), restricted: Type.Boolean() })) })
/** The class with its pupils of today; to teachers of its groups the names of the pupils they teach. */
export const getClass = route({
  method: 'GET', path: '/api/schools/:schoolId/classes/:classId', summary: 'A class with its pupils and groups', access: { permission: 'registry.class.read' }, params: one,
  reply: Type.Object({
    unit: ClassUnit, members: Type.Array(ClassMember), groups: Type.Array(Type.Object({ id: Id, name: Type.String(), kind: Type.String(), members: Type.Integer() })),
    previous: Nullable(Type.Object({ id: Id, name: Type.String(), schoolYear: Type.Integer() })),
  }),
})
/** Makes or corrects a class; its whole-class group has the same id. Name is made of grade and letter unless told. */
export const putClass = route({
  method: 'PUT', path: '/api/schools/:schoolId/classes/:classId', summary: 'Makes or corrects a class or a group of a course', access: { permission: 'registry.class.put' }, params: one,
  body: Type.Object({
    schoolYear: Type.Integer({ minimum: 2000, maximum: 2100 }), gradeLevel: Nullable(Type.Integer({ minimum: 1, maximum: 12 })), course: Nullable(Type.Integer({ minimum: 1, maximum: 6 })),
    letter: Text(15), name: Type.Optional(Text(40, 1)), shift: Type.Integer({ minimum: 1, maximum: 2 }), buildingId: Nullable(Id), homeroomTeacherId: Nullable(Id), previousClassId: Nullable(Id), basedOn: BasedOn,
  }),
  reply: ClassUnit, problems: ['registry.name_taken', 'registry.grade_or_course', 'registry.not_a_teacher', 'registry.changed_meanwhile', 'registry.class_closed'],
})
export const closeClass = route({
  method: 'POST', path: '/api/schools/:schoolId/classes/:classId/close', summary: 'Closes a class that has no pupils', access: { permission: 'registry.class.put' }, params: one,
  body: Type.Object({ closedOn: Day, basedOn: Revision }), reply: ClassUnit, problems: ['registry.class_has_pupils', 'registry.changed_meanwhile', 'registry.class_closed'],
})
