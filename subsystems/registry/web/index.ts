import { IconBuildingCommunity, IconUsers } from '@school/ui'
import { page, type WebSubsystem } from '@school/web'
import { classCard, officeSections, schoolCard, staffCard, studentCard, territoryCard, territorySections } from '../contract/index.ts'
import { live } from './live.ts'

const manage = ['registry.region.read', 'registry.overview.read', 'registry.class.read']
const place = '/manage/regions/:regionId/municipalities/:municipalityId'

export const web: WebSubsystem = {
  name: 'registry',
  live,
  messages: { ru: () => import('./messages/ru.ts'), en: () => import('./messages/en.ts') },
  pages: [
    page('/manage', () => import('./pages/Manage.tsx'), { needs: manage, slots: [officeSections, territoryCard, territorySections] }),
    page('/manage/regions/:regionId', () => import('./pages/RegionPage.tsx'), { needs: 'registry.overview.read', slots: [territoryCard, territorySections] }),
    page(place, () => import('./pages/MunicipalityPage.tsx'), { needs: 'registry.overview.read', slots: [territoryCard, territorySections] }),
    page(`${place}/schools/new`, () => import('./pages/NewSchool.tsx'), { needs: 'registry.school.open' }),
    page(`${place}/schools/:id`, () => import('./pages/SchoolOverview.tsx'), { needs: 'registry.overview.read', slots: [schoolCard] }),
    page('/manage/school', () => import('./pages/MySchool.tsx'), { needs: 'registry.school.read' }),
    page('/manage/people', () => import('./pages/People.tsx'), { needs: 'registry.person.read' }),
    page('/manage/doubles', () => import('./pages/Doubles.tsx'), { needs: 'registry.merge.ask' }),
    page('/manage/merges', () => import('./pages/TerritoryMerges.tsx'), { needs: 'registry.merge.decide' }),
    page('/people/:personId', () => import('./pages/Person.tsx'), { needs: 'registry.person.read', slots: [studentCard, staffCard] }),
    page('/manage/classes', () => import('./pages/Classes.tsx'), { needs: 'registry.class.read' }),
    page('/manage/classes/:classId', () => import('./pages/ClassPage.tsx'), { needs: 'registry.class.read', slots: [classCard] }),
    page('/manage/groups/:groupId', () => import('./pages/GroupPage.tsx'), { needs: 'registry.class.read' }),
    page('/manage/subjects', () => import('./pages/SubjectsAndRooms.tsx'), { needs: 'registry.place.read' }),
    page('/classes', () => import('./pages/MyClasses.tsx'), { needs: 'registry.class.read' }),
    page('/classes/:classId', () => import('./pages/ClassPage.tsx'), { needs: 'registry.class.read', slots: [classCard] }),
  ],
  nav: [
    // not a message: the rail is drawn before any catalogue comes
    { path: '/classes', title: { ru: 'Классы', en: 'Classes' }, icon: IconUsers, order: 25, roles: ['teacher', 'homeroomTeacher'], needs: 'registry.class.read', also: ['/people'] },
    // not a message: as above
    { path: '/manage', title: { ru: 'Управление', en: 'Management' }, icon: IconBuildingCommunity, order: 90, place: 'foot', roles: ['operator', 'regionalCurator', 'municipalCurator', 'schoolAdmin', 'principal', 'deputyHead'], needs: manage, also: ['/people'] },
  ],
}
