import type { Norms, Variant } from '../../contract/norms.ts'

type Hours = Readonly<Record<number, number>>
type Row = readonly [area: string, subject: string, hours: Hours, advanced?: true]

const variant = (key: string, title: string, level: Variant['level'], weekDays: number, rows: readonly Row[]): Variant => {
  const grades = rows.flatMap(([, , hours]) => Object.keys(hours).map(Number))
  return {
    key, title, level, weekDays, fromGrade: Math.min(...grades), toGrade: Math.max(...grades),
    lines: rows.map(([area, subject, hours, advanced]) => ({ part: 'core', area, subject, advanced: advanced ?? false, hours: Object.entries(hours).map(([grade, one]) => ({ grade: Number(grade), hours: one })) })),
  }
}
const span = (from: number, to: number, hours: number): Hours => Object.fromEntries(Array.from({ length: to - from + 1 }, (_, i) => [from + i, hours]))

const primary: readonly Row[] = [
  ['Русский язык и литературное чтение', 'Русский язык', span(1, 4, 5)], ['Русский язык и литературное чтение', 'Литературное чтение', span(1, 4, 4)],
  ['Иностранный язык', 'Иностранный язык', span(2, 4, 2)], ['Математика и информатика', 'Математика', span(1, 4, 4)],
  ['Обществознание и естествознание', 'Окружающий мир', span(1, 4, 2)], ['Основы религиозных культур и светской этики', 'Основы религиозных культур и светской этики', { 4: 1 }],
  ['Искусство', 'Изобразительное искусство', span(1, 4, 1)], ['Искусство', 'Музыка', span(1, 4, 1)], ['Технология', 'Труд (технология)', span(1, 4, 1)], ['Физическая культура', 'Физическая культура', span(1, 4, 2)],
]
const basic: readonly Row[] = [
  ['Русский язык и литература', 'Русский язык', { 5: 5, 6: 6, 7: 4, 8: 3, 9: 3 }], ['Русский язык и литература', 'Литература', { 5: 3, 6: 3, 7: 2, 8: 2, 9: 3 }],
  ['Иностранные языки', 'Иностранный язык', span(5, 9, 3)], ['Математика и информатика', 'Математика', span(5, 6, 5)], ['Математика и информатика', 'Алгебра', span(7, 9, 3)],
  ['Математика и информатика', 'Геометрия', span(7, 9, 2)], ['Математика и информатика', 'Вероятность и статистика', span(7, 9, 1)], ['Математика и информатика', 'Информатика', span(7, 9, 1)],
  ['Общественно-научные предметы', 'История', { 5: 3, 6: 3, 7: 3, 8: 3, 9: 2 }], ['Общественно-научные предметы', 'Обществознание', { 9: 1 }], ['Общественно-научные предметы', 'География', { 5: 1, 6: 1, 7: 2, 8: 2, 9: 2 }],
  ['Естественно-научные предметы', 'Физика', { 7: 2, 8: 2, 9: 3 }], ['Естественно-научные предметы', 'Химия', { 8: 2, 9: 2 }], ['Естественно-научные предметы', 'Биология', { 5: 1, 6: 1, 7: 1, 8: 2, 9: 2 }],
  ['Искусство', 'Изобразительное искусство', span(5, 7, 1)], ['Искусство', 'Музыка', span(5, 8, 1)], ['Технология', 'Труд (технология)', { 5: 2, 6: 2, 7: 2, 8: 1, 9: 1 }],
  ['Основы безопасности и защиты Родины', 'Основы безопасности и защиты Родины', span(8, 9, 1)], ['Физическая культура', 'Физическая культура', span(5, 9, 2)],
]
const secondaryBase: readonly (readonly [area: string, subject: string, base: Hours, advanced: Hours])[] = [
  ['Русский язык и литература', 'Русский язык', span(10, 11, 2), span(10, 11, 3)], ['Русский язык и литература', 'Литература', span(10, 11, 3), span(10, 11, 5)],
  ['Иностранные языки', 'Иностранный язык', span(10, 11, 3), span(10, 11, 5)], ['Математика и информатика', 'Алгебра и начала математического анализа', { 10: 2, 11: 3 }, span(10, 11, 4)],
  ['Математика и информатика', 'Геометрия', { 10: 2, 11: 1 }, span(10, 11, 3)], ['Математика и информатика', 'Вероятность и статистика', span(10, 11, 1), span(10, 11, 1)],
  ['Математика и информатика', 'Информатика', span(10, 11, 1), span(10, 11, 4)], ['Общественно-научные предметы', 'История', span(10, 11, 2), span(10, 11, 4)],
  ['Общественно-научные предметы', 'Обществознание', span(10, 11, 2), span(10, 11, 4)], ['Общественно-научные предметы', 'География', span(10, 11, 1), span(10, 11, 3)],
  ['Естественно-научные предметы', 'Физика', span(10, 11, 2), span(10, 11, 5)], ['Естественно-научные предметы', 'Химия', span(10, 11, 1), span(10, 11, 3)], ['Естественно-научные предметы', 'Биология', span(10, 11, 1), span(10, 11, 3)],
  ['Физическая культура', 'Физическая культура', span(10, 11, 2), span(10, 11, 2)], ['Основы безопасности и защиты Родины', 'Основы безопасности и защиты Родины', span(10, 11, 1), span(10, 11, 1)], ['', 'Индивидуальный проект', { 10: 1 }, { 10: 1 }],
]
const maths = ['Алгебра и начала математического анализа', 'Геометрия', 'Вероятность и статистика']
const profile = (key: string, title: string, advanced: readonly string[]): Variant =>
  variant(key, title, 'secondary', 5, secondaryBase.map(([area, subject, base, more]): Row => (advanced.includes(subject) ? [area, subject, more, true] : [area, subject, base])))

