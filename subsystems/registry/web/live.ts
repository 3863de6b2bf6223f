import { keyOf, meKey, onFact, type LiveRule } from '@school/web'
import * as registry from '../contract/index.ts'

const { getClass, getGroup, getPerson, listClasses, listGroups, listPeople } = registry

/** What each fact of the registry makes stale in an open page. */
export const live: readonly LiveRule[] = [
  onFact(registry.rightsChanged, () => [meKey]),
  onFact(registry.personChanged, ({ schoolId, personId }) => [keyOf(listPeople, { params: { schoolId } }), keyOf(getPerson, { params: { schoolId, personId } })]),
  onFact(registry.mergeChanged, () => [keyOf(registry.listMerges), keyOf(registry.listDoubles), keyOf(registry.listTerritoryMerges)]),
  onFact(registry.employmentChanged, ({ schoolId, personId }) => [keyOf(listPeople, { params: { schoolId } }), keyOf(getPerson, { params: { schoolId, personId } })]),
  onFact(registry.enrolmentChanged, ({ schoolId, studentId, classId, previousClassId }) => [
    keyOf(listPeople, { params: { schoolId } }), keyOf(getPerson, { params: { schoolId, personId: studentId } }), keyOf(listClasses, { params: { schoolId } }), keyOf(listGroups, { params: { schoolId } }), keyOf(getGroup),
    ...[classId, previousClassId].filter((id) => id !== null).map((id) => keyOf(getClass, { params: { schoolId, classId: id } })),
  ]),
  onFact(registry.guardianshipChanged, ({ schoolId, studentId, guardianId }) => [keyOf(listPeople, { params: { schoolId } }), ...[studentId, guardianId].map((personId) => keyOf(getPerson, { params: { schoolId, personId } })), keyOf(getClass)]),
  onFact(registry.classChanged, ({ schoolId, classId }) => [keyOf(listClasses, { params: { schoolId } }), keyOf(getClass, { params: { schoolId, classId } }), keyOf(registry.listClassNames, { params: { schoolId } })]),
  onFact(registry.groupChanged, ({ schoolId, groupId }) => [keyOf(listGroups, { params: { schoolId } }), keyOf(getGroup, { params: { schoolId, groupId } }), keyOf(getClass)]),
  onFact(registry.subjectChanged, ({ schoolId }) => [keyOf(registry.listSubjects, { params: { schoolId } })]),
  onFact(registry.placeChanged, ({ schoolId }) => [keyOf(registry.listPlaces, { params: { schoolId } })]),
  onFact(registry.schoolChanged, ({ schoolId }) => [keyOf(registry.getSchool, { params: { schoolId } }), keyOf(registry.getSchoolOverview), keyOf(registry.listSchoolsOfRegion), keyOf(registry.listSchoolsOfMunicipality)]),
  onFact(registry.municipalityChanged, ({ regionId, municipalityId }) => [keyOf(registry.listMunicipalities, { params: { regionId } }), keyOf(registry.getMunicipality, { params: { municipalityId } }), keyOf(registry.listTerritories)]),
  onFact(registry.regionChanged, () => [keyOf(registry.listRegions), keyOf(registry.listRegionSubjects), keyOf(registry.listTerritories)]),
]
