// not messages: names of subjects as federal plans and schools write them
const languages = /^(английский|немецкий|французский|испанский|китайский|итальянский)( язык)?$|^иностранный язык \(/

/** How names of subjects are compared: a school's English is the plan's foreign language, its algebra the plan's algebra with analysis. */
export function subjectKey(name: string): string {
  const key = name.toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ').trim()
  if (languages.test(key)) return 'иностранный язык'
  if (key.startsWith('алгебра и начала')) return 'алгебра'
  if (/^(обзр|обж|основы безопасности)/.test(key)) return 'основы безопасности и защиты родины'
  if (/^(труд|технология)\b|^труд /.test(key)) return 'труд (технология)'
  if (/^(физкультура|физическая культура)/.test(key)) return 'физическая культура'
  if (/^(изо|изобразительное искусство)$/.test(key)) return 'изобразительное искусство'
  if (/^(оркиси?э|орксэ|основы религиозных)/.test(key)) return 'основы религиозных культур и светской этики'
  return key
}
