/** The files of a OneRoster 1.2 CSV package that we write, with their columns in the order of the binding (1EdTech OneRoster 1.2 CSV Binding, section 4); ours come after them as `metadata.*`. */
export const FILES = {
  academicSessions: ['title', 'type', 'startDate', 'endDate', 'parentSourcedId', 'schoolYear'],
  classes: ['title', 'grades', 'courseSourcedId', 'classCode', 'classType', 'location', 'schoolSourcedId', 'termSourcedIds', 'subjects', 'subjectCodes', 'periods', 'metadata.group', 'metadata.classes', 'metadata.hoursPerWeek', 'metadata.letter', 'metadata.course', 'metadata.shift', 'metadata.daysPerWeek'],
  courses: ['schoolYearSourcedId', 'title', 'courseCode', 'grades', 'orgSourcedId', 'subjects', 'subjectCodes'],
  demographics: ['birthDate', 'sex', 'americanIndianOrAlaskaNative', 'asian', 'blackOrAfricanAmerican', 'nativeHawaiianOrOtherPacificIslander', 'white', 'demographicRaceTwoOrMoreRaces', 'hispanicOrLatinoEthnicity', 'countryOfBirthCode', 'stateOfBirthAbbreviation', 'cityOfBirth', 'publicSchoolResidenceStatus'],
  enrollments: ['classSourcedId', 'schoolSourcedId', 'userSourcedId', 'role', 'primary', 'beginDate', 'endDate'],
  orgs: ['name', 'type', 'identifier', 'parentSourcedId'],
  roles: ['userSourcedId', 'roleType', 'role', 'beginDate', 'endDate', 'orgSourcedId', 'userProfileSourcedId', 'metadata.position'],
  users: ['enabledUser', 'username', 'userIds', 'givenName', 'familyName', 'middleName', 'identifier', 'email', 'sms', 'phone', 'agentSourcedIds', 'grades', 'password', 'userMasterIdentifier', 'resourceSourcedIds', 'preferredGivenName', 'preferredMiddleName', 'preferredFamilyName', 'primaryOrgSourcedId', 'pronouns', 'metadata.agentRelations'],
} as const satisfies Record<string, readonly string[]>

export type FileName = keyof typeof FILES
export const fileNames = Object.keys(FILES) as FileName[]

/** Files of the binding that carry no lists of ours: gradebook and resources. A manifest must name them all. */
export const otherFiles = ['categories', 'classResources', 'courseResources', 'lineItemLearningObjectiveIds', 'lineItems', 'lineItemScoreScales', 'resources', 'resultLearningObjectiveIds', 'results', 'resultScoreScales', 'scoreScales', 'userProfiles', 'userResources'] as const

export type Mode = 'bulk' | 'delta'
/** One record of a file; columns that are empty may be absent. */
export type Row = Record<string, string> & { sourcedId: string }
export type Tables = Record<FileName, Row[]>
export const noTables = (): Tables => Object.fromEntries(fileNames.map((name) => [name, []])) as unknown as Tables

/** Several values of one field. */
export const listOf = (text: string | undefined): string[] => (text ?? '').split(',').map((one) => one.trim()).filter(Boolean)
