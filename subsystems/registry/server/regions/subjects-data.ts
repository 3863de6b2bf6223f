/** The subjects of the federation: code of the tax service, name, prefix of ОКТМО, time zone of the capital. */
export interface FederalSubject { readonly code: string; readonly name: string; readonly oktmo: string; readonly timeZone: string }

const rows = `
01|Республика Адыгея|79|Moscow
02|Республика Башкортостан|80|Yekaterinburg
03|Республика Бурятия|81|Irkutsk
04|Республика Алтай|84|Barnaul
05|Республика Дагестан|82|Moscow
06|Республика Ингушетия|26|Moscow
07|Кабардино-Балкарская Республика|83|Moscow
08|Республика Калмыкия|85|Moscow
09|Карачаево-Черкесская Республика|91|Moscow
10|Республика Карелия|86|Moscow
11|Республика Коми|87|Moscow
12|Республика Марий Эл|88|Moscow
13|Республика Мордовия|89|Moscow
14|Республика Саха (Якутия)|98|Yakutsk
15|Республика Северная Осетия — Алания|90|Moscow
16|Республика Татарстан|92|Moscow
17|Республика Тыва|93|Krasnoyarsk
18|Удмуртская Республика|94|Samara
19|Республика Хакасия|95|Krasnoyarsk
20|Чеченская Республика|96|Moscow
21|Чувашская Республика|97|Moscow
22|Алтайский край|01|Barnaul
23|Краснодарский край|03|Moscow
24|Красноярский край|04|Krasnoyarsk
25|Приморский край|05|Vladivostok
26|Ставропольский край|07|Moscow
27|Хабаровский край|08|Vladivostok
28|Амурская область|10|Yakutsk
29|Архангельская область|11|Moscow
30|Астраханская область|12|Astrakhan
31|Белгородская область|14|Moscow
32|Брянская область|15|Moscow
33|Владимирская область|17|Moscow
34|Волгоградская область|18|Volgograd
35|Вологодская область|19|Moscow
36|Воронежская область|20|Moscow
37|Ивановская область|24|Moscow
38|Иркутская область|25|Irkutsk
39|Калининградская область|27|Kaliningrad
40|Калужская область|29|Moscow
41|Камчатский край|30|Kamchatka
42|Кемеровская область — Кузбасс|32|Novokuznetsk
43|Кировская область|33|Kirov
44|Костромская область|34|Moscow
45|Курганская область|37|Yekaterinburg
46|Курская область|38|Moscow
47|Ленинградская область|41|Moscow
48|Липецкая область|42|Moscow
49|Магаданская область|44|Magadan
50|Московская область|46|Moscow
51|Мурманская область|47|Moscow
52|Нижегородская область|22|Moscow
53|Новгородская область|49|Moscow
54|Новосибирская область|50|Novosibirsk
55|Омская область|52|Omsk
56|Оренбургская область|53|Yekaterinburg
57|Орловская область|54|Moscow
58|Пензенская область|56|Moscow
59|Пермский край|57|Yekaterinburg
60|Псковская область|58|Moscow
61|Ростовская область|60|Moscow
62|Рязанская область|61|Moscow
63|Самарская область|36|Samara
64|Саратовская область|63|Saratov
65|Сахалинская область|64|Sakhalin
66|Свердловская область|65|Yekaterinburg
67|Смоленская область|66|Moscow
68|Тамбовская область|68|Moscow
69|Тверская область|28|Moscow
70|Томская область|69|Tomsk
71|Тульская область|70|Moscow
72|Тюменская область|71|Yekaterinburg
73|Ульяновская область|73|Ulyanovsk
74|Челябинская область|75|Yekaterinburg
75|Забайкальский край|76|Chita
76|Ярославская область|78|Moscow
77|Москва|45|Moscow
78|Санкт-Петербург|40|Moscow
79|Еврейская автономная область|99|Vladivostok
83|Ненецкий автономный округ|118|Moscow
86|Ханты-Мансийский автономный округ — Югра|718|Yekaterinburg
87|Чукотский автономный округ|77|Anadyr
89|Ямало-Ненецкий автономный округ|719|Yekaterinburg
90|Запорожская область|23|Moscow
91|Республика Крым|35|Simferopol
92|Севастополь|67|Simferopol
93|Донецкая Народная Республика|21|Moscow
94|Луганская Народная Республика|43|Moscow
95|Херсонская область|74|Moscow`

const zoneOf = (city: string) => `${['Moscow', 'Kaliningrad', 'Samara', 'Astrakhan', 'Saratov', 'Ulyanovsk', 'Volgograd', 'Kirov', 'Simferopol'].includes(city) ? 'Europe' : 'Asia'}/${city}`

/** All 89 subjects in the order of their codes. */
export const federalSubjects: readonly FederalSubject[] = rows.trim().split('\n').map((line) => {
  const [code = '', name = '', oktmo = '', city = ''] = line.split('|')
  return { code, name, oktmo, timeZone: zoneOf(city) }
})
