"""Commonness: weights of the stems that are common in reports on conflict; made by `training.events.rarity`.

Source: 18,124 sentences of the project's own ruled corpus (`training/corpus`). Each weight is the natural
logarithm of one plus all sentences over those that hold the stem, to a quarter; stems in fewer than 4 are left out.
"""

#: Weight, and the stems that have it.
COMMON: dict[float, str] = {
    2.75: """
ask two
""",
    3.0: """
seize withdraw
""",
    3.25: """
come kill man soldier thr
""",
    3.5: """
army day four go offic person settlement
""",
    3.75: """
arm arrive command deliver deny forc give hold road see stat strike
""",
    4.0: """
000 1 back burn count eleven first general hour house last lease night plane put spokesman week wound
""",
    4.25: """
2 between car cros defenc driv fighter five frida govern kil know lorry minist ministry monda morn nine nobody
numb open picture polic post read rebel rifle rus second send ship side six sunda talk thursda tuesda
""",
    4.5: """
3 4 agr agreement attack brigad camp claim clos colonel confirm fight fir group guard hospital lose military
mov nam new ord part pay president prisoner promis radio return saturda sourc stay stop tank telephon third
through vehicl want wednesda year
""",
    4.75: """
14 20 40 5 accus air base believ bring council eight elder end even fami flag foreign found front gate
governor keep line list march memb mission month name noth official pap pas point port question receiv refus
resident run seven shoot show sign south stand ten time walk wat within woman word work
""",
    5.0: """
10 12 15 30 6 9 account airport among answ answer april august away battalion becaus behind boy bridg cal
captain chief child column committ company deputy district every februar figur follow form forty good half
head heard helicopt hit hundr januar jul june land lead least lie local long look made meet minut nev next
nobod noon north offer plac pres quot red school sell sid speak staff station support think turn un unit war
wheth writ
""",
    5.25: """
11 17 19 22 300 31 abu add against agency aid americ anyon bank bord broth bus ceasefire chang civilian convoy
cut december describ dron engin expect field himself inform itself kilometr lat like los m market messag
million min moscow national neith none november observ old oper page publish record region repl round security
september sit son spok thousand threaten tim turk twic ukrain voic way whoev yesterday
""",
    5.5: """
00 18 200 21 24 60 7 8 accept acros admit advis afternoon area armour arrest asked break build buy cannot
carry centr channel chin clear coalition com commission country court dawn declar declin director division
doctor door east empty enemy exchang far fourteen fourth fuel government ground hear insid israel lieutenant
major many mayor metr militia ministr monitor moth need neighbour newspap october once opposition order oth
party patrol position pric prim releas right riv roof room servic set shar somebody supply syr television
thirty today trad twelv twenty union united used video visit wait warn well west western whit wrot
""",
    5.75: """
100 13 16 23 25 27 400 500 600 afric alleg along ammunition analyst anyth began belong blam board brigadier
bur capital chair charg checkpoint coast condition cook correspondent crew custom date destroy disput egypt
else estimat ethiop explain few fierce find flight food foot french furth got ind insist inspect interior
interview invit iraq island joint judg key laugh liby light load machin maintain map mat media mention
minister mis mortar nation nineteen note nurs oil outsid past percent phon pier pilot prepar present
prosecutor quart rep repeat rest rul sailor satellit sea secretary securit short site sixty small southern
street struck talib team thank themselv toward train uniform version volunt washington watch written
""",
    6.0: """
05 26 28 29 41 70 abandon abov acknowledg administr allow ambassador ambulanc ankar announc anybody appear
armen artillery assur authorit baku barrack begin besid block book boot box bread carri chad civil colleagu
compan conced contact contain continu corridor cousin crat damascu defend deleg delegat depot different
diplomat direction discus displac dollar don drop e earli eastern embassy emirat envoy eritr escort ever
everyon faction farm federal fifteen fish flour fly fort friend full gas get girl goat god guest gunmen happen
headquart health hill houth includ iran islamic journalist km kyiv laid lawy les lift lin mast mine missil
move n neither niger northern p park parlia partn peac peacekeep per pick plant print public pul rain rais
rang recal reckon regim regional rememb resistanc rice rocket rumour sentenc serb shown sieg singl sleep
someth special step sud tabl tea teach tent text thing though togeth tomorrow ton tow treat tripol true upon
view wall whol wife wing witnes young zone
""",
    6.25: """
02 06 07 08 120 150 38 45 50 addres advanc allianc alon argu attribut aug baghdad bas beg bishop black blow
broadcast bullet bulletin cairo camera cent central certain check church cit clock commander comment complain
complet compound consider correct dai dat done doubt dozen dr eighteen eith empt everybody evidenc exist
expert fear fifty film finish flew franc free haftar hangar help high hil hom host hotel identif intelligenc
international issu khartoum kind kitchen late law led log main mak make mal mark midnight mil militar money
mosqu mountain much navy network o occup opinion organis otherwis pag panel par patient perhap play policemen
political pray presenc presidential privat protect provinc provincial quiet reason recognis refug relativ
replac resum retir runway rwand san sat saud save search sector sergeant serv several shut signatur silenc
sist smok stor storm strip suggest surround suspect suspend swear thirteen transport trench tri trib urg use
ward window wire wish yemen yes youth
""",
    6.5: """
09 2016 44 48 55 58 61 700 abab acces aeroplan affirm afterward agent ago aliv arab asmar assault attempt
author azerbaijan bag bandit bear bed begun below bet beyond blue brit built c calm cargo case chairman
christma circulat citizen clinic cloth collect consid corporal cost crescent damag deput desert desk diesel
drawn ear eat establish europ everyth except face fact fail fals fenc ferry fifth fil file firm flown football
fram gather gendarm generator georg green guarant hall human husband inquiry inspector jub junta kurd lake
liaison lik listen live lock low lunch mail match mean meanwhil mediator medical motorcycl nato naval notic
overnight palac personnel pickup popul pow prefect presenter propos protection pump q queu rapid rath real
recover regist register regret reinforc remark remind reserv respond result reveal ring riyadh rsf safe season
seat separat seventeen sheet shop shot silent sixteen spoken squar story stres sudan sum suppl survivor swor
target tel terminal tonight track travel u ugand ve wad welcom whoever worth yerev
""",
    6.75: """
0 12th 140 14th 15th 2014 2018 2022 34 35 46 47 71 80 800 90 900 9th able act action activist aden admiral
affair agenc ali alway ambush approach arithmetic articl assert asses associ authority b bad bakery bamako ban
bar barrel beijing belgrad besieg blood breakfast brief card cartridg cas cattl cellar clean clerk clip club
coff commando condemn conferenc consult correction cours crowd dam de decision dhab dig direct disarm djamen
djibout docu doubl draw due duty eighty employ engl erbil exclud exercis explosion export ey fac fath feed
financ fishermen flat floor forward fresh fund gat gold grain great grenad gues ham harbour height hodeidah
howev humanitarian hung independent instead investigator item join justic kabul keny kigal kinshas knowledg la
larg learn leban link littl london loot loudspeak manag mas meant middl moment neutralis ninety nothing object
onion operator paint parish passeng passport peshmerg petrol phras plat pleas pledg polit possibl prevent
priest produc quarrel radar railway ras ready recruit regi remov reopen republic reservist resign review ridg
row sack salt self servicemen shabaab shed shout signal situ sixth slip sound spar spend spokesperson
spokeswoman spr stamp start ston suppos tactical tail tal task tehr telegram term territory thrown tied toda
toll total touch tr tractor traffic tree try tunis type umm uncl understood unknown unles unload usual valley
van vot vote vow wav wed weekend wel whether world wrong
""",
    7.0: """
03 04 118 130 2015 2017 2019 2020 2021 33 3rd 42 52 aboard administrator aim airstrip algi annex anti apologis
arabic armed attend band bangu barg bargain bay beach beat beaten becom beirut belt benghaz bill billion bin
blanket bloc blockad boast brak breach brok bunk cabl cell circl clan co coach coastal commissioner complaint
comrad concern conclud congol conscript contingent coordin coordinator counsel cov cover cow cran credit crim
custody dark data decid del delh denial depend deploy dern directorat disclos document doesn drink dry dusk
easter election encircl enem enough euro evacu explosiv eye facebook fed fleet fold footag forest fr fronti
gang gap gom gor grant grav guin gulf hama heart hezbollah hint hop hostag howitz hunt imam incident indicat
instructor intend intercept interpret k khan kidal kidnap lad lamp le leagu leg lend lent liberation life
limit lot ltte luand m23 maputo mattres mercenar misrat mistak nairob negotiator nephew net nightfall nov
offensiv omar operat operational oppos opposit pack palestin password permanent permit pistol platform
policeman popular presidency principl programm protest push ramad rank re rear receipt recommend redeploy
refer rel repair representativ responsibl safety sahel sail salar sand sdf seal secretar senior separatist
sept seventy shelt shelter shift sir sirt sky slept smil soon soviet span spokesm spot spread stadium star
study subject sugar summon tap tax taxi tbilis tenth tha thirt threat tig till tin tir tobruk top transfer
transitional trial tribal trust truth verify visibl wagner wal wear whatsapp wheat widow wint wom won yard
zagreb
""",
    7.25: """
107 10th 110 11th 160 16th 1998 214 24th 250 340 37 39 5th 62 63 6th 72 85 aerial afgh ag age aggression ahead
aide ajdabiy aleppo alert alger almost aloud anonymity apart arrang asleep assab assemb assembl audio aunt
authoris autumn avi axi barrag barri beard ben bench best bid border born bound brigadi brussel bulldoz bureau
bush cabinet cambod camel cano care caught cement certificat chas choos cigaret clas client closur collaps
colomb colombo communic contest contractor contrary coordinat copy corn criminal crossroad cub daught deadlin
dear defens delay delet delivery detach devic dispatch distribut divid dog draft dres drum dug edge
electricity elsewher emergency emir error exit expel expres f factory famil feder feel feet fetch forecast
frigat funeral gao gaz genev guerrilla guid gunpoint hard harm helmet herd hmeimim hol hundred idlib immediat
individual infantry inmat instal institut instruct intact interest iron islamabad iss jabal junction kilo
kosovo kremlin kufr lagoon lank largest leaflet lebanon litr lodg logistic lt madam mango marshal mi mid
militiamen mm moldov mount mozambic mujahideen municipal municipality muslim myanmar nav nearest ninth non
nyal obeid observator oct pakist parent pastor patienc paus peso pocket pol pot pound prais prefer pressur
proof proposal prosecution puerto qatar quit rate regard regroup relat relay repel reporter research restor
rival rule sad sanction sap sav section senator serial session shepherd shield shirt shopkeep sing size smuggl
snow soil somal someon sort speech spl sport stag stair stepanakert stretch styl subscrib sunset sure survey
surviv system testif theatr tigra tiraspol trac transmit trap troubl tv twent ultimatum updat ups using uvir
vacat vaccin verdict verif vice w warm wash water weath websit whatev wheel wil yellow york zawiy
""",
    7.5: """
01 112 13th 1999 19th 2008 2009 2011 2012 2013 2023 20th 212 23rd 240 25th 27th 29th 2nd 32 36 412 43 49 4th
51 57 64 74 75 7th 88 8th abal abd abkhaz abroad advic afar agadez aged allah alongsid although amhar amnesty
anchor angol anywher appoint apron armor ash ashor asphalt assailant assam attach austral awar azerbaij bab
baido bak balanc ball bandag bangkok batter battery bazaar bbc bean becam beer belaru berth bird blast bosn
bottl broker bu buf bun burund bury busines campaign canal canteen caption caraca cash casualt cathedral caus
causeway caution ceas ceremony ch chanc clarif climb codeco cold collection commercial commit communit
community conduct confid conflict congo congres connection consign consistent content contrast convers
coordination cop councillor counterpart countr croat daesh dar darfur dawab decr deep defeat demilitaris
democratic dentist department detail dif din disagr dissident djibo donetsk donor drew dri drown dushanb dutch
earth editor effect eid eln en enclav escap eu event ex exact executiv explod fal fan farc fast father fax
fing fix fli fm forgot fortnight freetown freez furnitur garag gendarmeri gentlemen germ gestur gift glas gmt
gorg gos governorat grad greet grey grow hadramawt halt hasakah heat hectar hero hid hidden hole honour
household hull hum hut ice idea illegal imagery infantr initial insur interim invad invent inventory investig
involv isn istanbul jan jeep jetty jufr kampal kfor kilomet kingdom kirkuk lack lago languag latest leadership
leak ledg length level liber lisbon loyal lurd maidugur maiz maj mandat manil manufactur marib massacr mayb
mechanic medi mekell met mig mill mind minsk mobil mobilis mogadishu mohamed monastery monk mouth mul mule
munition neutral niam notebook number nun oblig obtain occupi odd op operation ourselv pair parad paratroop
parliament pemb pen pentagon perimet period permission pin pipelin pit pitch plastic platoon plead plu politic
pref prefectur pretor previou pro probabl proces professor project prov punish purpos r rafah ransom rat
rating rawaq ray reading recall recount refinery reiterat reliev remember remnant renew reposition requir
resolution respect respons responsibility revolutionar rock rol roman rope rose rostov rot rough roundabout
sabh saleh sana scal scen schoolteach screen secret secretariat secur sel seventh sheep sho sight silo skip
slow smal snip soup speaker sri starv stick stock stolen stov strait stream string student sukhum summar sun
sunk suprem surgeon swis sworn tag tape tarpaulin taylor tear tebu technical templ territorial test theft
therefor threw throw thu ti tigr tigray tomato torch transf trawl tunnel turbin tweet twitter tyr tyre unarm
university unlik unnam utc venezuel victim victory viol visitor weigh wept win wind wreck x yesterda zwa
""",
    7.75: """
101 105 111 17th 180 1992 2002 2004 2006 2010 21st 22nd 30th 312 53 56 68 81 82 absurd abuj accompan accordanc
accused ain alban ally altogeth announcer ansar ant apostat appl approv asi asid assistant athen attention au
austr automatic availabl awad await babanus bark barricad basket basr bel belarus berm big bir birth bles blog
bo bor bore borrow bos bow breath bri brick britain brother bsa budget bueno burial burst cadr cancel cannon
canton cart cat categorical cel celebrat chain chamb charity chitund cleans cleric concret confidenc
congratulat constitution cough county coup crop cup da dail dakar dan danc daylight deng deplor deserv
detention dhow dialogu diamond didn differenc dinar discussion displacement distanc doh donkey drain driver
duba dust ecomog eighth electricit email embargo embas embrac engag entir entranc envelop eve exil failur fano
favour feb fift fin final fisherman fit flam float flow forget fri gajiram genuin ghary grand grandmoth
grateful greek guy hamz handl hang harvest hawk headlin hide highwa highway hir history homeland hon humanitar
hungry icrc idr il ill impact impos inch initiativ instruction insulin internal interrupt invasion investigat
isi islamist issoufou ital izium jail joy juan kalund kanem karen kherson kit knock koidu kor kuk kunduz kursk
kuwait kyrgyz l label labour lane lanuf las lashkar laundry lawmak lay legitimat licenc lit locality loss loud
magazin mai maliciou malik mar mask mauritan meantim mediat medic member mer merchant mes microphon migr
millet model mon monrov moon morocco motor mourn mous mukhtar mus muscat music mutin nail naira nautical
neighbor nevertheles nois nord nowher nur odes often oliv oman ombudsman omdurm oral orang organiz origin osm
ouagadougou outlook outpost outskirt padlock pakistan pale palm parachut pencil personal petition pharmacist
phas philippin picket piec pkk pontoon possib pra preach precis presid princ puntland pupil pursu quartermast
quick quneitr refrigerator refuge refusal related residenc restraint revenu revers roadblock role rub ruin
saad saint salah sale salut sandvik sar scenario schedul scor scout seizur selek sens serious sevent sew shabw
shad shadow sham shan sheral shoe shor shotgun sick sidr sister situation sixt sla slaughter sleev slight
social society somebod sought sovereignty speaking speculat split splm st stabl steal steel strategic strong
su sub submit suggestion suicid suit sukhn sukho superintendent superior suppli sur surpris switch tailor taiz
tajik tamil tarhun taught thumb tip transnistr treason treasur treaty tribun tug turban tuz twelfth um
umbrella unabl undertook unilateral urgent valv vegetabl verb victor volodymyr vouch wa wag warehous warrant
wazalendo weight whisp whistl wide wireles youngest yugoslav zero zuwar
""",
    8.0: """
108 148 18th 1st 2001 310 54 640 73 76 94 96 absent academy achiev adam additional afghanist airlin airspac
allegation amm amount ana anef animal approximat archiv argun arlit armoury asad asay assertion assist assum
ate averag ax barangay barefoot bashir bath batken behead bender beneath bicycl boil brig bujumbur bulgar bulk
burm cabbag cabo caller camouflag canad carpet castellano catch cav chapel choic chos citadel columnist
comandant commandant common communiqu conakr confes confront consent consul countrysid courtesy courtyard
craft creat cry curtain debaltsev debr dec decad deir demonstrator denounc deposit depth dicko dictat dimaporo
disown dispers domingo drug druz du eaten edit edition elect emerg emergenc emmanuel everybod exhibit explan
eyewitnes faith fardc farth fay fij fill flar fog fortres forum ful g gain galdumar gar garden german giant
goal gras guarantor gudaut h haj hamlet handov handwrit hay hoist holiday hood hope hors hostil hungar hurry
ibrahim imagin information injury ink inquir insult intention interven islet ismail jakart jeddah jok jordan
jump jun junt kabil kas kharrub kilogram kos latak lawful leader lo lobby loc locat lower lur magistrat mahb
majority malaria mam manar mars martyrdom martz material mbau medicin merid mile morgu moroc mukal myself
nahud neck newslet nile norwa notif nuclear observer occasion ochamchir oog original overran papu paragraph
parallel path patriot pattern payroll pension petroleum pig plain plateau pm polisario poll pool portugu
postpon probab product prohibit promised propel property provoc qamishl qasr quantity quito rabat ral ration
rawalpind react reasonabl recent recogniz referenc registr removal reproach resist restart ret reveng
revolution reward ris rotat routin rubbl ryha sadc salem salif sarajevo seem sentinel sharjah simp slop
somewher specif specify spel splint squad statu stoppag strang strength structur submarin succes sustain taj
tamanhint technician televis terrorism testimony thin thuray ticket traffick trail trous tskhinval tuareg uae
ub undertak unpaid unquot upp ural vest via vicinity vietnam voluntary watiy wave wet withheld wooden workshop
yahy yele zair zaporizhzh zint zueitin
""",
    8.25: """
0600 0700 117 122 138 170 190 1989 1997 2003 2005 2025 210 217 243 28th 311 33rd 450 65 78 86 87 91 97 abakar
abba abduct abidj abih abus adjectiv adjutant adopt adversary aerodrom afrin aggressor ahmad airmen alight
ambo anbar andarab andr anod ans apr argentin arish arsal ashraf assad assessment ataq atm authenticity bai
balcony ballot bangladesh banj barakat baseles basi batch baton behalf benin bentiu binnayeh boko bosaso bot
bougainvill bra branch breech brewery brickwork brown bruzzon bukavu bule bunagan cadet calendar calibr
caliphat careful caretak casualti ceil cemetery challeng charcoal charter chicken chosen cigarett claimed clap
clarify clearanc clust coca cocod coffin collectiv colleg combin combined comma complex confident consist
contradict convinc corpor cpa crawl creditor crown crud crusad current cutlas cylind daniel deacon dealt
declerck delgado destin determin digest dil disappoint discharg displaced display disposal dissolv ditch
divert dredg drouillard duquett earlier eband economist educ eliminat elit energy engineer ep eprdf est
exception expression external fabric fatah fault feast fellow felt ferreir fine flank fleurimond footnot
forbid forgiven forwarded friendship frontier fulan gallery gam garow gasolin geography geolocat ghana ghout
glad gob golf gornj guilty guyan hagu hamdam hamid har haram harir hatem hauli heglig henr highest highland
hilltop honourabl hostilit hot hrebl humve hyderabad ii implement improv increas independenc indict indoor
ingeborg inherit insignia inspection institution intak intensiv interviewer introduc invoic jade jam jebel
jerusalem jihadist job journey kachin kafr kalashnikov kapit karrar kaup khamad kharo killed kismayo kn kodor
kurdist kyrgyzst labr lak legion lesson likewis lim lithuan lubumbash luk lul luuq madrid mahamat malakal
managu manifest manoeuvr mechanism memorandum memory menagh merow mindat minibu minor mitig mnda moderator
monguno moresb morning mos mosul movement mozdok multinational murder nan narrat naw nawas naypyidaw nazir
negativ neighbourhood nm nordic norweg obock occur officer omollo onlin opponent orchard ordinary osce ought
outright packag pad panic pantsir particip particular pastur patriotic peasant pend peshmerga pharmacy pibor
pimbo pipe plantain plot power predict premi pressed prid pristin proceed profit propaganda protocol proud
provisional pursuit qaed qal quisp rail ram reached reaction readines reality reconcil recovery ref refrain
refut reinforcement render reoccup replying reproduc repuls restriction retort reut ribbon rim rise risk river
roubl royal rural ruwaisat saf sahar sake salang salary sang santander santiago santo sapalo saraqib savo seek
seiyun senat sevastopol shihr shorten shovel shrug shur sina sinjar smell soch somaliland song sorghum
spokesmen stack statement storag stuck subversiv sudzh suffer suitcas surveyor suv swim sword taftanaz tale
tall tar tdf tens tessit thailand thingkho thread torvald township transit transition transl tribesmen
tribunal tu tun typ unanswer unclear unconditional undertaken unhcr unman useful user varreux vil violat visa
wast weather weep whereabout whisper woke wond wors yangon ypg yusuf zalambes zor
""",
    8.5: """
103 121 124 131 136 152 1600 168 1990 211 215 230 260 26th 270 275 31st 350 35th 380 382 444 520 84 89 95
abdul aby accent accident accountant acquir acting actor adjourn adl admission advertis afc agreed ahmed ahrar
airlift ais ak alarm altitud amdjaras amus anad analys analysi angl angry ankl antenna antonov applaud applaus
arak arauc arbitr arih armoured ascrib assistanc assuranc asylum attorney auditor authoriz avdiivk aveng avoid
awak awass baby badg bahir bakhmut balaka balloon baloch bamy banana barak bash basqu bayd bayonn belg bend
berdzor berlin bijeljin bilal binocular birao biscuit blacken blunt bol bolt booty borno bourzang bowl brand
brazil brdsk brest broad bucket buckwheat burkin cabd cach cake cane cannery canva carib catechist catholic
cdr cebu ced cede censu certif ces champion cheap chechen chiefdom chishk chkhetian circular clarific cobasn
colour commenc commerc compens compil concession conclusion confession confidential confin constrain contend
context contrar convict convo correspond corroborat cossack counsellor counter crack credibl creek critic cud
curfew dafok dang dansadau debat debt decisiv defect degr delt develop dialysi diaspora difficult dioces
disappear disciplinary dismantl disord disseminat djugu dogo donat dong dream drill drunk dub dump dynamo
economy entr equal equator er erdog ergnet estim eta ethnic exaggerat excellenc execution exhum existenc expir
fadil fair fajr fake familiar farabougou faro faso fate fatigu faysal fee fired fob forbad foresaw forgery
formal former formula fourteenth frag framework freight frighten fsb futur galmudug game garm gath generou
ghaleb glov goalkeep grandfath greec guardsmen gul gumuruk gunboat gunship gunshot haddad hadram hadramout
hait hajj hamad hamd han handwritten hano hargeis harith hashd haw headlight hearsay hedg hen herself
highlight honiar hopeful horn hotlin hq huambo hussein identity idris ignit ilyushin imphal indigenou indones
infant infiltrat informed inn innocent interfax interpreter intervention invest islam itur ivor jaber jaffn
jamal jamb jazir jim jnim john jolo joseph kal kamajor kambon karabakh karar kat kataib kay kettl khaled kharg
khiam khurmatu kia kiev king kla knin kniv koban kodok kordof kum kupiansk kurmuk kurram kyat labijar lang
latrin leed legibl leon lev lid lighthous liiba lion lomb lord love luck luhansk lukavac lunchtim m4 mabrouk
machar magharb maig mainland manbij mangrov margin martial marw master maternity matin matron mayun med medium
megaphon memo menu midday migration milk millimetr minusc miscreant mix moderat mosquito mozambiqu mp mud mued
multipl museum muster nad nalut naqas nasser nationality nbn neglect netherland newsread nguban niec nigerien
nil ninet nokou noodl nugaal obey objection objectiv oleh omr oostkad operating option organization osadch
oslo outgo overhead overlook pa paediatrician pagoda palacio pallet pardon partial participant pavel pdf
peaceful peach penalty peninsula perim perish persuad petro pigeon planned politician portrait pos potato
potok prematur premis preserv principal proclaim production progressiv promot qardabiy qassab qatrun quarry
quet rad rahad raq ravin rebellion recognition recollection reconnaissanc reduc reef refused relinquish
relocat represent requisition retract ric rid risen roadsid rome rubkon rumor rung rush rust sabotag salim
samar sandal sandbag sardin sbp scar schoolmistres scorch seldom sequenc seriou shaer shak shamil sharif sher
shi shil shook shortag shrapnel shush shuttl similar sirdib sixteenth slid smerch snak socotr sorry soul spain
spirito sponsor spoon srinagar stray strongest stump sulin sult sultanah summary sunris supervisor suspension
suspiciou swept ta tablet tabor taip tajikist tamanrasset tamim tan tawfiq telex temporary thief thigh thirsty
throat throughout tick tidy tiger tighten timbuktu timetabl titl toast tokmak tol tonn torn tourist translated
trauma tray treasury tub tuesday uli umar umd unaccount unask unconfirmed universit unopen unsign untru
updated upper uproot upward v variou venkataram verbal vers veteran vien vilniu volunteer wagon walid wanjal
wau wfp whitlock wid wip witness wolnik wor wrap y yaqub yen yield zab zabihullah zam zamboang zamzam zaw zawq
zebit zo zuwaid
""",
}
