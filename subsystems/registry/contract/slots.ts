import { slot } from '@school/contract'

/** The card of a pupil: other rooms show here what they know of them. */
export const studentCard = slot<{ readonly schoolId: string; readonly studentId: string }>('registry.studentCard')
/** The card of an employee. */
export const staffCard = slot<{ readonly schoolId: string; readonly personId: string }>('registry.staffCard')
/** The page of a class. */
export const classCard = slot<{ readonly schoolId: string; readonly classId: string }>('registry.classCard')
/** The card of a school as a curator sees it: here its administrators are appointed. */
export const schoolCard = slot<{ readonly regionId: string; readonly municipalityId: string; readonly schoolId: string }>('registry.schoolCard')
/** The page of a region or, with `municipalityId`, of a municipality: here curators are appointed. */
export const territoryCard = slot<{ readonly regionId: string; readonly municipalityId: string | null }>('registry.territoryCard')
/** Below them: rows that lead to other rooms' pages of the territory. */
export const territorySections = slot<{ readonly regionId: string; readonly municipalityId: string | null }>('registry.territorySections')
/** The start page of management in a school: other rooms put rows of their own sections here. */
export const officeSections = slot<{ readonly schoolId: string }>('registry.officeSections')
