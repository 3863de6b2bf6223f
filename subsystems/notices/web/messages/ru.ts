export const ru = {
  notices: 'Уведомления', none: 'Уведомлений пока нет', readAll: 'Прочитать все', settings: 'О чём сообщать', all: 'Все уведомления', unread: 'новое', allView: 'Все', unreadView: 'Непрочитанные', noneUnread: 'Всё прочитано', noKinds: 'Здесь появятся виды уведомлений',
  problem: { 'notices.unknown_kind': 'Таких уведомлений нет' },
}
