const known = {
  '007002': ['unauthorized_client', 'Информационная система не зарегистрирована'],
  '007003': ['invalid_request', 'Параметр запроса имеет неверный вид'],
  '007004': ['access_denied', 'Владелец данных или сервис авторизации отклонил запрос'],
  '007006': ['invalid_scope', 'Запрошенные данные не разрешены информационной системе'],
  '007009': ['unsupported_response_type', 'Вид ответа не поддерживается'],
  '007011': ['invalid_grant', 'Код авторизации недействителен, истёк или уже использован'],
  '007012': ['unsupported_grant_type', 'Вид разрешения не поддерживается'],
  '007014': ['invalid_request', 'В запросе нет обязательного параметра'],
  '007015': ['invalid_request', 'Отметка времени вне допустимого промежутка'],
  '007019': ['access_denied', 'Нет разрешения на эти данные'],
  '007023': ['invalid_request', 'Адрес возврата не зарегистрирован'],
  '007039': ['invalid_request', 'При запросе кода не было code_challenge'],
  '007040': ['invalid_grant', 'code_verifier не соответствует code_challenge'],
  '007053': ['unauthorized_client', 'Подпись или сертификат информационной системы не приняты'],
  '007055': ['access_denied', 'Учётная запись не подтверждена'],
  '007194': ['access_denied', 'Вид учётной записи не подходит'],
} as const

export type EsiaCode = keyof typeof known

/** A refusal in the protocol's words. */
export class Refusal extends Error {
  readonly code: EsiaCode
  readonly error: string
  readonly description: string

  constructor(code: EsiaCode, detail?: string) {
    const [error, text] = known[code]
    super(`ESIA-${code}: ${text}${detail ? ` [${detail}]` : ''}`)
    this.code = code
    this.error = error
    this.description = this.message
  }
}
