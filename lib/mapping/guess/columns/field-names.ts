import { nameList } from './name-list';

/** When it happened. */
export const DATE = nameList(
  `event_date date incident_date date_of_event date_of_incident date_of_attack attack_date occurrence_date date_occurred
  datetime date_time occurred_at event_day day timestamp time eow sqldate when flight_date crash_date
  datum tatdatum ereignisdatum tag
  fecha fecha_del_evento fecha_del_hecho fecha_hecho
  date_de_l_evenement date_evenement date_de_l_incident date_des_faits jour
  data data_do_evento data_do_fato data_evento
  дата дата_события дата_происшествия дата_инцидента дата_події дата_інциденту
  التاريخ تاريخ تاريخ_الحدث tarih تاریخ 日期 日付 날짜 วันที่ ngày dátum`,
  {
    words: `date datetime datum fecha data дата التاريخ تاريخ tarih day time occurred timestamp eow when`,
    tags: /^#date(?!.*\+(end|reported|updated|year|month))/,
  },
);

/** Dates of other things than the event: of an edit, a report, a birth. */
/** Of those, dates of work on the table and of lives, which say nothing of when it happened. */
const FOREIGN_WORDS = `edit edited update updated updates create created creation modified added upload uploaded retrieved accessed access
  entered entry inserted downloaded expires birth dob born record recorded recording registered registration published publication
  publish posted archived imported scraped crawled collected collection verified reviewed
  geändert bearbeitet aktualisiert erstellt angelegt erfasst erfassung eingetragen veröffentlicht veröffentlichung abgerufen hinzugefügt
  actualizado actualizacion modificado modificacion publicado publicacion registrado registro creado creacion agregado ingresado consultado
  mise_a_jour modifie modification publie publication cree creation enregistre enregistrement ajoute saisie consulte
  atualizado atualizacao publicacao criado criacao inserido adicionado registado
  aggiornato aggiornamento pubblicato pubblicazione creato inserito registrato modificato
  изменено обновлено обновления обновление добавлено добавления создано создания опубликовано публикации публикация записи внесения внесено регистрации
  змінено оновлено оновлення додано створено створення опубліковано публікації внесено реєстрації
  aktualizacji aktualizacja dodano utworzono opublikowano publikacji güncelleme güncellendi eklenme yayın oluşturma kayıt
  التحديث تحديث النشر نشر الإضافة التسجيل تسجيل الإنشاء`;
export const FOREIGN_DATE = nameList('', { words: FOREIGN_WORDS });

/** Dates of other things than the event: of work on the table, a report, a life. */
export const OTHER_DATE = nameList('', {
  words: `${FOREIGN_WORDS} reported report source version death age hired cp days duration of_week berichtet gemeldet reportado
  signale zgłoszono сообщено повідомлено`,
});

/** The zone in which a time is local. */
export const ZONE = nameList(
  `timezone time_zone tz tzid tz_name iana_timezone zeitzone fuseau_horaire zona_horaria huso_horario часовой_пояс часовий_пояс`,
  { words: `timezone time_zone tz` },
);

export const START = nameList('', {
  words: `start starts started start_date startdate begin begins beginning began from first since onset
  beginn anfang von debut du inicio desde comienzo начало начала с початок початку`,
});

export const END = nameList('', {
  words: `end ends ended end_date enddate finish finishes finished to until till last close closed
  ende bis fin au hasta final termino fim ate конец конца окончание окончания по кінець кінця закінчення`,
});

