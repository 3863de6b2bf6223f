/** The rows of planning on the start page of management. */
export const ru = { year: 'Новый учебный год', yearSub: 'От календаря до открытия, шаг за шагом', plans: 'Учебные планы', plansSub: 'По уровням, классам и профилям, с проверкой по федеральным планам', load: 'Нагрузка', loadSub: 'Кто что и сколько часов ведёт', lessons: 'КТП', lessonsSub: 'Темы по датам: план и факт' }
