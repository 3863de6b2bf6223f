import { fact, Id, Nullable } from '@school/contract'
import { Type } from 'typebox'

export const regionChanged = fact('registry.region.changed', Type.Object({ regionId: Id }))
export const municipalityChanged = fact('registry.municipality.changed', Type.Object({ regionId: Id, municipalityId: Id }))
export const schoolChanged = fact('registry.school.changed', Type.Object({ regionId: Id, municipalityId: Id, schoolId: Id }))
export const personChanged = fact('registry.person.changed', Type.Object({ schoolId: Id, personId: Id }))
/** Two records have become one, or two again. */
export const mergeChanged = fact('registry.merge.changed', Type.Object({ mergeId: Id, keptId: Id, goneId: Id }))
export const employmentChanged = fact('registry.employment.changed', Type.Object({ schoolId: Id, employmentId: Id, personId: Id }))
export const classChanged = fact('registry.class.changed', Type.Object({ schoolId: Id, classId: Id }))
export const groupChanged = fact('registry.group.changed', Type.Object({ schoolId: Id, groupId: Id }))
/** `classId` is where the pupil is now (null: left), `previousClassId` where they were before the act. */
export const enrolmentChanged = fact('registry.enrolment.changed', Type.Object({ schoolId: Id, enrolmentId: Id, studentId: Id, classId: Nullable(Id), previousClassId: Nullable(Id) }))
export const guardianshipChanged = fact('registry.guardianship.changed', Type.Object({ schoolId: Id, guardianshipId: Id, studentId: Id, guardianId: Id }))
export const subjectChanged = fact('registry.subject.changed', Type.Object({ schoolId: Id, subjectId: Id }))
/** A room or a building. */
export const placeChanged = fact('registry.place.changed', Type.Object({ schoolId: Id, placeId: Id }))
/** What a person may do or hear may have changed; the kit recomputes open pages and sessions at once. */
export const rightsChanged = fact('identity.rights.changed', Type.Object({ personId: Id }))