export const YEAR = nameList(
  `year iyear event_year jahr annee ano año an год рік anno yil السنة start_date_year jaar`,
  { tags: /^#date\+year/ },
);

/** The file's own name for a row. `#event+id` and `#meta+id` in HXL. */
export const ID = nameList(
  `event_id incident_id event_id_cnty eventid id case_id record_id row_id globaleventid attack_id attack_no attack_number attack_ref event_no event_ref incident_ref uid uuid guid _id
  reference reference_number reference_no ref_no case_number case_no incident_number incident_no event_number identifier id_no ereignis_id vorfall_id identifiant identificador ид ід идентификатор ідентифікатор المعرف`,
  {
    words: `id uid uuid guid identifier identifiant identificador`,
    tags: /^#(event|meta|activity|indicator)\+(id|code)/,
  },
);
/** Plain row numbers; an id only where they number every row. */
export const NUMBER = nameList(
  `no nr num number lfd_nr nummer # n numero numéro № номер п_п n_o s_no sr_no رقم row index`,
);

export const LATITUDE = nameList(
  `latitude lat y geo_lat breitengrad breite latitud широта lat_dd latitude_wgs84 ycoord y_coord latitudine خط_العرض`,
  {
    words: `latitude lat latitud широта`,
    never: `launch origin departure birth home residence destination target`,
    tags: /^#geo\+lat/,
  },
);
export const LONGITUDE = nameList(
  `longitude lon lng long x geo_lon geo_long laengengrad längengrad länge longitud долгота довгота lon_dd longitude_wgs84
  xcoord x_coord longitudine خط_الطول`,
  {
    words: `longitude lon lng longitud долгота довгота`,
    never: `launch origin departure birth home residence destination target`,
    tags: /^#geo\+lon/,
  },
);

export const FATALITIES = nameList(
  `fatalities deaths killed dead nkill total_fatalities total_killed total_deaths fatalities_best number_killed death_toll
  number_of_deaths number_of_fatalities total_number_of_fatalities deaths_total best best_estimate fatality no_killed
  tote getötete todesopfer opferzahl muertos muertes fallecidos victimas_mortales asesinados
  morts tues deces nombre_de_morts mortos mortes obitos
  погибшие погибших погибло убитые убито смертей жертвы число_погибших загиблі загиблих загинуло вбито
  القتلى عدد_القتلى قتلى الوفيات kia zabici zabitych zabito ofiary_śmiertelne ölü ölen ölü_sayısı 死亡 死亡人数 死者 사망자 사망 کشته کشته_ها کشته_شدگان تعداد_کشته تعداد_کشته_ها
  vitimas_fatais victimas_fatales victimes_mortelles todesfälle getötet umrli mrtvi mŕtvi mrtví morti deceduti doden overleden döda dödade drepte døde kuolleet tewas meninggal morți decedați νεκροί νεκρών
  הרוגים погинули poginuli убити загинали halottak số_người_chết मृतक مرنے_والے`,
  {
    words: `killed deaths fatalities dead casualties_killed tote muertos morts mortos погибших загиблих`,
    never: `injured wounded civilian civilians police officer officers military enforcement soldier soldiers troops militants insurgents
    rebels fighters combatants year date expected predicted projected previous average avg mean ratio share percentage
    perpetrator perpetrators
    attacker attackers terrorist terrorists shooter shooters suspect suspects unknown_deaths national nationals international
    internationals foreign foreigners local locals expatriates per rate percent pct cause description type low high min max a b
    male female children men women us`,
    tags: /^#affected\+killed(?!.*\+(min|max|low|high|f\b|m\b|children|civilian))/,
  },
);
export const INJURED = nameList(
  `injured wounded injuries nwound total_injured total_injuries number_injured number_wounded number_of_injured
  number_of_injuries total_number_of_injured hurt no_injured verletzte verwundete
  heridos lesionados blesses nombre_de_blesses feridos раненые раненых ранено пострадавшие поранені поранених поранено
  الجرحى عدد_الجرحى جرحى المصابين wia ranni rannych yaralı yaralı_sayısı 受伤 受伤人数 負傷者 부상자 부상 زخمی زخمی_ها مجروح مجروحان تعداد_زخمی zranení zranění feriti gewonden skadade skadet haavoittuneet luka_luka luka răniți τραυματίες פצועים повређени рањени ranjeni
  ранени sebesültek bị_thương घायल`,
  {
    words: `injured wounded injuries verletzte heridos blesses feridos раненых поранених`,
    never: `killed civilian civilians police officer officers military enforcement soldier soldiers troops militants insurgents
    rebels fighters combatants year date expected predicted projected previous average avg mean ratio share percentage
    perpetrator perpetrators attacker attackers
    terrorist terrorists shooter shooters suspect suspects national nationals international internationals foreign foreigners local
    locals expatriates per rate percent pct description type low high min max us male female children`,
    tags: /^#affected\+injured/,
  },
);
export const PERPETRATORS_KILLED = nameList(
  `nkillter perpetrators_killed attackers_killed terrorists_killed perpetrator_deaths militants_killed attacker_fatalities
  number_of_perpetrator_fatalities insurgents_killed suspects_killed shooters_killed perpetrators_dead
  atacantes_muertos agresores_muertos perpetradores_muertos assaillants_tues getötete_täter täter_getötet террористы_уничтожены
  уничтожено_террористов уничтожено_боевиков убито_нападавших нападавших_убито убито_боевиков`,
);
/** People who suffered, in ways that are not said. */
export const VICTIMS = nameList(
  `victims victim total_victims number_of_victims num_victims no_of_victims victim_count victims_count victims_total
  victimas numero_de_victimas numero_victimas total_victimas total_de_victimas cantidad_de_victimas
  victimes nombre_de_victimes vitimas numero_de_vitimas opfer anzahl_opfer zahl_der_opfer vittime numero_di_vittime
  жертв количество_жертв число_жертв пострадавших количество_пострадавших число_пострадавших кількість_жертв عدد_الضحايا الضحايا
  kurban_sayısı liczba_ofiar`,
  {
    words: `victims victimas victimes vitimas opfer`,
    beside: `number numero total count casualties cantidad`,
    never: `male female men women children age sex`,
  },
);
export const LOW = nameList(`low min minimum least lower low_estimate fatalities_low deaths_low minimo мин`, {
  words: `low min minimum lower least`,
  tags: /\+(min|low)\b/,
});
export const HIGH = nameList(
  `high max maximum most upper high_estimate fatalities_high deaths_high maximo макс`,
  {
    words: `high max maximum upper`,
    tags: /\+(max|high)\b/,
  },
);

/** Words that make a figure one that runs on from row to row, so that it is never that of one event. */
export const RUNNING = nameList('', {
  words: `cumulative cumulated cumul cum running to_date so_far kumuliert kumulativ acumulado acumulada acumulados cumule cumulado
  накопленные накопленный нарастающим_итогом`,
});

/** Who did it or took part, by how a source speaks of them. */
export const CLAIMED_ACTOR = nameList(
  `claimed_by claimant claimants claiming_group claimed_group claiming_organization claim_of bekennt_sich bekennende_gruppe revendique_par
  revendiquee_par reivindicado_por rivendicato_da взявшие_ответственность взяла_ответственность الجهة_المتبنية تبنى_العملية`,
);
export const SUSPECTED_ACTOR = nameList(
  `suspect suspects suspect_name suspected_group suspected_perpetrator suspected_perpetrators suspected_actor suspected_attacker
  suspected_organization suspected_by alleged_perpetrator alleged_perpetrators alleged_attacker alleged_actor alleged_responsible
  accused accused_group presumed_perpetrator presumed_responsible
  verdächtige verdächtiger tatverdächtige mutmaßlicher_täter mutmaßliche_täter mutmaßliche_urheber
  sospechoso sospechosos presunto_responsable presuntos_responsables presunto_autor presuntos_autores presunto_perpetrador
  presuntos_perpetradores presunto_agresor presunto_victimario presunto_grupo presunto_grupo_responsable presunta_autoria
  suspeito suspeitos suposto_autor supostos_autores presumivel_autor suspecte suspectes auteur_presume auteurs_presumes
  responsable_presume groupe_suspecte presunto_responsabile sospettato sospettati
  подозреваемый подозреваемые предполагаемый_исполнитель предполагаемые_исполнители предполагаемый_виновник
  підозрюваний підозрювані ймовірний_виконавець المشتبه_به المشتبه_بهم الجهة_المشتبه_بها şüpheli şüpheliler podejrzany podejrzani`,
);
export const ATTRIBUTED_ACTOR = nameList(
  `perpetrator perpetrators perpetrator_name perpetrator_group killed_by attacked_by carried_out_by committed_by perpetrated_by
  conducted_by attributed_to attributed attribution responsible_group responsible_actor responsible_organization group_responsible
  attacking_group attacking_party attacker_group armed_actor terrorist_organization terrorist_organisation perpetrator_organization
  attacker attackers gname group groups group_name armed_group armed_groups
  terrorist_group militant_group shooter shooters shooter_name gunman responsible responsible_party assailant offender aggressor
  täter tätergruppe gruppe perpetrador autor_del_hecho grupo grupo_armado responsable auteur groupe groupe_arme
  perpetradores perpetrado_por autor autores autoria autores_del_hecho responsables grupo_responsable actor_responsable actor_armado
  agresor agresores victimario victimarios fuerza_responsable estructura_responsable atacante atacantes asesinado_por cometido_por
  grupo_responsavel responsavel responsaveis agressor agressores auteurs auteur_de_l_attaque auteurs_de_l_attaque commis_par agresseur
  agresseurs assaillant assaillants groupe_responsable groupe_arme_responsable
  autore autori esecutore esecutori responsabile responsabili aggressore gruppo gruppo_armato
  verantwortlich verantwortliche angreifer begangen_von urheber verantwortliche_gruppe dader daders pelaku
  исполнитель исполнители группа группировка виновник виновники виновные ответственный ответственные ответственность нападавший нападавшие
  нападающий кто_совершил кем_совершено совершено_кем террористическая_организация вооруженная_группа организатор
  угруповання виконавець виконавці нападник нападники винуватець відповідальний відповідальні угрупування
  الجهة_المنفذة الجهة_الفاعلة الجهة_المسؤولة المنفذ المنفذون منفذ_الهجوم منفذو_الهجوم جهة_التنفيذ المسؤول_عن_الهجوم الجاني الجناة المهاجم
  المهاجمون الجماعة الجماعة_المسلحة المجموعة المجموعة_المسلحة الفصيل التنظيم الفاعل مهاجم مهاجمان عامل عاملان گروه گروه_مسئول
  saldırgan saldırganlar failler sorumlu sorumlu_örgüt sprawca sprawcy napastnik napastnicy zamachowiec örgüt fail 组织 組織 袭击者 肇事者 実行犯 犯行主体`,
  {
    words: `perpetrator perpetrators attacker attackers autor autores auteur auteurs responsable responsables responsavel autore täter
    agresor agresores исполнитель исполнители виновник виновники нападавшие виконавець виконавці нападник المنفذ المنفذة الجاني مهاجم sprawca`,
    beside: `group groups organization organisation organizations party known grupo groupe gruppe группа الجهة`,
    tags: /^#group\b(?!.*\+(id|code|type))/,
  },
);
export const INVOLVED_ACTOR = nameList(
  `actor actors actor_1 actor_2 actor_3 actor_name actor_1_name actor_2_name side_a side_b organization organisation
  organizations organisations party_1 party_2 party_a party_b parties faction factions belligerent belligerents who force unit agency department dept
  law_enforcement_agency agency_responsible airline operator akteur akteure organisation beteiligte actor_a actor_b acteur acteurs organizacion
  actores ator atores organizacao актор организация участники сторона организації організація учасники الفاعلون الجهة`,
  {
    words: `actor organization organisation faction`,
    beside: `armed groups group involved responsible`,
    tags: /^#org\b(?!.*\+(id|code|type|prog))/,
  },
);
/** Words that make a column of actors one of their codes, kinds or countries. */
export const NOT_AN_ACTOR = nameList('', {
  words: `id code type kind country number count no size state cause ethnic religion religion_1 iso age sex gender race url
  description effect status estimate deaths killed date district tribal area region province county location place latitude longitude
  sector sectors cow raw wikipedia origin victim victims target`,
});

export const TARGETS = nameList(
  `target targets target_name target_type victim victims targ_type_1_txt target_1 ziel ziele opfer betroffene
  objetivo objetivos blanco victima victimas afectados cible cibles victime victimes alvo alvos vitima vitimas bersaglio vittima
  цель цели объект объекты жертва потерпевший потерпевшие ціль цілі об_єкт жертви الهدف المستهدف الجهة_المستهدفة الضحية الضحايا
  hedef hedefler mağdur cel ofiara doelwit slachtoffer`,
  {
    words: `target targeted victim victims`,
    beside: `type subtype group organization organisation category entity nationality general kind actor actors`,
    never: `number count total id age detailed sex code`,
    tags: /^#targeted?\b/,
  },
);

export const TYPE = nameList(
  `event_type incident_type attack_type type category category_en type_of_event type_of_incident type_of_attack
  event_category eventtype incident_category type_of_violence attacktype_1_txt kind method weapon_type cause cause_of_death
  class form art kategorie ereignistyp vorfallsart deliktart
  tipo tipo_de_evento tipo_evento categoria clase modalidad type_d_evenement type_evenement categorie nature
  тип тип_события категория вид вид_события тип_события характер тип_події вид_події категорія نوع_الحدث نوع_الحادث نوع_الهجوم النوع نوع
  التصنيف الفئة rodzaj typ tür olay_türü tipologia soort
  类型 事件类型 种类 種類 事件種類 نوع_حمله نوع_حادثه
  means_of_attack attack_method mode_of_attack method_of_attack tactic tactics weapon_used weapons_used weapon weapons means action action_type
  arma medio_empleado оружие способ зброя السلاح type_of_injury`,
  {
    words: `event_type incident_type attack_type type tipo тип вид نوع type_of art tür rodzaj typ`,
    beside: `violence violencia operation accion delito crimen crime conflict assault act zdarzenia tat olay`,
    never: `sub subtype id code magnitude`,
    tags: /^#(event|cause)\+type|^#event\+category|^#cause\b/,
  },
);
export const SUBTYPE = nameList(
  `sub_event_type subtype sub_type event_subtype subcategory sub_category sub_type_of_event attacktype_2_txt attacktype_3_txt
  unterkategorie subtipo subcategoria sous_type sous_categorie подтип подкатегория підтип`,
);

export const REGION = nameList(
  `admin_1 adm_1 admin_1_name adm_1_name province state governorate oblast provstate state_province province_state region
  origin_state department_name region_name land bundesland provinz kanton estado departamento provincia comunidad_autonoma
  region_administrative departement gouvernorat wilaya provincia область регион субъект субъект_рф край республика регіон
  المحافظة محافظة الولاية المنطقة الإقليم county depto dpto prefecture canton voivodeship województwo regione provinsi eyalet il استان ولایت
  省 省份 州 지역
  tribal_agency tribal_area tribal_district agency_area political_agency`,
  {
    words: `province governorate oblast depto dpto departamento provincia область регион المحافظة محافظة`,
    beside: `admin level state`,
    never: `id code iso pcode`,
    tags: /^#adm1\+name|^#adm1$/,
  },
);
/** Parts of a region, by level: the first list is of the larger. */
export const DISTRICTS = [
  nameList(
    `admin_2 adm_2 admin_2_name adm_2_name district district_name county county_name raion rayon upazila tehsil taluka distrito landkreis
  район район_название повіт ilçe القضاء قضاء`,
    { never: `id code iso pcode police election`, tags: /^#adm2\+name|^#adm2$/ },
  ),
  nameList(`admin_3 adm_3 admin_3_name adm_3_name hromada subdistrict sub_district громада`, {
    never: `id code iso pcode`,
    tags: /^#adm3\+name|^#adm3$/,
  }),
] as const;
export const PLACE = nameList(
  `location place location_name place_name where_coordinates city city_name town village locality site settlement
  location_description incident_location event_location attack_location where where_name city_or_county city_county city_town town_city
  action_geo_full_name municipality district raion admin_3 admin_2 hromada county_name address street_address streetaddress
  ort stadt gemeinde tatort lugar ciudad localidad municipio lieu ville commune localite cidade local município место город
  населенный_пункт місце місто населений_пункт المكان المدينة الموقع miejsce miejscowość miasto yer şehir ilçe miesto mesto místo misto město luogo città comune plaats stad plats sted paikka tempat lokasi localitate 地点 城市 場所 장소 شهر محل مکان`,
  {
    words: `location place city town village lugar ciudad municipio localidad ville lieu ort stadt место город місто المكان المدينة الموقع`,
    beside: `county description district area village nearest near locality impact strike explosion detonation crash`,
    never: `id code type count relationship lat lon precision`,
    tags: /^#loc\+name|^#loc$/,
  },
);
export const COUNTRY = nameList(
  `country country_name country_txt nation pais pays staat страна країна البلد الدولة paese ulke`,
  { never: `id code`, tags: /^#country\+name|^#country$/ },
);
export const GEO_PRECISION = nameList(
  `geo_precision location_precision coordinate_precision precision_of_location place_precision spatial_precision location_accuracy geo_accuracy
  precision accuracy`,
);

export const SOURCES = nameList(
  `sources source source_url url link links reference references citation citations source_article source_link article_url
  news_source sourceurl data_source scite media quelle quellen fuente fuentes enlace reference_url lien liens fonte fontes
  источник источники ссылка ссылки джерело джерела посилання المصدر المصادر الرابط bron bronnen källa kilde lähde sumber zdroj źródło sursa izvor 来源 來源 消息来源 出典 출처 منبع منابع publisher news_outlet outlet newspaper`,
  {
    words: `source sources link links url urls`,
    beside: `news media info information article articles data secondary public web website webpage page report reports`,
    never: `scale type id date office number count edit level`,
    tags: /^#meta\+(source|url)/,
  },
);
export const NOTES = nameList(
  `notes description summary note details narrative text event_description incident_description comments comment remarks
  beschreibung bemerkung bemerkungen anmerkung hergang descripcion resumen observaciones nota notas resume remarques
  commentaire descricao resumo observacoes описание примечание комментарий опис примітка примітки الوصف ملاحظات التفاصيل`,
  { tags: /^#description|^#event\+description/ },
);
export const TITLE = nameList(
  `title headline event_name incident_name event_title incident_title name event incident titel überschrift titre intitule
  titulo titular denominacion nombre nombre_del_hecho título заголовок название наименование назва العنوان الاسم person victim_name
  battle attack operation operación raid massacre masacre siege massaker schlacht bataille batalla attentat битва операция content subject label case názov název naziv nazwa tytuł 标题 事件名称 件名`,
  { never: `id`, tags: /^#event\+(name|title)/ },
);
export const INITIATOR = nameList(`initiator initiated_by`);
export const IN_SCOPE = nameList(`in_scope scope`);
/** Flags of what was no event in earnest. */
export const DRILL = nameList(
  `drill drills is_drill drill_flag exercise is_exercise training is_training training_exercise drill_exercise test is_test
  test_event test_record test_alert simulated simulation is_simulation simulacro ejercicio exercice simulation_exercice übung
  учения учение учебная учебный учебная_тревога тренировка навчання навчальна тренування تدريب تمرين tatbikat ćwiczenia`,
  { words: `drill exercise simulacro`, beside: `or test training flag alert` },
);
/** How an actor is tied to what happened, said by a column of words. */
export const RELATION = nameList(
  `claim claims claim_status claim_type claimed claim_of_responsibility claimed_responsibility responsibility attribution
  attribution_type attribution_status relation relation_type relationship reivindicacion reivindicado autoria_tipo revendication
  ответственность_взята заявление`,
  { words: `claim claimed attribution relation relationship`, beside: `status type responsibility actor` },
);
/** Names of counts of events, which a row that is one event has not. */
export const EVENT_COUNT = nameList(
  `count counts total totals events incidents attacks n n_events num_events number_of_events number_of_incidents
  event_count incident_count events_count incidents_count attack_count number_of_attacks num_incidents cases freq
  anzahl vorfälle total_events total_incidents total_attacks cantidad casos nombre_d_evenements количество число_событий кількість العدد
  violent_events protest_events battles explosions riots protests`,
  { words: `events incidents attacks count`, tags: /^#(indicator\+num|affected\+.*total|event\+num)/ },
);