/** The first edition of the house: the federal plans and limits as they stand for 2026/27. A school puts its own editions over it. */
export const houseNorms: { readonly title: string; readonly validFrom: string; readonly norms: Norms } = {
  title: 'Федеральные учебные планы и нормы СанПиН, 2025/26 и далее', validFrom: '2025-09-01',
  norms: {
    weekMost: [
      { grade: 1, five: 21, six: null }, { grade: 2, five: 23, six: 26 }, { grade: 3, five: 23, six: 26 }, { grade: 4, five: 23, six: 26 }, { grade: 5, five: 29, six: 32 }, { grade: 6, five: 30, six: 33 },
      { grade: 7, five: 32, six: 35 }, { grade: 8, five: 33, six: 36 }, { grade: 9, five: 33, six: 36 }, { grade: 10, five: 34, six: 37 }, { grade: 11, five: 34, six: 37 },
    ],
    yearTotals: [
      { fromGrade: 1, toGrade: 1, least: 620, most: 653 }, { fromGrade: 2, toGrade: 4, least: 782, most: 884 }, { fromGrade: 5, toGrade: 5, least: 986, most: 1088 }, { fromGrade: 6, toGrade: 6, least: 1020, most: 1122 },
      { fromGrade: 7, toGrade: 7, least: 1088, most: 1190 }, { fromGrade: 8, toGrade: 9, least: 1122, most: 1224 },
    ],
    levelTotals: [{ fromGrade: 1, toGrade: 4, least: 2954, most: 3345 }, { fromGrade: 5, toGrade: 9, least: 5058, most: 5848 }, { fromGrade: 10, toGrade: 11, least: 2170, most: 2516 }],
    step: { grade: 1, weeks: 8, hours: 15 },
    weeks: [{ grade: 1, weeks: 33 }, ...Array.from({ length: 10 }, (_, i) => ({ grade: i + 2, weeks: 34 }))],
    extracurricularMost: 10, advancedLeast: 2, rateHours: 18, mostRates: 2, controlShare: 10, behindHours: 2,
    variants: [
      variant('primary-5', 'Начальное общее образование, вариант 1, пятидневка', 'primary', 5, primary),
      variant('primary-6', 'Начальное общее образование, вариант 2, шестидневка', 'primary', 6, primary.map(([area, subject, hours]): Row => [area, subject, Object.fromEntries(Object.entries(hours).filter(([grade]) => grade !== '1'))])),
      variant('basic-5', 'Основное общее образование, вариант 1, пятидневка', 'basic', 5, basic), variant('basic-6', 'Основное общее образование, вариант 2, шестидневка', 'basic', 6, basic),
      profile('secondary-universal', 'Среднее общее образование, универсальный профиль', []),
      profile('secondary-technological', 'Среднее общее образование, технологический профиль (инженерный)', [...maths, 'Физика']),
      profile('secondary-computing', 'Среднее общее образование, технологический профиль (информационно-технологический)', [...maths, 'Информатика']),
      profile('secondary-natural', 'Среднее общее образование, естественно-научный профиль', ['Химия', 'Биология']),
      profile('secondary-economic', 'Среднее общее образование, социально-экономический профиль', [...maths, 'Обществознание']),
      profile('secondary-humanities', 'Среднее общее образование, гуманитарный профиль', ['Литература', 'Обществознание']),
    ],
  },
}
