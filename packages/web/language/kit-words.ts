/** What the kit itself says about refusals and failures. */
export const ru = {
  /** Otherwise in a college. */
  collegeRoles: { teacher: 'Преподаватель', homeroomTeacher: 'Куратор группы', pupil: 'Студент' } as Partial<Record<string, string>>,
  /** The roles as the switcher names them; a child's context carries the child's name instead. */
  roles: {
    operator: 'Оператор', regionalCurator: 'Куратор региона', municipalCurator: 'Куратор муниципалитета', schoolAdmin: 'Администратор', principal: 'Директор', deputyHead: 'Завуч',
    teacher: 'Учитель', homeroomTeacher: 'Классный руководитель', pupil: 'Ученик', parent: 'Родитель',
  },
  failed: 'Не получилось загрузить',
  notDone: 'Не получилось',
  problem: {
    offline: 'Нет связи с сервером. Проверьте подключение; введённое осталось на странице.',
    bad_input: 'Сервер не понял запрос. Проверьте заполненные поля.',
    sign_in_first: 'Сеанс закончился. Войдите снова.',
    not_allowed: 'У этой роли нет права на это действие. Право даёт администратор вашей организации.',
    foreign_origin: 'Запрос пришёл с чужого адреса и отклонён.',
    not_found: 'Такой записи нет или она вам не открыта.',
    too_large: 'Слишком большой файл или текст.',
    unsupported_type: 'Такой вид файла не принимается.',
    too_many_requests: 'Слишком много запросов подряд. Подождите минуту и повторите.',
    our_fault: 'Ошибка на нашей стороне, она записана. Повторите чуть позже.',
    overloaded: 'Сейчас очень много обращений. Чтение работает, изменения повторите через минуту.',
  } as Record<string, string>,
}
export const en: typeof ru = {
  collegeRoles: { homeroomTeacher: 'Group tutor', pupil: 'Student' } as Partial<Record<string, string>>,
  roles: {
    operator: 'Operator', regionalCurator: 'Regional curator', municipalCurator: 'Municipal curator', schoolAdmin: 'Administrator', principal: 'Principal', deputyHead: 'Deputy head',
    teacher: 'Teacher', homeroomTeacher: 'Class teacher', pupil: 'Pupil', parent: 'Parent',
  },
  failed: 'Could not load',
  notDone: 'Could not do it',
  problem: {
    offline: 'The server cannot be reached. Check the connection; what you typed stays on the page.',
    bad_input: 'The server did not understand the request. Check the fields.',
    sign_in_first: 'The session has ended. Sign in again.',
    not_allowed: 'This role may not do this. The administrator of your organisation grants the right.',
    foreign_origin: 'The request came from a foreign address and was refused.',
    not_found: 'There is no such record, or it is not open to you.',
    too_large: 'The file or text is too large.',
    unsupported_type: 'This kind of file is not accepted.',
    too_many_requests: 'Too many requests in a row. Wait a minute and try again.',
    our_fault: 'Something failed on our side and has been recorded. Try again a little later.',
    overloaded: 'The service is very busy. Reading works; try changes again in a minute.',
  },
}
export const kitWords = { ru, en } as const
