// Places by GeoNames, https://www.geonames.org, licence CC BY 4.0, https://creativecommons.org/licenses/by/4.0/
// Changed: a choice of places, rounded to hundredths of a degree. Made by make vendor; do not edit.
export const PLACES = `AD Andorra
4251+152 Andorra la Vella
AE United Arab Emirates
2365+5371,Zayed City
46-98 Ar Ruways
8+303;Al Ain City
26-136:Abu Dhabi
63+91:Dubai
4+103,Fujairah
21-93:Sharjah
46+53;Ras Al Khaimah
8-92 Abū Mūsá
AF Afghanistan
3015+6260 Rūdbār
29-76 Mīrābād
11+195 Khān Neshīn
98-100 Khāsh
3+370 Arghestān
3-212,Lashkar Gāh
2+134;Kandahār
50+120 Qalāt
26-479,Farah
26+376 Tarinkot
22+257 Zarghūn Shahr
8-182 Uruzgān
37-448 Shīnḏanḏ
4+777,Khōst
21-150,Ghazni
5+81,Gardez
12-310,Nīlī
39-182 Shahrak
24-211;Herāt
8+825;Jalālābād
9-520 Fayrōz Kōh
1+392:Kabul
14-810 Eslam Qaleh
7+590,Bāzār-e Yakāwlang
8+86,Bāmyān
5+332,Asadābād
7-937 Qarah Bāgh
5+135 Qala i Naw
32+639,Bāzārak
24-395 Qal‘ah-ye Shahr
18-179,Ghormach
12+266 Sang-e Chārak
7-166,Maymana
21+393,Baghlān
13-69,Aībak
41-227,Shibirghān
4+136;Mazār-e Sharīf
2+175,Kunduz
1+67,Taloqan
21-441,Andkhoy
17+546,Fayzabad
AG Antigua and Barbuda
1712-6184,Saint John’s
AL Albania
4047+1948,Vlorë
15+130,Korçë
49-70,Elbasan
21-63,Durrës
1+37;Tirana
AM Armenia
3921+4641,Kapan
97-190:Yerevan
0+122 Vardenis
61-188,Gyumri
AO Angola
-1750+2267 Jamba
43-694,Ondjiva
38-83,Humbe
40-59,Cahama
49-247,Tômbua
1+852 Mavinga
6-741,Virei
53-80;Mossamedes
28+134;Lubango
19+154,Matala
7+266;Menongue
1-79 Cuchi
54-366,Camucuio
1+820 Lumbala
23-701,Caluquembe
6+136 Chipindo
4-70 Calonamba
22+154 Chitembo
8+299 Calandula
43-537,Cubal
8+81 Ucuma
18+68;Huambo
20-234;Benguela
1+283,Catchiungo
10-209,Bocoio
9+279;Cuíto
3-216,Balombo
12+78,Alto Hama
21+193,Camacupa
12+542,Cazombo
12-298;Luena
9+92 Cameia
20-414,Andulo
7-158,Cela
21-128;Sumbe
18+636 Dala
18-582,Gabela
11+334,Luquembo
3+450,Luau
12-90 Muconda
8-530,Mussende
36+325 Cacolo
7-172 Cambundi Catembo
8-265,Calulo
32-47,Dondo
2+596;Saurimo
12-405;Malanje
12-59,Cacuso
12-84,N'dalatando
15-149;Calumbo
0+586 Lubalo
9-623;Ramiros
15+32;Viana
0+368 Kunda dya Baze
7-382:Luanda
6+10;Kikolo
1+467,Cafunfo
10-320,Bula Atumba
2-64,Úcua
23+658,Lucapa
3-544,Nzagi
15+423 Cuilo
25-511 Quixico
14-131 Ambriz
4+69 Bela Vista
20+126;Uíge
14+198 Cambundi
16-104 Sanza Pombo
1+473;Chitato
7-786 N'zeto
34+215 Banza Damba
62-78,Mbanza Kongo
14-187;Soyo
7+274,Maquela do Zombo
50-292;Cabinda
AR Argentina
-5481-6832,Ushuaia
30+112 Tolhuin
72-51,Río Grande
216-154,Río Gallegos
129-303 El Calafate
35+336 Comandante Luis Piedrabuena
66-397 El Chaltén
2+516 Puerto San Julián
56-252 Gobernador Gregores
100+435 Puerto Deseado
116-503 Perito Moreno
5+200 Las Heras
9+141,Caleta Olivia
59+3,Comodoro Rivadavia
17-277 Río Mayo
10+119 Sarmiento
55-175 Alto Río Senguer
24+511 Camarones
75-489 Gobernador Costa
19+155 Paso de Indios
61+374,Trelew
34-601 Esquel
34+704 Puerto Pirámides
61-725 El Bolsón
35+617 Sierra Grande
28-419 Ingeniero Jacobacci
18-176,San Carlos de Bariloche
31+322 Los Menucos
2+509,Viedma
9-195 San Antonio Oeste
5-121 Valcheta
17-110 Ministro Ramos Mexía
8+359 Guardia Mitre
24+105 Stroeder
3-873 San Martín de los Andes
6+689 General Conesa
5-562 Piedra del Águila
12+174 El Cuy
43+566 Pedro Luro
21-298 Choele Choel
5-526 Aluminé
14+384,Villa Regina
11+298 Río Colorado
4-396;Neuquén
2-117,Cutral-Có
3-84,Zapala
1+693 Juan Cousté
17+87;Bahía Blanca
0+98 Coronel Dorrego
17+255,Necochea
17-154,Tres Arroyos
3-851 Añelo
28-182 Loncopué
7+1305;Mar del Plata
1-379 Coronel Pringles
11-644 Catriel
3+953,Balcarce
16-490 Darregueira
2+335 Benito Juárez
21-212,Coronel Suárez
8-834 Chos Malal
0+567 General Acha
5+546,Tandil
19-453 Macachín
3+680,Pinamar
22-345,Olavarría
14-264 Salliqueló
13-133,Santa Rosa
2+254 Daireaux
3+506,Mar del Tuyú
22-1132 La Humada
3+1033,Dolores
9-926 Santa Isabel
0+582,San Carlos de Bolívar
1-432 Victorica
21+634 Las Flores
4-363,Trenque Lauquen
16+83,Pehuajó
15-186,General Pico
2+398,Saladillo
5-478 Caleufú
1+655,Chascomús
10-1158 Malargüe
4+871,Nueve de Julio
25+178,Lobos
4-685 Unión
12+294 General Villegas
5-469,General Alvear
6+975,La Plata
2-207,Chivilcoy
3-151,Lincoln
3-284 Huinca Renancó
8-88 Buena Esperanza
9+652;Merlo
2-70,Mercedes
3-890,San Rafael
1+995:Buenos Aires
2-257,Junín
46-244 Laboulaye
3+437,Zárate
18-537 Vicuña Mackenna
3+382,Pergamino
14-140,Venado Tuerto
7-349,Villa Mercedes
0+579,San Pedro
10-935,Tunuyán
12+147 La Paz
4+425 La Carlota
9+309,San Nicolás de los Arroyos
4-611,San Luis
15+701,Gualeguay
1-504,Río Cuarto
8-127 La Toma
4+710,Gualeguaychú
6-212;Rosario
6-821,Mendoza
7+745,Cañada de Gómez
16-90 Leones
25-94,Villa María
2+345,Nogoyá
2-615 Luján
10-248 Primero de Mayo
7+672 El Trébol
2-241,Río Tercero
23-108 Villa Dolores
8+616,Villaguay
20-87 María Grande
2-957 Barreal
0+876;Santa Fe
7-783,Rawson
16+549 Arroyito
0+97,San Francisco
1-211:Córdoba
2+617,Concordia
7-707 Salsacate
7+360,Rafaela
29+271 Federal
17-181 San Justo
4+261,Chajarí
1-167 La Paz
1-515 Cruz del Eje
2+279 Morteros
1-206 Villa del Totoral
7-340 Villa San Agustín
27+116 Chamical
5+508 San Cristóbal
7-752 San José de Jáchal
23+922 Esquina
10-419 Villa de María
2+344 Calchaquí
1-167 Ceres
9+390,Curuzú Cuatiá
38-881,La Rioja
13+180 Recreo
5+329 Tostado
5+369,Mercedes
2-942,Chilecito
1+785,Reconquista
1-300 Villa General Mitre
23+371 Gobernador Juan E. Martínez
15-927 Vinchina
20+140 Aimogasta
2+964 Colonia Carlos Pellegrini
4-665 Villa Atamisqui
3-197,Catamarca
1+296 Añatuya
0+72 Los Juríes
7+422 Concepción
26-88,San Lorenzo
6-879 Tinogasta
12+239 San Pedro de Guasayán
2+174 Suncho Corral
2+768,Apóstoles
11-851;Santiago del Estero
5+664 Nuestra Señora del Rosario de Caá Catí
9-224 Charadai
1-717 Belén
0+461 Quimilí
6+573,Ituzaingó
1-963 Andalgalá
0+561,Villa Ángela
9-97 Gancedo
0+656,Oberá
2-371;Corrientes
4-678,Aguilares
4+969;Posadas
6-1183 Palo Blanco
51+254;San Miguel de Tucumán
2-86 San José
1+563,Presidencia Roque Sáenz Peña
21-241 Campo Gallo
4+351,General José de San Martín
4-184 Pampa del Infierno
10+656,Eldorado
17-722 Pampa de los Guanacos
5+367;Formosa
11-781 Cafayate
1-143 Antofagasta de la Sierra
11+679,Juan José Castelli
22+151 Pirané
11-416 Taco Pozo
12-170,San José de Metán
29+511 Ibarreta
9-630 Cachi
1+203 Joaquín V. González
30-129;Salta
10+483 Las Lomitas
28-341 Apolinario Saravia
17+276 Laguna Yema
4-508 San Antonio de los Cobres
3+103;San Salvador de Jujuy
29+343 Ingeniero Guillermo N. Juárez
9-293,Libertador General San Martín
34+191 Coronel Juan Solá
7-349 Susques
19+102 Humahuaca
0+178 Hickmann
7-75,San Ramón de la Nueva Orán
86-38 Los Toldos
1+199 Santa Victoria Este
AS American Samoa
-1428-17070 Pago Pago
5+119 Taʻū
317-158 Taulaga
AT Austria
4662+1431,Klagenfurt am Wörthersee
21-154 Lienz
14-222 Pfunds
10+489;Graz
19-405,Innsbruck
31+284 Liezen
23-119,Salzburg
20+213 Scheibbs
21+120:Vienna
10-208;Linz
35+137 Horn
AU Australia
-4288+14733;Hobart
76+74 Swansea
4-251 Queenstown
64+157,Launceston
12+111 St Helens
14-189 Devonport
33-123 Smithton
92-127 Currie
145+138 Phillip Island
10-274,Warrnambool
3-89 Portland
1+198 Colac
14+296 Traralgon
5-218;Geelong
32-358 Mount Gambier
1+683 Bairnsdale
1-265:Melbourne
7-294 Hamilton
4+644 Orbost
13-461,Ballarat
1+590 Mallacoota
8-974 Beachport
19+292 Ararat
24+316 Mansfield
2-95 Seymour
7-440 Naracoorte
9+654 Falls Creek
4-743 Kingston South East
7+443,Bendigo
5-208 Horsham
4+764 Bega
29-444,Shepparton
1-242 Donald
6-221 Bordertown
5+771 Kosciuszko National Park
14-159,Wodonga
23-683 Tintinara
8+416 Cohuna
8-185 Hopetoun
2+781 Batemans Bay
5-1254 Kingscote
0+817 Berrigan
9-721 Encounter Bay
4+635 Deniliquin
19-140 Swan Hill
1-303 Lameroo
2+770 Tumut
3+91;Canberra
3-967 Tailem Bend
12+789 Wagga Wagga
3+328 Sanctuary Point
7-3275,Albany
10+2072:Adelaide
16-100 Minlaton
2+1212 Goulburn
2-1385 Port Lincoln
9+769 Balranald
6-79 Robinvale
7+207 Hay
6+270 Temora
3+335;Wollongong
1-1176 Truro
10+917 Young
2-225 Griffith
5-2990 Manjimup
5+2601,Mildura
1-217 Waikerie
0+76 Renmark
22-2567 Margaret River
1+505 Hopetoun
1+1750 Wallaroo
7+1358:Sydney
1-2932 Esperance
3+1672 Clare
12+1172,Blue Mountains
2-3277 Katanning
1+1936 Cowell
20+862 Hillston
5+583;Central Coast
10-3573,Bunbury
3+3073 Lake Cargelligo
2+273,Orange
14-1268 Kimba
0+1176 Parkes
4-2972 Lake Grace
1+2869 Condobolin
4-1169 Wudinna
2+210 Whyalla
6+128 Peterborough
4-2166 Narrogin
0+3460;Newcastle
13-1757 Streaky Bay
21+1538 Mudgee
6-3387,Mandurah
14+2670 Menindee
4-438 Quorn
2-2017 Corrigin
7+3302 Muswellbrook
2-229,Dubbo
4-2682 Norseman
2+3074 Forster
5-1885 Ceduna
16+778 Broken Hill
2-2559:Perth
12+3386 Coolah
18-3305 Northam
9+2671 Wilcannia
0+381 Nyngan
6-136 Cobar
2-2756 Merredin
5+3464,Port Macquarie
15-363 Coonabarabran
5-2996 Southern Cross
14+3161,Tamworth
7-3559 Lancelin
7+3305 Coonamble
6-3167 Wongan Hills
14+475 Kalgoorlie
11-547 Moora
8+2090 Roxby Downs
6+1477 Armidale
11-106 Barraba
7-83 Narrabri
1-3474 Jurien Bay
1+3807,Coffs Harbour
21-717 Bourke
13+92 Brewarrina
19+425 Inverell
9+101 Mitchell
0+81 Grafton
22-309 Moree
3-186 Lightning Ridge
22-3197 Morawa
16+3601 Tenterfield
4-1727 Coober Pedy
3+1424 Mungindi
9-2766 Leonora
7+3199 Goonellabah
4-3871,Geraldton
15+779 Laverton
4+2583 Dirranbandi
4+208 Goondiwindi
1-3480 Mullewa
20+117 Yalgoo
12+3535 Warwick
15-635 Cunnamulla
1-2783 Mount Magnet
6+3558;Gold Coast
5-482 St George
3-2791 Leinster
4+3057 Millmerran
17-3710 Kalbarri
15+3778,Toowoomba
9+108:Brisbane
29-177 Dalby
44-63 Chinchilla
8+245;Sunshine Coast
5-881 Quilpie
1-2578 Meekatharra
3+3030 Roma
3+305 Kingaroy
6-387 Mitchell
7-173 Charleville
13-1411 Pukatja
15-555 Warburton
1+2338 Wandoan
13+303 Cooloola Cove
6-3946 Denham
30+3808 Gayndah
34+116,Hervey Bay
5-2178 Yulara
29+1908 Theodore
7-3641 Carnarvon
1+3869,Bundaberg
1-123 Monto
44-566 Blackall
2+506 Biloela
11-1900 Petermann
0+204 Hugh
8+1834 Agnes Water
8-244 Woorabinda
18-1668 Hermannsburg
10+1848,Gladstone
15-1738 Alice Springs
12+1500 Blackwater
3-359 Barcaldine
3+287 Emerald
8-391 Longreach
6+626,Rockhampton
2-3077 Newman
22-596 Coral Bay
32+3386 Clermont
13-2985 Tom Price
10+3056 Dysart
21-531 Winton
12-1125 Yuendumu
1+163 Anmatjere
25+1463 Moranbah
4-1254 Sandover
3-2139 Exmouth
4+599 Nullagine
21+2857 Nebo
4-3357 Onslow
0+121 Pannawonica
37+2498 McKinlay
6-1804 Telfer
4-352 Marble Bar
2+2943,Mackay
31-497 Hughenden
10-2735 Karratha
1+2265 Mount Isa
0+364 Richmond
1+546 Bloomsbury
1-809 Cloncurry
5+123 Julia Creek
11+610 Collinsville
24-2923 Port Hedland
19+3030 Whitsundays
4-265 Charters Towers
7+199 Bowen
3-1853 Tanami
6+840 Camooweal
27-393 Tennant Creek
8+1322 Ayr
30-60;Townsville
29-2180 St George Ranges
30-323 Lagrange
3+2438 Ingham
31-1552 Lajamanu
12-297 Halls Creek
2-210 Fitzroy Crossing
21-138 Camballin
3-195 Broome
2+1659 Doomadgee
1+709 Tully
26-484 Normanton
37-1745 Derby
15+2148 Dimbulah
4-1963 King Leopold Ranges
18-261 Dampier Peninsula
1+2290,Cairns
29-637 Wellesley Islands
56-309 Borroloola
29-757 Kununurra
26+1546 Laura
3-1608 Wyndham
2+1363 Kowanyama
0+350 Cooktown
24-1117 Miniyeri
31-102 Mataranka
19+167 Ngukurr
26-247 Katherine
23-274 Wadeye
39+690 Alyangula
5-507 Douglas-Daly
44+1038 Aurukun
57+161 Lockhart River
4-1186 Marrakai
8+136 Jabiru
5+904 Weipa
16-1104,Darwin
28+594 Nhulunbuy
8-186 Milingimbi
5-69 Maningrida
2+133 Galiwinku
27-493 Wurrumiyanga
118+1159 Thursday Island
AW Aruba
1252-7003 Oranjestad
AX Aland Islands
6010+1993 Mariehamn
AZ Azerbaijan
3875+4885,Lankaran
46-344,Naxçıvan
0+308,Jalilabad
73+44,Şirvan
11-239 Vank
0+92,Aghjabadi
20+338 Neft Daşları
13-95:Baku
21-22;Sumgayit
3-252,Yevlakh
1+149,Shamakhi
5-228;Ganja
41-99 Gazakh
10+180,Sheki
27+164,Xaçmaz
17-217,Zaqatala
BA Bosnia and Herzegovina
4271+1834,Trebinje
63-53,Mostar
51+55;Sarajevo
33-200 Bosansko Grahovo
2+154,Zenica
34+77,Tuzla
24-146;Banja Luka
4-134,Bihać
BB Barbados
1311-5962,Bridgetown
BD Bangladesh
2144+9201;Cox’s Bāzār
76+21;Bāndarban
3-151,Uttar Char Fasson
8-92,Sarankhola
3+204:Chattogram
35+40;Karnaphuli
1-186;Barishal
11-81:Khulna
6+154,Maijdi
3-120,Tungipara
27-69;Jessore
6+144;Chāndpur
23+54;Comilla
15-135,Farīdpur
10+57:Dhaka
11-4;Pallabi
10+35;Narsingdi
8-30:Gazipur
1-118,Pābna
3+177;Ashuganj City
2-113;Nāgarpur
12-28,Shāhzādpur
19-100;Rajshahi
4+39;Natore
5+72,Sirajganj
6+165,Baniachang
7-309,Nawābganj
17+214;Mymensingh
4-146,Pār Naogaon
10-42;Mohammadpur
0+334;Sylhet
2-192,Jamālpur
8-63;Shibganj
63-68;Dinajpur
12+61:Rangpur
3-36,Saidpur
BE Belgium
5000+572 Bastogne
41-128;Charleroi
6+43,Namur
16+70,Liège
22-122:Brussels
20-63;Gent
16-50,Brugge
1+118;Antwerp
BF Burkina Faso
990-436 Mangodara
74-39,Banfora
44+547 Kompienga
2-283,Léo
8-218;Bobo-Dioulasso
32+77,Houndé
3+75 Fara Department
13+170 Manga
8+285 Namponkoré
30-618,Bama
2+476,Fada N'gourma
19-273,Koudougou
0+194,Pouytenga
12-110:Ouagadougou
9-193,Dédougou
50+120,Yako
2+211 Bogandé
9-292 Tougan
2+199,Kaya
8-281 Barani
41+147,Ouahigouya
45+239,Dori
7-160,Djibo
13+76,Aribinda
BG Bulgaria
4165+2537,Kardzhali
9-135 Sarnitsa
27-92,Blagoevgrad
14+165;Plovdiv
28+89,Stara Zagora
8+183;Burgas
18-114,Sliven
1-301:Sofia
0+86 Pirdop
38+145,Veliko Tŭrnovo
13-207,Vratsa
1+435;Varna
5-99,Shumen
15-230,Pleven
41-138 Lom
2+271,Ruse
7+88 Glavinitsa
BH Bahrain
2626+5061,Al Muharraq
BI Burundi
-397+2944,Rumonge
54+48,Gitega
5-56;Bujumbura
BJ Benin
637+242;Cotonou
27-70,Lokossa
34+94,Pobé
20-67,Abomey
75-1,Savalou
56+45 Ouessé
52-76,Bassila
33+96;Parakou
60+58,Nikki
29-121,Péhonko
0+66,Bembèrèkè
7-128,Natitingou
53+72,Kérou
10+159 Ségbana
20-75,Kandi
74+44,Malanville
BM Bermuda
3230-6479 Pembroke Parish
BN Brunei
488+11483,Sengkurong
BO Bolivia
-2209-6559,Villazón
7+191,Yacuiba
48-105,Tarija
10-99 Tupiza
18+225,Villamontes
21-296 Porco
41+122 Camargo
34-172 Colchani
26+341 Camiri
13-134 Ckochas
33-89,Potosí
27+145 Padilla
28-96;Sucre
14+188 Abapó Viejo
40-73 Vallegrande
7-247 Llallagua
9+682 Roboré
36-733;Oruro
3+175,Mizque
2+81 Comarapa
8-388 Curahuara de Carangas
5+523:Santa Cruz de la Sierra
1+541 Puerto Quijarro
38-606 Villa Yapacaní
2-233;Cochabamba
14-175 Patacamaya
12+468 Mineros
13-192 Chimoré
1-207 Quime
48-93:La Paz
12+719 San Ignacio de Velasco
49-223 Ascención de Guarayos
6-438,Caranavi
6-108 Sorata
52+48 Mapiri
26+253 San Ignacio de Moxo
14-111 San Borja
2+185,Trinidad
39-263 Rurrenabaque
36+74 Santa Rosa de Yacuma
31-134 Ixiamas
3+270 Santa Ana de Yacuma
47+81 San Ramón
224-415 Cobija
2+272,Riberalta
BR Brazil
-3352-5337,Santa Vitória do Palmar
95-1 Jaguarão
54+128,Rio Grande
26-24;Pelotas
32-76 Piratini
12-101,Bagé
22+319 Mostardas
13-375,Dom Pedrito
13+286,Camaquã
31-71 Encruzilhada do Sul
3-96,Caçapava do Sul
17-84,São Gabriel
8+381 Palmares do Sul
23-72:Porto Alegre
25-456,Alegrete
3-130,Uruguaiana
0+708,Capão da Canoa
3-242,Santa Cruz do Sul
4-138;Santa Maria
0+268;Novo Hamburgo
35-196 Arroio do Tigre
14-178,Santiago
2+335,Bento Gonçalves
0+34;Caxias do Sul
4-537,Itaqui
8+641 Cambará do Sul
18-204 Arvorezinha
19+281,Criciúma
2-663,São Borja
3+291 Ibirubá
12+216,Vacaria
4+192,Tubarão
6-595,São Luiz Gonzaga
2+105,Ijuí
2+227 Ibiraiaras
11-77,Passo Fundo
5+325;São José
31-415,Palmeira das Missões
3-117,Santa Rosa
5+415,Lages
19-195,Erechim
3+373;Florianópolis
20-267,Campos Novos
4-217,Frederico Westphalen
8+281,Curitibanos
7+94,Rio do Sul
11-298,Chapecó
18+355;Blumenau
1+41,Itajaí
13-236,Caçador
5-250,São Miguel d'Oeste
25+153,Palmas
18+314;Joinville
7-224,União da Vitória
5+70,Canoinhas
7+58,Mafra
3-325,Francisco Beltrão
56+453,Paranaguá
5-212,Irati
4+138:Curitiba
2-315,Laranjeiras do Sul
2+95,Guarapuava
9-262,Medianeira
20+393;Ponta Grossa
14-330;Cascavel
20+170,Pitanga
0+326 Barra do Turvo
5-524,Toledo
12+94 Campina da Lagoa
10+496,Registro
17-278,Telêmaco Borba
8+91,Jaguariaíva
6+292,Itanhaém
10-746,Guaíra
4+187,Campo Mourão
6+350,Itapeva
2+255;Santos
7-910 Paranhos
12+211,Umuarama
8+676;São Bernardo do Campo
7+115,Caraguatatuba
2-422 Salto do Itararé
1+158,Itapetininga
4-341,Apucarana
0+482:São Paulo
2-15;Osasco
1+60;Mogi das Cruzes
2-127;Sorocaba
4+93:Guarulhos
3-541;Maringá
7+408,Tatuí
5-330;Londrina
5+386,Itu
7+42;Jundiaí
1+99;São José dos Campos
8-934,Amambai
3+276,Paranavaí
1-172,Naviraí
2+502 Cerqueira César
1+361;Taubaté
2+124,Angra dos Reis
3-555,Ourinhos
3+333,Bragança Paulista
3-660 Loanda
1+608:Campinas
0+388:Rio de Janeiro
2-526,Botucatu
0+641;Cabo Frio
2-31,Araruama
2-144,Itaguaí
3-782 Centenário do Sul
0+641,Guaratinguetá
3+188;Duque de Caxias
3-14;Nova Iguaçu
2+59;Itaboraí
1-479;Piracicaba
7-276,Assis
10+301;Limeira
2-833,Ponta Porã
1+1379,Rio das Ostras
1-216;Volta Redonda
2+92;Petrópolis
3-127,Resende
10-250,Mogi Guaçu
6-211;Bauru
1+50,Jaú
2+603,Nova Friburgo
5-1081,Nova Andradina
0+740,Pouso Alegre
1-887,Dourados
1+486;Marília
8-144;Presidente Prudente
1+634,São Lourenço
1-1148 Bela Vista
9+864;São Carlos
9-262,Tupã
14+233,Araraquara
0+162,Poços de Caldas
3-556,Presidente Epitácio
0+329,Ibitinga
0+548;Juiz de Fora
1+202;Campos dos Goytacazes
1-298 Andrelândia
4-1357 Porto Murtinho
2+814,Lins
7-543,Maracaju
6+974,Varginha
7-1071 Jardim
0+461,Dracena
1-285 Nova Alvorada do Sul
0+738,Mococa
22+86 Alterosa
0+114,Lavras
2+123,Barbacena
2-666,Araçatuba
1+854,Itaperuna
2-592;Ribeirão Preto
4-116,Catanduva
1+660,Muriaé
1-57,Ubá
19-1202,Sidrolândia
8+1385,Cachoeiro de Itapemirim
3-827;São José do Rio Preto
3-232,Três Lagoas
7+509,Passos
2+178,Oliveira
3+433,Guarapari
1-329,Conselheiro Lafaiete
10-478,Barretos
2-815 Bodoquena
0+932;Franca
7-839,Aquidauana
1+1036,Formiga
1-745 Água Clara
1-177;Campo Grande
0+89 Ribas do Rio Pardo
2+1085,Ponte Nova
14-734,Fernandópolis
2+822,Manhuaçu
5-890,Santa Fé do Sul
7+604;Divinópolis
1+458;Serra
6-81,Afonso Cláudio
5-782,Frutal
1+296 Bambuí
8+193;Contagem
1+11:Belo Horizonte
4-104,Nova Serrana
13-295;Uberaba
2-400 Inocência
0+173,Iturama
5-99,Paranaíba
6+796,Itabira
0+159 Pocrane
3-530,Araxá
5+631,Colatina
7-362;Sete Lagoas
0+171;Ipatinga
7-1203 São Gabriel do Oeste
1+1450,Linhares
8-598,São Gotardo
9+111,Pompéu
11-679 Cassilândia
10-592,Corumbá
4+819,Ituiutaba
3+247,Patrocínio
2-129;Uberlândia
2+275 Paineiras
5+358;Governador Valadares
6-1067,Chapadão do Sul
2+969,Guanhães
1-150,Curvelo
0+354,Barra de São Francisco
4-661,Monte Carmelo
0+764,São Mateus
7-833,Araguari
7+167,Patos de Minas
2-461 Caçu
5-363,Coxim
6+431,Quirinópolis
3+123,Itumbiara
10-449 Alcinópolis
7+1011,Diamantina
4-164 Três Marias
4-271,Catalão
8+840,Mucuri
10-736 Vazante
11-481,Jataí
1+754 Buenópolis
1+267,Teófilo Otoni
2+116,Nanuque
4-1058;Rio Verde
6+230,Caldas Novas
0+246,João Pinheiro
5+365,Capelinha
11-1224 Sonora
1+221,Mineiros
3+1281,Teixeira de Freitas
2-971 Pontalina
12-93 Acreúna
0+681 Olhos d'Água
6-137,Pirapora
3-828 Alto Araguaia
1+494,Pires do Rio
8+141,Paracatu
1-728 Itiquira
13+1321 Águas Formosas
4+141,Itamaraju
3-648 Brasilândia de Minas
5-580 Caiapônia
11+974,Araçuaí
1+191 Jucuruçu
2-908;Aparecida de Goiânia
5+162,Cristalina
3+376;Montes Claros
6-539:Goiânia
5+418 Ponto Chique
6+218 Grão Mogol
5-748,São Luís de Montes Belos
3-232 Ribeirãozinho
2-195;Rondonópolis
2+1558,Porto Seguro
1-1206,Iporá
6+1154,Eunápolis
2-733,Unaí
1-685 Guiratinga
2-217 Lucas
0+698;Anápolis
7-767,Poconé
1+867;Luziânia
3+647 Medina
4+79,Almenara
1-160,Salinas
4-345 Urucuia
5+166 Patis
1-1360,Cáceres
5+787,Itaberaí
7+495,São Francisco
6-740,Barra do Garças
4-620 Porto Esperidião
1+407 Poxoréu
2+378 Itapirapuã
2+730,Janaúba
2-462:Brasília
2-35;Águas Lindas de Goiás
8+933,Canavieiras
6-870,Planaltina
0+123 Buritis
2-968;Cuiabá
5+93,Campo Verde
1+784,Formosa
4+609 Cândido Sales
2-313,Januária
14+70,Jaíba
2-1433 Lambari d'Oeste
0+77 Porto Estrela
0+811,Goianésia
1+350 Chapada Gaúcha
0+361 São João do Paraíso
6+176,Itapetinga
2-1909,Pontes e Lacerda
6+1106,Padre Bernardo
1-152 Rubiataba
15-1015 Vila Bela da Santíssima Trindade
6+1372 Formoso
2+341,Espinosa
1-826 Aruanã
1-194 Novo São Joaquim
4+1218;Vitória da Conquista
8+156;Itabuna
8-824 São João d'Aliança
5-726 Planalto da Serra
0+242 Nova Xavantina
4-513,Tangará da Serra
7+752 Crixás
2+960,Poções
1-877,Uruaçu
5+68,Niquelândia
4-559 Paranatinga
2-240 Diamantino
11+1269 Carinhanha
8+98,Guanambi
2+111,Brumado
2-286 Cocos
9-184,Posse
4-579,Água Boa
19+1207,Jequié
3-1599,Nova Mutum
1+80 Santa Rita do Trivelato
2+782 Cavalcante
6+797,Gandu
6-1840,Campo Novo do Parecis
2-190 Comodoro
2+1795,Livramento de Nossa Senhora
3-110,Riacho de Santana
7-1588,Sapezal
1+1060 Minaçu
8-850 São José do Rio Claro
1+757,Porangatu
5+495,Santa Maria da Vitória
10+325 Iramaia
1-921 São Miguel do Araguaia
2+674,Bom Jesus da Lapa
2-966 Gaúcha do Norte
5-773 Cerejeiras
11-147,Rolim de Moura do Guaporé
1+637,Lucas do Rio Verde
3+914 Campos Belos
1-848 Nova Ubiratã
1+1255,Macaúbas
4+421:Salvador
1-77,Santo Antônio de Jesus
21-469 Serra Dourada
2-1620,Vilhena
0+364 Tapurah
4+1819,Camaçari
7-271,Vera Cruz
1-685 Paranã
2-432 Querência
5-870 Chupinguaia
0+519,Sorriso
1+579 Sandolândia
1+961,Itaberaba
5-881 Alvorada
4-1511 Costa Marques
2+2246,Seabra
2-467 Taguatinga
1-848 Feliz Natal
12+1595;Feira de Santana
5-833 Conceição do Tocantins
3+408 Ibotirama
2-829 Bom Jesus do Araguaia
1+1177,Ipirá
1-525,Barreiras
1+657,Alagoinhas
2-1958 Brasnorte
1+2031 Praia do Baixio
2-810,Luis Eduardo Magalhães
4-1778 São Francisco do Guaporé
2+1931 Cotegipe
6-1769 Alta Floresta d'Oeste
11+645;Sinop
0+1503 Mundo Novo
13-860,Gurupi
4-1364 São Miguel do Guaporé
3+2370,Serrinha
3-781 Dianópolis
1-385 São Félix do Araguaia
7+951,Morro do Chapéu
7+323,Rio Real
3-1019 Santa Rosa do Tocantins
1-1333,Cacoal
1+1895 Gentio do Ouro
1-1625,Juína
4+1874,Capim Grosso
7-1681 Tabaporã
1+1496,Irecê
4-1566,Juara
0+1815,Santaluz
8-114,Jacobina
9-1394 Marcelândia
0+1131,Barra
8-138 Santa Rita de Cássia
7-2505 Assis Brasil
2+3192,Lagarto
1+58;Aracaju
2-2488,Ji Paraná
6+2341,Ribeira do Pombal
1-1691,Colíder
2+271 São José do Xingu
1+312 Lagoa da Confusão
1-1572,Guajará Mirim
4+1780 Ponte Alta do Tocantins
1+621 Umburanas
2-709,Porto Nacional
3+1099,Itabaiana
4-1414,Confresa
9+515 Mateiros
4+740,Euclides da Cunha
4-1149 Santa Terezinha
1+1032,Senhor do Bonfim
2-2228,Jaru
0+1731 Corrente
10-2203 Plácido de Castro
5+3060,Penedo
7-1839,Peixoto de Azevedo
1-885 Buritis
3+438 Aripuanã
0+1058,Paraíso do Tocantins
0+791 Laje
1-737;Palmas
1-406 Santa Cruz Do Xingu
8+1404,Jeremoabo
4-596 Curimatá
3-681 Vila Rica
1+864,Pilão Arcado
3-2533;Rio Branco
1+1198 Carlinda
0+815 Novo Acordo
5-1536,Ariquemes
1+447 Cotriguaçu
5+76 Nova Bandeirantes
1+1833 Uauá
1-586 Gilbués
3-431 Marianópolis do Tocantins
0+1197,Poço Redondo
3-2868 Extrema
2+2970;Arapiraca
8+92:Maceió
1-2074 Paranaíta
4+1440,Remanso
3-459 Lizarda
6-192 Miranorte
1+558,Campo Alegre de Lourdes
8-1897,Machadinho d'Oeste
1-990 Jordão
2+1286 Colniza
0+2081,Paulo Afonso
1-548 Guaribas
0+319;Petrolina
2+325,Santana do Ipanema
4-1310,Santana do Araguaia
0+245 Rio Sono
15-1529 Itapuã do Oeste
3+2716,União dos Palmares
5-990 Alto Parnaíba
4+157 Bom Jesus
1-2431,Sena Madureira
4+2597,São Raimundo Nonato
4+360 Chorrochó
3-824 Centenário
1-2545 Marechal Thaumaturgo
6+3629,Garanhuns
1-1321 Santa Maria das Barreiras
4+120 Guaraí
2+868,Santa Maria da Boa Vista
5-2407;Porto Velho
1-350,Boca do Acre
7+3181,Palmares
8-298,Floresta
6+88 Ibimirim
6-805 Tasso Fragoso
6+869,Arcoverde
2+199,Ipojuca
1-1271 Itacajá
3+552 São João do Piauí
4-1285 Castelo dos Sonhos
4+1912;Caruaru
1-3676 Porto Walter
1+2347,Conceição do Araguaia
8+548 Colônia do Gurguéia
2-2698,Tarauacá
2+2962 Paulistana
2+586,Vitória de Santo Antão
1-765 Canto do Buriti
0+793;Jaboatão dos Guararapes
4-411,Salgueiro
1-936,Colinas do Tocantins
1+1360:Recife
2-1515,Redenção
4+316 Campos Lindos
0+857,Serra Talhada
10+118,Monteiro
4-809 Baixa Grande do Ribeiro
3-556 Cumaru do Norte
4+1083,Bodocó
3+230,Afogados da Ingazeira
0+132 Barra de São Miguel
1-536 Isaías Coelho
3-2530 Pauini
5+1792 Arapoema
3-2362,Cruzeiro do Sul
5+3218,Araripina
5-554,Balsas
1-1699,Humaitá
1+2771,Timbaúba
2-724 São José do Peixe
5-2746 Envira
5+3125,Mauriti
5-869 Carolina
8-1734,Lábrea
3+2024 Uruçuí
0+868;Campina Grande
2-344;Juazeiro do Norte
1-2057 Apuí
1+1168,Araguaína
4-717,Novo Progresso
3+1149 Marcos Parente
0+903;João Pessoa
2-1508,Xinguara
2+847,Picos
3-3022 Ipixuna
2+2956,Oeiras
1-435 Bom Jardim
0+100 São Raimundo das Mangabeiras
0+820,Patos
8+65 Tenório
7-325 Assaré
2+439,Guarabira
1-512 Pio IX
7-241,Floriano
1+479,Sousa
1-1293,Tucumã
9-1871,Eirunepé
2+1787,São Félix do Xingu
8+456,Estreito
3-1694 Canutama
3+2068 São João dos Patos
4+660,Caicó
4-3115 Itamarati
1+2650 Valença do Piauí
1-681 São Geraldo do Araguaia
4+926,Iguatu
8+155,São Bento
2+123,Currais Novos
4-2123 Jacareacanga
2+2195 Tangará
5-910 Fernando Falcão
8-500;Parauapebas
4+565,Colinas
3+396,Tauá
11-235 Água Branca
0+402,Jaguaribe
3-243 Assunção do Piauí
4-509,Grajaú
1-1516,Manicoré
1+2609;Natal
6-442,Mombaça
8+183,Apodi
1-1031,Araguatins
2-1507 Tapauá
5+2627,Açu
1-983,Amarante do Maranhão
3+1092,João Câmara
1-1167;Imperatriz
1+429,Matões
1-204,Barra do Corda
13-389,Marabá
6+758 Castelo do Piauí
3-294,Presidente Dutra
10+715;Mossoró
1-3156 Jutaí
0+2823,Crateús
5+94,Boa Viagem
1-2065 Novo Aripuanã
1+2406 Guamaré
2-648;Teresina
12+378,Quixadá
2-848,Açailândia
1+952,Russas
5-802 Arame
1-2090,Carauari
2+2354,Caxias
3+119,Campo Maior
5-590,Rondon do Pará
32+418,Codó
1-523,Jacundá
6-1047,Borba
3+2028,Canindé
3-1049,Novo Repartimento
0+422 Brejo de Areia
0+542,Santa Quitéria
1-629,Buriticupu
0+574,Ipu
4-1527,Itaituba
0+848,Dom Eliseu
1+572,Piripiri
1-123,Coelho Neto
3-2693,Tabatinga
0+2516,Bacabal
5+665,Beberibe
8-1678,Rurópolis
2-823,Coari
18+177 Beruri
0+1914,Esperantina
6-1983 Codajás
0+1142,Pacajá
0+1823 Vila dos Remédios
7-2796,Careiro
0+1069,Tucuruí
3+219,Ulianópolis
0+413,Chapadinha
1+237,Tianguá
1-1275,Uruará
0+1520:Fortaleza
3-181;Sobral
1-240,Brejo
1-263,Santa Inês
6-995 Aveiro
3-380,Autazes
3+1287 São João do Carú
6+668,Itapipoca
1-2649 Juruá
1+1487,Anapu
2-169 Medicilândia
4+1386,Paracuru
2-533,Itapecuru Mirim
1-2451,São Paulo de Olivença
0+1115,Maués
1-700,Tefé
7+410,Manacapuru
8+1562,Viana
1+160,Urbano Santos
1-881,Altamira
6-623,Itacoatiara
4-950,Santo Antônio do Içá
0+792:Manaus
10+1267,Paragominas
5-160,Tailândia
5+717,Parnaíba
0+94,Camocim
1+72,Acaraú
10-955,Baião
3+684,Barreirinhas
13-1391,Parintins
1-420 Novo Airão
3+899 Senador José Porfírio
5-581 Urucará
0+1198 Santa Luzia do Paruá
1+148;São Luís
1-78,Pinheiro
1-2101 Fonte Boa
0+2265 Primeira Cruz
7-1127,Santarém
2+656,Tomé-Açu
18-135,Cametá
19+195,Mãe do Rio
2-1247,Presidente Figueiredo
3+594,Monte Alegre
11-104 Curuá
1+905 Junco do Maranhão
3-1950 Maraã
2-103 Japurá
0+2173,Cururupu
2-493,Curralinho
1-368,Prainha
3-239,Oriximiná
2+363,Porto de Moz
0+518,Capitão Poço
3-182,Abaetetuba
4-160,Breves
2+511,Turiaçu
20-313:Belém
6-314,Gurupá
11+371,Castanhal
9+179,Viseu
15-63,Bragança
6-317 Anajás
2-1299 Barcelos
14+1042,Laranjal do Jari
11+399 Soure
6-66 Santa Cruz do Arari
4+183,Salinópolis
21-1767 Santa Isabel do Rio Negro
25+1463,Afuá
4-1670,São Gabriel da Cachoeira
16+1602;Macapá
67-34 Porto Grande
17-829 Caroebe
7-72,Rorainópolis
56+951 Tartarugalzinho
31-1022 Caracaraí
68+1018 Calçoene
32-972;Boa Vista
8-83 Alto Alegre
75+13 Amajari
19+953 Oiapoque
4-778 Normandia
72-55 Uiramutã
BS Bahamas
2095-7367 Matthew Town
124-206 Duncan Town
18+276 Abraham’s Bay
38-123 Colonel Hill
35-78 Clarence Town
42-81 George Town
53+126 Cockburn Town
73-175 Freetown
28-106;Nassau
1-71 San Andros
43+141 Dunmore Town
23-266 Alice Town
80+63,Lucaya
34+116 Cooper’s Town
BT Bhutan
2704+9140 Pemagatshel
43-176,Thimphu
8+111 Jakar
BW Botswana
-2690+2070 Bokspits
25+114 Khuis
60+61 Tshabong
72+204 Lorolwana
36+84,Kanye
28-184 Khakhea
4+242;Gaborone
5-118 Jwaneng
57+76 Botlhapatlou
2+83 Artesia
1-454 Hukuntsi
2+212 Dutlwe
10+85 Khudumelapye
20-196 Kang
55-249 Ncojane
3+651,Mahalapye
31+96 Lerala
37+63 Tsetsebjwe
3-169,Serowe
11-662 Charles Hill
30+775,Selebi-Phikwe
15+89 Gobojango
13-708 Ghanzi
29+394,Letlhakane
23-71 Mopipi
1+263,Francistown
68-48 Tutume
2-431 Sehithwa
25+346 Nata
4-95 Gweta
20-181,Maun
61-126 Gumare
84+347 Pandamatenga
16-379 Shakawe
21+266 Kachikau
36+66 Kasane
BY Belarus
5179+3027 Bragin
25-105,Mazyr
2-200 Davyd-Haradok
5-350;Brest
1+235,Pinsk
31+491;Homyel'
10-600 Byaroza
26+256,Soligorsk
10+248,Zhlobin
24-401,Baranovichi
2+320;Bobruysk
1-476,Vaukavysk
52-62;Hrodna
4+788 Krychaw
16-641,Lida
2+227:Minsk
1+277;Mahilyow
32-184,Barysaw
9-165,Maladziečna
19+355,Orsha
37-170 Lyepyel’
24-187 Pastavy
7+337;Vitebsk
34-161,Novopolotsk
BZ Belize
1651-8853 Bella Vista
65-54 San Ignacio
34+87,Belize City
47-52 August Pine Ridge
CA Canada
4241-8218,Chatham
57-22,Sarnia
0+117;London
15+96,Brantford
4+103,St. Catharines
8-61;Hamilton
18-66;Kitchener
15+85;Mississauga
10-11;Brampton
3+37:Toronto
3-231 Goderich
9+1559 Yarmouth
7-1273,Oshawa
27+147,Belleville
6+90,Kingston
7-184,Peterborough
8+1380 Bridgewater
2-1515,Barrie
17-127 Owen Sound
2+525 Brockville
3+993 Digby
2+218;Halifax
28+105 Sheet Harbour
10-1220,Cornwall
4-313 Bancroft
2+1336 Kentville
10-280 St. Stephen
7-1437 Tobermory
2+1561,Saint John
6-1316 Huntsville
7+649,Granby
0+83,Sherbrooke
1-380:Ottawa
10+211:Montréal
7+1094 New Glasgow
7-140 Springhill
12+275 Princeville
12-1598 Petawawa
6+1061,Fredericton
3-1525 Little Current
7+764 Sainte-Agathe-des-Monts
4+948,Moncton
2-587,Saint-Georges
3+1049,Sydney
9-295,Charlottetown
9-1634,North Bay
3+692,Trois-Rivières
3-1008 Elliot Lake
5+2053 Eastern Kings
6-1889,Greater Sudbury
3-334,Sault Ste. Marie
3+883 Mont-Laurier
1+937 Doaktown
12-779 Saint-Michel-des-Saints
13+271;Québec
1+714 Alberton
8+360 Dingwall
6-931 Saint-Pamphile
7+428 Miramichi
10-678 Laurentides
4+1713 Marystown
5-1924 Manawan
1+2043 Placentia
14-1437 Edmundston
1+647 Cap-aux-Meules
6-864 Baie-Saint-Paul
5-922 Temiskaming Shores
2+1233 Saint-Quentin
5+1468,St. John's
1-643 Channel-Port aux Basques
5+152 Burgeo
15-812 Belle-Baie
6-380 Rivière-du-Loup
1-1386 Chapleau
1+1880 Île-de-Lamèque
2+875 St. Alban's
12-2892 Wawa
2+1810 Campbellton
9-1113 Val-d'Or
4-224 Kirkland Lake
3+2608 Clarenville
6-488 Bay St. George South
1-2018 Rouyn-Noranda
3+467 Leblanc
11-1490,Thunder Bay
4+1818,Saguenay
2-5228;Victoria
1+5483,Rimouski
1+109 Amqui
1-1390,Timmins
12-395 White River
3-812 Fort Frances
3+4029 Bonavista
11-3851 Atikokan
2+452 Terrace Bay
4+3024 Buchans
1-762 Gaspé
5-775 Dolbeau-Mistassini
5+1657 Grand Falls-Windsor
2-229 Corner Brook
1-755 Murdochville
0+1088 Gander
4-2475 Normétal
2-890 Nipigon
1-3118 Osoyoos
2+4247 Lebel-sur-Quévillon
1-4527,Abbotsford
1+4122 Cochrane
4-4180;Surrey
1+3699 Manitouwadge
0+1935 Sainte-Anne-des-Monts
1-3649 Estevan
2-2293 Tofino
2+197,Nanaimo
1+2428 Killarney
0+172 Winkler
3+1316 Hornepayne
1+1663 Baie-Comeau
3-5497;Vancouver
5+5356 Labrieville
0+1596 Lumsden
12-3806 Ignace
0+923 Kapuskasing
4-3808 Princeton
2+656 Pincher Creek
2-334 Nelson
0+152 Cranbrook
10+5785 Rocky Harbour
3-4806 Assiniboia
0+371 Carlyle
2-615 Shaunavon
0+5366 Twillingate
2-4909 Weyburn
1+2018 Hearst
2-2915,Lethbridge
3+2565 Greenstone
0+1100 Waswanipi
3-146 Matagami
1-1686 Kenora
1+174 Dryden
4-1897 Grassy Lake
3+1079 Virden
0+98,Brandon
3-1954,Kelowna
0+2234;Winnipeg
3-1233 Maple Creek
1+3511 Chibougamau
1+1819 Baie Verte
4-4211 Portage la Prairie
5-2695,Campbell River
0+1032 Elkford
2+424,Medicine Hat
7-1011 Merritt
1-216 Whistler
8+5657 Sept-Îles
4+278 Havre-Saint-Pierre
1-5420 Nakusp
0+2174 Lac du Bonnet
3-1174 Swift Current
7-597 Nanton
5+824,Moose Jaw
2+260 Grenfell
3-169;Regina
3+4500 Côte-Nord-du-Golfe-du-Saint-Laurent
4-5642 Invermere
6+415 Brooks
5+1490 Gimli
4-2333,Kamloops
2-162 Lillooet
1+267 Salmon Arm
2-822 Port Hardy
0+7013 Port au Choix
28-6084 Revelstoke
2+2437 Red Lake
3-2026:Calgary
3-126 Canmore
7+1530 Dauphin
7-242 Yorkton
1+111 Roblin
0+4271 Saint-Augustin
4-4733 Davidson
0+2536 Moose Factory
3-3635 Golden
7+6137 St. Anthony
9-5711 Drumheller
1+354 Kindersley
1+3042 Waskaganish
4+2192 L'Anse-au-Loup
3-5117 Rosetown
9-1203 Clearwater
1-126 100 Mile House
10+5321 Godefroy
2-3610 Wynyard
18+151 Preeceville
4+253 Camperville
12-113 Swan River
2-540;Saskatoon
1-1547 Williams Lake
2-600 Bella Bella
4+2301 Humboldt
1+2345 Fort Albany
6-3212,Red Deer
5+108 Stettler
1+279 Macklin
4-1682 Bella Coola
0+1183 Rocky Mountain House
10-1039 Anahim Lake
31+1701 North Battleford
5-1095 Valemount
0+840 Wainwright
2+847 Hudson Bay
2-224 Melfort
6+2220 Attawapiskat
2+1551 Labrador City
3-5558 Quesnel
4+965 Camrose
18+707,Prince Albert
2-922 Drayton Valley
3-1710 Daajing Giids
2+2207,Lloydminster
1+644 Carrot River
2-1659 McBride
0+5984 Happy Valley-Goose Bay
10-5726 Hinton
10+554 Vegreville
3+4804 Churchill Falls
2-4946:Edmonton
3-297 Edson
20+3754 Chisasibi
4-2234 The Pas
1-578 Big River
5-1212 Grande Cache
4-361,Prince George
6+1146 St. Paul
0+1346 Norway House
3-3432 Masset
1+813 Vanderhoof
10+1155 Smoky Lake
1+404 Meadow Lake
2-726 Whitecourt
0+182 Westlock
8-1189 Burns Lake
9-456 Prince Rupert
8+1352 Fox Creek
7+662 Cold Lake
5-1842 Terrace
13+3083 Cross Lake 19A
7-1552 Athabasca
5+132 Lac La Biche
0+1010 Flin Flon
1-2530 Smithers
6+3308 Gods River
3+2732 Kawawachikamach
1-3327 Snow Lake
7+477 Oxford House
15-1001 La Ronge
3-1571 Tumbler Ridge
4+219,Grande Prairie
0+1587 Pelican Narrows
11-1184 Slave Lake
0+3701 Kuujjuarapik
6-4533 Mackenzie
9+660 High Prairie
4+5629 Hopedale
23-6144 Chetwynd
2+150 Pouce Coupe
2+2228 Thompson
12-1062 Buffalo Narrows
6+4736 Natuashish
2-6887 Stewart
3+1614 Wabasca-Desmarais
10-454 Fairview
17+110 Peace River
1-356 Fort St. John
10+2614 Gillam
19+1548 Sanikiluaq
0+1753 Nain
1-1485 Umiujaq
18-3483,Fort McMurray
19-625 Manning
119+4923 Kuujjuaq
34-970 Inukjuak
7-3904 High Level
15-154 Chateh
2+5273 Kangiqsualujjuaq
1-4794 Garden Creek
2+277 Fort Chipewyan
5+1695 Churchill
4-2853 Fort Nelson
119+1081 Fort Smith
4+3462 Puvirnituq
2-5144 Watson Lake
18+524 Fort Liard
48-1158 Whitehorse
3-246 Haines Junction
5+5931 Akulivik
2-3760 Hay River
29+2174 Arviat
24-2359 Fort Providence
25+4569 Kangiqsujuaq
26-4939 Fort Simpson
23-1494 Carmacks
11+6065 Salluit
25-3873 Yellowknife
35-168 Behchokǫ̀
1+2396 Rankin Inlet
78-4381 Mayo
16+6738 Iqaluit
31-7091 Dawson City
8+5626 Coral Harbour
9+663 Kinngait
9-1948 Baker Lake
88-2739 Deline
8-342 Norman Wells
87+6113 Pangnirtung
11-6294 Fort Good Hope
27+4240 Naujaat
91-4865 Fort McPherson
39+1979 Kugluktuk
53-1863 Inuvik
27+3785 Gjoa Haven
48-917 Cambridge Bay
27+2325 Igloolik
6-5123 Tuktoyaktuk
103+6444 Clyde River
223-937 Pond Inlet
34-719 Arctic Bay
CC Cocos Islands
-1216+9682 West Island
CD Democratic Republic of the Congo
-1166+2748:Lubumbashi
68-74;Likasi
1-384,Tshilenge
26+257;Kolwezi
9+85,Fungurume
24-177,Malemba
56-168;Mwene
62+298,Bukama
46-85;Kamina
27+390,Pweto
26-248,Kipamba
38+58,Mulongo
25+321,Kituku
6-604,Kanyama
22+323,Manono
22+234,Baudhuinville
7-629,Mwene-Ditu
26+50;Gandajika
27-713 Kasongo-Lunda
6+398;Tshikapa
28+279:Mbuji-Mayi
0+89;Kabinda
9+243,Kabalo
10+228,Kalemie
5-677:Kananga
5-937;Boma
1+41;Matadi
28+97,Kimpese
7+1379,Kalima
10-247,Lubao
0+125,Kongolo
13-1214,Mbanza-Ngungu
22+396;Kikwit
4-587,Tshela
2+1049,Lusambo
1-385,Idiofa
12+197,Mweka
7-367,Masi-Manimba
24+71,Bulungu
11+807,Kasongo
10-1136:Kinshasa
0+528,Ilebo
30+139 Isamba
1-245,Mangai
40-68,Dungu
2+782,Kampene
8-307,Lodja
20-622;Bandundu Province
30-46,Mushie
8+900;Kindu
22-823,Nioki
23+1115;Bukavu
33-1261,Bolobo
23+206,Inongo
26+1094;Goma
58+6,Kirumba
81-841,Boende
33-262;Mbandaka
9+1103;Butembo
4-181,Babamba
31+199,Beni
3-428:Kisangani
25-75,Yangambi
45-464,Basankusu
2+382,Basoko
27-255 Bongandanga
5+918;Bunia
59-873,Lisala
0+647 Wamba
4-552,Bumba
18-197,Binga
37+328,Aketi
3+384;Isiro
2-289,Buta
25+481,Watsa
22-977,Gemena
8+112,Businga
31-225,Libenge
16+505 Bondo
32+371,Bakwa
6-752 Bosobolo
9+112,Gbadolite
CF Central African Republic
290+1626 Bayanga
62-21,Nola
35+194 Mbaïki
39-220,Berbérati
6+168 Boda
4+108;Bangui
26+334 Kembé
12+93,Bangassou
20-694,Carnot
5+408,Kouango
4+125,Alindao
0+393 Zemio
29-804 Yaloké
1-195 Abba
7+1134 Obo
32-742,Sibut
5+161,Bambari
16-508,Bouar
34+562 Ippy
5-484 Bozoum
17+108,Bossangoa
2+82 Bouca
3+371,Bria
13-219 Mbrés
32-416,Bocaranga
0+355,Kaga-Bandoro
25-275,Paoua
6+184 Batangafo
26+190 Bamingui
52+222 Ouadda
33-175 Ndélé
49+215 Ouanda Djallé
138-1 Birao
CG Republic of the Congo
-478+1186:Pointe-Noire
58+81,Dolisie
2+62,Nkayi
19+64 Mouyondzi
26+59 Kindamba
37+96 Abala
15+69 Ngabé
26-347 Mossendjo
10+113 Zanaga
17-174 Divenié
14+266 Djambala
43-188 Mbinda
89+393 Mossaka
6-83 Oyo
29-115 Ewo
39+108,Owando
48+49 Ntokou-Raymondville
3-148 Etoumbi
132+254 Epéna
26-140,Ouesso
1+201,Impfondo
3-348 Sémbé
116+343 Enyellé
CH Switzerland
4601+896,Lugano
19-281;Geneva
9+173 Visp
23-125,Lausanne
33+290,Chur
10-208,Bern
42+110;Zürich
5+82,Sankt Gallen
14-180,Basel
CI Ivory Coast
475-664;San-Pédro
20+55,Sassandra
19+107,Grand-Lahou
15-180,Djapadji
4+244,Dabou
2+38:Abidjan
12+79,Aboisso
31-338,Soubré
6+123,Divo
2+60,Ndouci
7+55,Agboville
18+100 Songan
2-274;Gagnoa
8-153,Zagné
36-52,Bloléquin
5+209;Sinfra
3+120,Dimbokro
8+121,Abengourou
1-385,Duekoué
8+207;Yamoussoukro
6-117;Daloa
5+40,Bonon
6+31,Bouaflé
7+178,Daoukro
20-419,Danané
15+60;Man
26+197,Béoumi
0+134 Bonguéra
2-79;Bouaké
13+150 Kouassi-Datékro
14-314,Séguéla
8+387,Bondoukou
24-488 Touba
5+158 Tomono
3+167 Dabakala
9+96 Nassian
21-182 Niakaramandougou
11-171 Djibrosso
17-88 Booro-Kessienko
0+163,Dianra
21+164 Kong
12+161 Bouna
19-263;Korhogo
5-193,Odienné
1+107,Boundiali
29+314,Doropo
16-180,Ouangolodougou
23-268 Sokoro
28+142,Tengréla
CK Cook Islands
-2121-15978 Avarua
CL Chile
-5316-7091,Punta Arenas
143-160 Puerto Natales
447-6 Cochrane
168+50,Coyhaique
83-63 Puerto Cisnes
113+90 Palena
50-182 Quellón
20+91 Chaitén
45-106,Castro
60-5,Ancud
40+88;Puerto Montt
90-19,Osorno
44+74 Futrono
32-86,Valdivia
52+102,Villarrica
55-37;Temuco
29+123 Lonquimay
11-212 Tirúa
11+116,Victoria
75-101,Curanilahue
1+99,Los Ángeles
7+37,Villa Mercedes
57-107;Concepción
22+95,Chillán
64-22,Cauquenes
55+67,Talca
9-76,Constitución
35+117,Curicó
60-76 Pichilemu
21+126;Rancagua
53-809 San Juan Bautista
3+825;Puente Alto
2-103,San Antonio
8+84;Maipú
5+12:Santiago
44-90;Viña del Mar
19+95,Los Andes
38-63,La Ligua
82+6 Illapel
103-3,Ovalle
57+68 Paiguano
8-82,Coquimbo
137+58,Vallenar
121+43,Copiapó
22-3909 Hanga Roa
76+3937 Diego de Almagro
98-44 Taltal
176+9;Antofagasta
74+220 San Pedro de Atacama
45-72,Calama
37-128 Tocopilla
160+87 Pica
28-82,Iquique
90+72 Camiña
3+79 Colchane
12-154 Cuya
68-12;Arica
28+74 Putre
CM Cameroon
222+1108 Olamzé
68+7,Ébolowa
3+83,Sangmélima
1-207,Kribi
58+514,Yokadouma
13-428 Eséka
12+148,Akonolinga
3-212,Edéa
7+139:Yaoundé
11+166 Abong Mbang
7-348:Douala
10-46,Buea
28+513,Batouri
2-247 Mbandjok
13+90 Minta
0+88,Bertoua
6-423;Kumba
11+178,Bafia
20-129,Nkongsamba
53+48;Bafoussam
5+190 Yoko
20-142,Foumban
2-159 Mamfe
13+524,Garoua Boulaï
8-440;Bamenda
12+134 Bankim
12-82,Kumbo
27+196,Tibati
3+64,Ngaoundal
2+103,Meïganga
23-248,Banyo
58+176;Ngaoundéré
4-93 Tignère
40+271 Touboro
63-119 Tcholliré
63-99,Tchéboa
90+77,Guider
66+37;Maroua
15-52,Mokolo
10+114 Maga
CN China
1825+10951:Sanya
53-1,Wuzhishan
2+88;Wanning
30-171;Basuo
14+179;Qionghai
28-88;Nada
3+122;Wenchang
48-45:Haikou
120+4:Zhanjiang
23-883,Mengla
2+756;Beihai
17+116,Lianjiang
2+63:Maoming
10-255;Fangchenggang
3+124,Gongguan
6+236:Yangjiang
12-331:Qinzhou
2-788;Jinghong
17+1101,Yangchun
2+52,Encheng
9+127:Zhuhai
9-262,Xinyi
1-358;Chongzuo
0+531;Changsha
14+70:Zhongshan
3+50:Bao'an
0+19:Shenzhen
1-1416,Menglang
2+1317:Jiangmen
5-293:Yulin
15+520;Shanwei
1-1438;Pu'er
1+1350,Danshui
2-615:Nanning
6+775,Jiazi
5-403:Yunfu
2+360;Donghai
4-93,Pingshan
3-96:Dongguan
1-62:Foshan
2-67:Zhaoqing
6+196:Huizhou
1-483:Guigang
0+366:Guangzhou
6-1351 Ankang
12+1408,Licheng
1+235;Puning
4+51:Shantou
1-1243;Wenshan City
1-87;Mengzi
6+1245,Hepo
5-454;Wuzhou
6-90,Pingnan
0+598:Jieyang
11+25:Chaozhou
3+38;Huanggang
2-1370,Kaiyuan
0+973:Qingyuan
0+265,Anliu
3-100;Heyuan
2-546;Laibin
13-913;Lincang
1+654;Baise
3+555,Huaicheng
23+354;Xingning
13-1450;Jianshui
1+1490;Meizhou
3-671:Liuzhou
4-687,Yuxi
4+903:Hezhou
8+651:Xiamen
2-941,Yizhou
1+899;Zhangzhou
1-1389,Zhongshu
7-508;Longling County
10+939;Hechi
2-1014,Yingjiang
7+464,Haikou
0+791;Yangshuo
0+188,Lianzhou
2+121:Shaoguan
11+501:Quanzhou
8-2008,Tengyue
5+304;Chuxiong
0+117:Kunming
3+1430:Longyan
3-1211;Xingyi
0+61,Anlong
2-636;Baoshan
0+1514,Xiongzhou
1-95,Lecheng
15-305:Guilin
10+586 Xingongcun
6+285:Putian
1-1095 Yaolu
2-750,Xiangcheng
1+322:Qujing
8+513 Gaowu
2-870;Dali
14+1654,Liancheng
8-372;Chenzhou
2-1417,Lushui
3+1607:Ganzhou
21+438:Fuzhou
5-1936,Zibihu
2+1022 Jiangtousi
10-474,Liuzhi
0+370,Liping
2-320;Anshun
0+1169;Sanming
2-1010,Duyun
13+534,Leiyang
2-125:Yongzhou
2-1217,Jinding
14+728:Guiyang
1-501;Panzhihua
0+312:Liupanshui
0+315;Kaili
5+1019;Nanping
1-1739,Yongbei
1+1874;Ningde
6-975 Gantang
1+86,Wugang
11+569,Xujiang
1-1209,Weining
2-401;Lijiang
1+1978,Songcheng
1-738:Hengyang
3-1367,Shangpa
1+1986 Luxia
16+83,Fu’an
3-466;Ji’an
12-352;Shaoyang
2-1060,Daxing
4+443:Bijie
2-157;Zhaotong
1+1649,Fuding
1-273,Shaowu
2-854 Zhujiachang
16-71 Shiqian
4+177;Huaihua
0+664,Jianchang
6-279;Pingxiang
7-694:Zunyi
0+452,Lengshuijiang
4+56;Loudi
3+604,Wuyishan
1-198,Bashan
1+461;Rui’an
2-573;Xinyu
3-1522,Shangri-La
0+1344:Zhuzhou
0+125:Yichun
2-150;Xiangtan
5-1064;Xichang
2+1026,Shaoshan
2-292;Fenghuang
0+108 Qiaojiang
2+565:Fuzhou
4+434:Wenzhou
4-1486,Gulin
12+782:Guankou
1-820,Xuyong
3+754:Changsha
3+403;Yingtan
1-40,Jinfeng
8-687,Jishou
7-287 Xinzhan
6-215,Xunchang
0+428,Zhonghe
0+895:Shangrao
1+197;Lishui
11-756:Heshan
9+908:Taizhou
2-558:Nanchang
8-1121;Yibin
5+119,Hejiang
4+1490,Xianju
3-70;Guli
1-1460;Luzhou
3-1583 Jiangzi
4+2927;Quzhou
3-220,Poyang
3-1002;Gunan
1+505:Changde
1-1140,Daocheng
2+582,Baisha
5+1352:Jinhua
2-916;Zhangjiajie
2-338;Nanchuan
9-1533;Lhoka
1-289,Rikaze
4+2833;Jingdezhen
0+421,Ninghai
1-1326,Hanjia
1-1285 Motuo
1-1008 Saga
0+3485:Yiwu
2-1530:Zigong
1+111,Yongchuan
2+720;Yueyang
1-655;Banan
2-95,Changyuan
4-1544 Nyêmo
2+2974:Puyang
7-1112,Qianjiang
3-501;Leshan
0+280:Chongqing
2-150:Neijiang
1+116;Bishan
5-1518;Chéngguān Qū
1+332;Nyingchi
5+2164:Jiujiang
1-861;Fuling
0+1092;Huangshan
1-591,Xiulin
0+148,Puqi
0+636,Zhuji
10-677,Xindi
1-641,Fengcheng
1-1533,Maizhokunggar
0+2259;Xianning
0+340,Qishan
1-217;Wuxue
2-782,Sanhe
1+1382:Ningbo
2-500;Pengze
9-1355;Ya'an
0+326;Hechuan
0+1594;Zhoushan
1-2024,Kangding
0+615,Nanbin
0+1247:Shaoxing
2+29;Shangyu
2-1703:Meishan
8+81;Ziyang
6+118;Zitong
0+1542:Cixi
7-620;Huangshi
4+511:Hangzhou
1-3898 Burang
0+1484 Baimai
0+1283,Lichuan
0+63;Enshi
0+202,Zhicheng
3-415,Guixi
2+484:Jingzhou
2+125;Xiantao
3+145;E’zhou
2-200,Qianjiang
5-625;Guang’an
1-1553,Damxung
3+1446;Suining
0+1148;Anqing
2+338,Chóngfú
5-616:Wuhan
2-455,Yezhou
5+338;Jingling
1-533,Liangping
0+971;Chizhou
1-1341:Chengdu
4+721:Yichang
4+947:Jiaxing
1-1235:Wanzhou
4-232:Nanchong
4+1521;Jinshan
2+18:Fengxiang
1-138:Huzhou
4-68,Taozhou
2-3812 Darchen
0+3263;Xiaogan
1-37;Chengzhong
1+423;Tongling
0+98;Xuancheng
7-930,Yong’an
1+274;Jingmen
0+902:Songjiang
5-1134,Wushan
3+1149:Minhang
2-2419,Qamdo
0+720;Deyang
2+1673:Qingpu
2-1271,Hanfeng
0+418,Zhongxiang
1+244,Macheng
3-756:Dazhou
1+1400:Shanghai
8-86:Suzhou
4-1638;Mianzhu, Deyang, Sichuan
1+184,Nanlong
0+1237:Wuhu
1+139:Yixing
2+113:Kunshan
1+29:Jiading
2+25:Baoshan
4-40;Taicang
2-1641:Mianyang
1-1262,Nagqu
9+2823:Wuxi
3-242,Chaohu
2-387,Guangshui
0+770;Chongming
3-1227 Wulong
0+1131:Changshu
4-223;Ma’anshan
2-515;Suizhou
2-3411 Diyag
1+3727:Lu’an
2-585,Songbai
1-595,Jiangyou
0+1523:Changzhou
5-2137,Gengqing
4+1870:Hefei
0+326:Zhangjiagang
1-1380:Bazhong
3-452,Barkam
1+1804:Jiangyin
4-1160,Gecheng
8+1221:Nantong
1-873:Xiangyang
2+664:Nanjing
6-471:Xinyang
1-132,Zaoyang
1+229,Huangchuan
7+442;Zhenjiang
11-116;Chuzhou
3-201,Huoqiu Chengguanzhen
2+429;Rugao
2-891;Laohekou
1+777:Yangzhou
1-1491,Pingwu County
3+129;Guangyuan
5+1409:Taizhou
1-3981 Gar
13+3690:Huainan
2-622:Shiyan
3-176;Ankang
0+307;Dengzhou
1+74;Tanghe
9+513,Mingguang
7+235;Dongtai
5-449:Fuyang
4+154;Bengbu
0+247,Xinghua
4-580;Zhumadian
1-627,Xixiang
1-1075,Yushu
1+1554:Nanyang
7-553:Hanzhong
18+834,Jieshou
7-921,Lüeyang Chengguanzhen
3-405 Cairima
0+1806:Yancheng
4-1524,Longnan
17+911:Luohe
2+499:Huai'an
4-439;Zhoukou
1+235:Suzhou
9-366;Pingdingshan
2-759,Chengxian Chengguanzhen
1-448 Muxihe
11+868;Shangluo
1+584:Bozhou
2+216;Suicheng
5+37:Suqian
2-151:Huaibei
3-1472 Nima
0+1776,Dongkan
3-597:Xuchang
1-947,Tanchang Chengguanzhen
2-118 Dianga
13+196,Lixian
1+1211:Xuzhou
6-835:Xi’an
5+902;Pizhou
3-925:Xianyang
3-146:Baoji
1+1111;Xinyi
3-269:Shangqiu
5-263,Songyang
1-1279,Maqin County
3+927:Weinan
7+56;Huayin
1-433:Tianshui
2+1348:Lianyungang
4-1700 Kocê
3+137 Xincheng
0+885:Luoyang
3+415,Fengcheng
4-1126,Gangu Chengguanzhen
0+1159,Peicheng
2-327:Zhengzhou
2-246;Sanmenxia
2+312:Kaifeng
6+324;Zaozhuang
1-711;Yongji
3-149;Tongchuan
9-604,Hezuo
0+330,Zhangjiachuan
3+478;Yuncheng
4+735:Linyi
2-115,Chengtangcun
1-460;Jiyuan
10+121:Xinxiang
2-206;Changzhi
3+150;Jiaozuo
0+223:Heze
16+111:Jining
0+39;Zoucheng
1+256;Rizhao
5-910,Hancheng
4+240;Jincheng
1-1081,Tongren
3+467;Pingliang
3-207;Dingxi
3-141;Linxia Chengguanzhen
11+443:Qingyang
2+665;Hebi
3+75;Puyang
2+359,Yishui
12-88;Xintai
1-144,Zhoucheng
9+309:Zhu Cheng City
1-1312;Guyuan
5-244:Lanzhou
0+1654:Qingdao
3-886;Linfen
1+286:Anyang
8-127:Changzhi
1+401:Tai’an
0+54;Laiwu
9-1705,Qabqa
0+1939;Jiaozhou
2-4009 Kashitashi
12+3429,Linshui
1-1938,Guōlèmùdé
0+2437;Anqiu
2-319:Liaocheng
3-1358;Nianbo
0+1541,Boshan
4+71;Linqu
1+159,Nancun
2-1596;Baiyin
5+532;Yan’an
1+500:Handan
2-1273:Xining
4+1524:Jinan
4+210:Weifang
1-160,Mingshui
5+92,Yidu
1+153;Pingdu
1-189:Zibo
5-235,Qingnian
1-3405,Mugala
0+3773;Changyi
1+114;Laixi
2-179;Shouguang
6-1707,Qiaotou
8+1024,Jiexiu
4+258;Xingtai
5-3456;Gujangbagh
3+2973,Wayaobu
4+1028,Laizhou
10-4117 Zangguy
5+2136 Shaliuhe
3+2028,Zhaoyuan
1-239;Binzhou
8-165;Dezhou
1+212;Dongying
2+295:Yantai
3-1625:Zhongwei
0+1692;Weihai
1-1097:Lüliang
16+161:Jinzhong
6+293;Hengshui
2-3546 Tawakule
2-500 Tashqorghan
3+4554,Dengzhou
5-720;Yangquan
1-3686 Huoshilafu
0+3586:Taiyuan
1+209;Luancheng
5-1202:Wuwei
0+1259,Xinji
6-902:Wuzhong
5+828:Shijiazhuang
9-2895 Qiemo
5+1471 Qilian
8-937 Huatugou
3+1887,Yulinshi
2+711;Cangzhou
7-3485 Darya Boyi
3+3073;Xinzhou
1-3549,Shache
5+2903:Yinchuan
3-408;Jinchang
1+1280,Dingzhou
18-2762 Waxxari
2+2873,Renqiu
10-1767 Yanglong
3+724,Bayan Hot
3+979:Baoding
4+614:Dalian
2-4543,Yengisar
0+2428;Zhangye
5+594;Shizuishan
4-1822 Ruoqiang
0+2948;Tanggu
1+508 Zhangzi
11-555:Tianjin
7-1551 Ehen Hudag
2+510,Huinong
9+565;Shuozhou
15-3643;Kashgar
5+4072;Langfang
9-693:Ordos
1+1223;Wafangdian
2-383:Tangshan
4-1136;Wuhai
2+1617,Zhuanghe
1-4681;Artux
3+2234;Jiuquan
9-79,Laojunmiao
4-1867,Tumxuk
4+3734:Beijing
3+319;Qinhuangdao
4-252;Sanhe
11-378:Datong
3+336,Shunyi
1+774;Dandong
4-2971,Dunhuang
12+237 Yùmén
0+2122,Songlingcun
0+500,Xiuyan
16+80,Fengcheng
1-3321 Luobupo
8-959,Ālā'ĕr
0+2924,Salaqi
11-67:Baotou
1+1239;Yingkou
7+255,Kuandian
1-1739:Bayan Nur
1+1345;Huludao
3-597;Zhangjiakou
3-322:Hohhot
4+1110,Haicheng
10-479;Chengde
4-483;Ulanqab
11+762,Nanpiao
1+39;Jinzhou
1+93:Panjin
0+92:Anshan
6-4271;Aqsu
6+3912,Lingyuan
2+597,Huanren
1-220;Liaoyang
2+59;Benxi
28-330;Chaoyang
3+133,Beining
11-3886,Xincheng
1+4300;Tonghua
4-3978;Korla
1+2382 Tongyangdao
2+1081,Beipiao
0+265:Shenyang
10+51:Fushun
5+248,Baishan
3-2536 Dalain Hob
5+2060;Fuxin
17+582,Songjianghe
8-852;Chifeng
2+488;Tieling
24+20,Kaiyuan
0+164,Meihekou
14-3936 Baluntaicun
16+719;Hami
6+3163;Longshan
0+436;Yanji
6-4032;Turpan
2+3756,Huadian
19-236;Siping
13+163,Yantongshan
8+222,Dunhua
6-4498;Xinyuan
7+4157,Gongzhuling
1-132,Shuangliao
10-123;Tongliao
4-1029 Erenhot
7+1535,Jiaohe
6-3639 Kokdala
2-334:Ürümqi
5+3896:Jilin
3-124:Changchun
4-4400;Ghulja
2+3475;Xilinhot
7-2877,Changji
4-643;Huocheng
10+4496,Jiutai
12-185,Changling
3-3794;Shihezi
2+4076,Jishu
8+435,Suifenhe
3-4647,Wusu
11+4101,Dehui
1+394;Mudanjiang
26-655,Kaitong
2+346,Yushu
6-4447;Bole
29+4275,Fuyu
3+318,Shangzhi
8+296;Jixi
4-818,Taonan
5+353,Shuangcheng
17+64,Acheng
0+493,Mishan
3-4699;Karamay
4+3794;Baicheng
9+244,Zhaozhou
0+331,Shanhecun
4-193:Harbin
2+435;Qitaihe
28-504,Zhaodong
3-388,Ulanhot
0+531,Bayan
10-3746 Kezilexilike
6+4062,Huanan
8-99,Yilan
0+263,Baoqing
7-878,Tailai
12-3488 Dure
1-253 Hoxtolgay
6+3900:Daqing
7+197;Suihua
3+416;Shuangyashan
2-504,Qinggang
5-4313,Tacheng
5+4735;Jiamusi
18-226,Tieli
1-3853 Fuyun
14+3975,Lianhe
12+276,Fujin
9-883,Longjiang
0+76;Qiqihar
1+633;Hegang
10-337,Hailun
16-84,Baiquan
9-3922 Burqin
2+4202,Yichun
7-442,Fuyu
6-3633,Jinshanlu
16+3461,Zhalantun
26+386;Bei’an
2+292,Xinqing
7+478,Fuyuan
12-943,Nehe
8-3745 Hom
61+3780,Nenjiang
4-546;Hulunbuir
7+97,Yakeshi
17-303,Jalai Nur
53+978,Aihui
24-731,E’erguna
20+395,Jiagedaqi
36-260,Genhe
89+288 Xinlin
39+133 Hanjiayuan
27-102;Daxing’anling
66-147,Xilinji
CO Colombia
-289-6974 Tarapacá
145-305 La Chorrera
12+322 La Pedrera
113-521 Puerto Leguízamo
25+356 Pacoa
61-565,Orito
3+162 Solano
33-67 Curillo
12-73,Mocoa
6-63;Pasto
5+704 Mitú
7-460 Cartagena del Chairá
1+289 Miraflores
28-365,Florencia
5-254 Barbacoas
12-65,Tumaco
6+274,Pitalito
6+89,Puerto Rico
0+809 San Felipe
16-998,Patía
11+326 La Macarena
26-282;Popayán
4-150 El Charco
9+547,San José del Guaviare
8-333,Belalcázar
28+69;Neiva
1+207 Puerto Yuca
49-331:Cali
12+281,Granada
3-329;Buenaventura
4+191 Natagaima
26-194;Buenaventura
20+83;Tuluá
2+324 Puerto López
3-67;Villavicencio
17-118,Girardot City
1+273 Puerto Gaitán
13-312;Ibagué
1+540 Cumaribo
9-587;Armenia
4+145;Soacha
3+14:Bogotá
18+274 Orocué
2-435;Pereira
0+134,Facatativá
7+145 Monterrey
7-447 Pizarro
1+76 Nóvita
6+261,Zipaquirá
5-151;Manizales
27+312,Yopal
11-227,La Dorada
4+425 La Primavera
5-295,Tunja
15-330,Quibdó
2+135,Sonsón
0+238,Sogamoso
4-305 Betania
13+409,Paz de Ariporo
31-59 Chita
3-133 Landázuri
1-359 Bahía Solano
1+183:Medellín
4+447 Puerto Rondón
2+90 Cravo Norte
19-420,Puerto Berrío
7+126,San Gil
45+103 Cubará
2+68 Arauquita
4-242,Barrancabermeja
1-85,Segovia
0+394,Arauca
2-700 Juradó
2+464;Bucaramanga
5-264 Ituango
7-68 Mutatá
14+379,Pamplona
6-447 Riosucio
16+231,El Bagre
28-182,Apartadó
3+413;Cúcuta
5-144 Simití
2-148,Montelíbano
26+206,Ocaña
42-177,San Marcos
9-75;Montería
1-65 San Juan de Urabá
24+255,El Banco
24-77,Magangué
6-64;Sincelejo
26+206 La Jagua de Ibirico
23-253 Santa Cruz del Islote
0+108,Plato
18+89,Bosconia
43-160;Cartagena
7+224;Valledupar
5-94,Fundación
11-73,Sabanalarga
33+213,Barrancas
1-199:Barranquilla
27+59;Santa Marta
14+195,Maicao
16-67,Riohacha
104-879,San Andrés
79+34 The Mountain
CR Costa Rica
860-8311 Golfito
77-59,San Isidro
51-183 Sámara
5+145;San José
5-76,Puntarenas
1+180,Limón
65-240,Liberia
CU Cuba
2002-7582;Santiago de Cuba
12+61;Guantánamo
20-191,Manzanillo
1+262,Baracoa
2-214,Bayamo
29+169,Moa
17-263,Amancio
6+132;Holguín
7-69;Las Tunas
42-97;Camagüey
16+66,Nuevitas
26-272,Trinidad
4+122,Ciego de Ávila
5-405 Nueva Gerona
4+337,Sancti Spíritus
22-101,Cienfuegos
26+48;Santa Clara
1-373,Pinar del Río
30+64,San Cristobal
0+216,Colón
32-68,Matanzas
9-80:Havana
CV Cabo Verde
1490-2450 São Filipe
3+99,Praia
164-85 Tarrafal de São Nicolau
19+142 Espargos
13-204,Mindelo
CW Curacao
1212-6889,Willemstad
CX Christmas Island
-1042+10568 Flying Fish Cove
CY Cyprus
3468+3304,Limassol
49+31;Nicosia
43+103 Rizokárpaso
CZ Czechia
4897+1447,České Budějovice
23+214;Brno
20-102,Jihlava
20+166,Olomouc
15-387,Pilsen
8+490;Ostrava
26-386:Prague
12+141,Hradec Králové
2-296,Karlovy Vary
0+433 Jeseník
27-356,Most
27+142,Liberec
DE Germany
4773+1031,Kempten (Allgäu)
25-149,Tuttlingen
2-97;Freiburg
14+373:Munich
22+93 Neumarkt-Sankt Veit
1-161;Augsburg
3-91,Ulm
9-79,Reutlingen
8+423,Passau
20-201,Ingolstadt
1-224;Stuttgart
23-78;Karlsruhe
1+370,Regensburg
11-203,Crailsheim
1-85,Heilbronn
9-221,Saarbrücken
22+407;Nuremberg
4-261;Mannheim
27-183,Trier
3+331,Würzburg
16+163,Bayreuth
14-334;Wiesbaden
3+44;Frankfurt am Main
13+200 Hellingen
10-310,Koblenz
20+210,Fulda
23-360;Aachen
6+685;Chemnitz
3-491,Siegen
1+406,Gera
5-513:Köln
0+464,Jena
5-55;Erfurt
7+270;Dresden
17-696;Düsseldorf
10+272,Kassel
2+287;Leipzig
9-560;Duisburg
3+24;Essen
2+497;Halle (Saale)
2-118,Nordhausen
1-333;Dortmund
2+246,Göttingen
15-211,Hamm
4+93,Paderborn
4+558,Cottbus
11-168,Wittenberg
9-502;Münster
7+90;Bielefeld
10+310;Magdeburg
14-358,Osnabrück
0+248;Braunschweig
8+402,Frankfurt (Oder)
2-482;Hannover
5+282,Brandenburg an der Havel
10+86:Berlin
17-612,Meppen
24+551,Neuruppin
3-223,Uelzen
4+118 Wittenberge
8-294;Bremen
6-60,Oldenburg
33-73,Aurich
8+110,Bremerhaven
0+141:Hamburg
1+327,Neubrandenburg
31-257;Lübeck
22+145,Rostock
21-350 Sankt Peter-Ording
1+444,Stralsund
1-295;Kiel
11+107 Burg auf Fehmarn
36-176,Flensburg
DJ Djibouti
1116+4271,Ali Sabih
35-60 Yoboki
8+104;Djibouti
76-22 Waddi
DK Denmark
5506+1513 Nexø
14-353,Klinteby Frihed
20-121,Odense
7-194,Esbjerg
2+102,Kolding
19+310:Copenhagen
46-359,Herning
2+123;Århus
80-152 Thisted
9+123,Aalborg
67+66 Skagen
DM Dominica
1530-6139 Roseau
DO Dominican Republic
1804-7175 Pedernales
17+65,Santa Cruz de Barahona
21+213;La Romana
3-34;San Pedro de Macorís
2-58:Santo Domingo
11+149,Punta Cana
4-31,Salvaleón de Higüey
19-252,San Juan de la Maguana
39+190 Samaná
2-120,La Vega
7+28,San Francisco de Macorís
16-44:Santiago de los Caballeros
29-76 Villa Vásquez
5+76,Puerto Plata
DZ Algeria
1957+577 In Guezzam
87-396 Timiaouine
234+371,Tamanghasset
370+295 Illizi
24-830,Reggane
25+91 Aoulef
23+140,In Salah
47-1063,Tindouf
20+786,Adrar
71+14 Metarfa
68+39 Timimoun
7-74 Talmine
80-167 Béni Abbès
45+505,El Menia
44-560 Abadla
60+50,Béchar
6+829,Hassi Messaoud
27-74,Ouargla
54-166,Ghardaïa
12+184,El Hadjira
14-609,Aïn Sefra
4+508,Guerara
10-395,El Abiodh Sidi Cheikh
22+552,Touggourt
25+79,El Oued
18-714,Mecheria
14+130,El Bayadh
12+185,Laghouat
15+305,El Meghaïer
16-382,Aflou
4+140,Messaad
28+156,Ouled Djellal
24-180;Djelfa
1+325 Zeribet el Oued
6+155,Bir el Ater
9-791,Saïda
1+140,’Aïn Deheb
1+418;Biskra
3-705,Tlemcen
31+69;Sidi Bel Abbes
2+295,Ksar Chellala
0+185,Bou Saâda
16-285,Tiaret
2+405,Barika
1-523,Mascara
0+798,Tébessa
4-98,Khenchela
1-423,Aïn Oussera
11+326;Batna
14-681;Oran
1+518,M'Sila
3-398,Relizane
6+683,Aïn Beïda
9-362,Sidi Aïssa
4-368,Mostaganem
14+467,Bordj Bou Arreridj
10-343,Chlef
2+408;Sétif
7-319,Khemis Miliana
3+573,Souk Ahras
7-134;Constantine
10+82,Guelma
1-460;Blida
24+122,Tizi Ouzou
2-96:Algiers
3+199,Béjaïa
6+68,Jijel
6+115,Skikda
2+86;Annaba
0+67,El Kala
EC Ecuador
-438-7995 Macará
39+75;Loja
59+62 Gualaquiza
14-138;Machala
36+96;Cuenca
19-125,Posorja
3+63,Naranjal
37+150 Macas
8-279,La Libertad
3+102:Guayaquil
7+30,Milagro
27-39,Daule
19+132;Riobamba
18+66 Puyo
24-62;Ambato
19-183;Portoviejo
3+99;Quevedo
7-1151 Puerto Villamil
1+1024;Manta
2+211;Latacunga
0+322 Nuevo Rocafuerte
3-1421 Puerto Baquerizo Moreno
16-70 Puerto Ayora
29+1331,Puerto Francisco de Orellana
20-218;Santo Domingo de los Colorados
2+66:Quito
30-153 Pedernales
26+58,Rosa Zarate
2+135;Ibarra
46+40,Tulcán
15-193;Esmeraldas
EE Estonia
5825+2249 Kuressaare
13+424,Tartu
1-223,Pärnu
42+93 Türi
13-189 Haapsalu
41+282 Rakvere
3+183,Narva
6-344;Tallinn
EG Egypt
2222+3665 Hala'ib
91-106 Shalateen
96-269;Aswān
39+5;Kom Ombo
58+194 Marsa Alam
19-434,Al-Khārijah
4+200;Esna
20-357 Mūţ
21+366;Luxor
41+164 Al Quşayr
5-155;Qina
18-84,Girga
22-20;Sohag
21-19,Ţahţā
29-353 Qaşr al Farāfirah
12+321;Assiut
8+263;Hurghada
47-297;Mallawī
19+349,Sharm el-Sheikh
17-357;Minya
26-189 Al Bawīţī
1+421,Ras Gharib
20+87 Saint Catherine
9-311,Maghāghah
42+26;Banī Suwayf
4+156,Zaafarana
9-714 Sīwah
11+532;Al Fayyum
51+21;6th of October City
15+148;Suez
9-128:Cairo
24+50;Al ‘Āshir min Ramaḑān
7-124,Madīnat as Sādāt
9+67,Banhā
13+32;Zagazig
1+77;Ismailia
13-47,Fāqūs
6-80;Tanta
18+17;Al Maḩallah al Kubrá
5+184 Bi’r al ‘Abd
1-457 El Dabaa
0+203;Damanhur
1+91;Al Mansurah
9+242,Arīsh
3-186,Al Manzalah
4-202:Alexandria
7+238;Port Said
8-506,Marsá Maţrūḩ
5+318;Rosetta
2+139;Damietta
13-665 As Sallūm
1+593,Balţīm
5-516,Sīdī Barānī
EH Western Sahara
2157-1410 Zug
1-87 Tichla
2-148 Bir Ganduz
185+362 Mijek
23-313,Dakhla
21+142 Bir Anzarane
21+124 Oum Dreyga
81-152 Jraifia
122+33,Boujdour
2+342 Meharrize
20-171 Bu Craa
0+320 Bir Lehlou
19-426 Lemsid
56+283 Haouza
4-218,Laayoune
ER Eritrea
1301+4274 Assab
92-105 Edd
37-508,Himora
81+98 Barentu
23+134;Asmara
34+109 Dehalak’ Kebīr
10-157,Keren
ES Spain
2781-1792 Valverde
29+124,Arona
0+126;Las Palmas de Gran Canaria
37-83;Santa Cruz de Tenerife
3+239,Puerto del Rosario
16-406 Los Llanos de Aridane
30+437,Arrecife
717+810,Algeciras
39+56,Marbella
17-125;Jerez de la Frontera
3+172;Málaga
12+196,Almería
35-115;Granada
8-333,Huelva
11+97;Sevilla
3+148,Lucena
8+172 Baza
11+179;Cartagena
7-72,Lorca
10-209,Jaén
12-277 Aracena
0+179;Córdoba
10+364;Murcia
23-185,Campiña
5-270 Azuaga
6+370 Socovos
2+150;Alicante
26-63,Yecla
17-372 Almadén
10-214,Badajoz
3+840,Ibiza
5-729,Don Benito
1+568,Gandia
2-375,Ciudad Real
0+207,Albacete
17-116,Tomelloso
29-231 Guadalupe
2+495;Valencia
1-599,Cáceres
9+517 Utiel
0+385;Palma
29-667,Toledo
10-81,Talavera de la Reina
3+478,Castelló de la Plana
1+389 Ciutadella
1-685 Tarancón
2-308,Plasencia
4+396,Cuenca
28+102,Teruel
7-259:Madrid
18-283 Ciudad Rodrigo
6+183,Ávila
4+273 Taravilla
11+249,Tortosa
14-464,Segovia
2-154,Salamanca
1+521 Andorra
9-219 Sigüenza
5+389,Tarragona
23-289 Calatayud
4+380:Barcelona
12-790,Zamora
11+636,Lleida
4-534;Valladolid
0+384;Zaragoza
1-281,Aranda de Duero
9+122,Soria
22+529,Girona
8-442,Tudela
8+119,Huesca
9-831;Vigo
11+86,Ourense
0+326 Carrión de los Condes
0+90,Burgos
13+125,Logroño
0+305 Laspaúles
8-720,Ponferrada
5+103,León
14+482 Echo
8-89;Pamplona
3-729 Outes
0+626;Gasteiz / Vitoria
16-489,Lugo
17+101 Cangas del Narcea
8+362;Bilbao
5+96,Donostia / San Sebastián
6-643;A Coruña
5+365 Llanes
5+95,Santander
7-186;Gijón
12-193 Viveiro
ET Ethiopia
405+3830 Mēga
78-220 Lobuni
5+198,Yabēlo
37-60 Konso
7+210,Negēlē
31-134,Hagere Maryam
2-159,Jinka
23+233,Kibre Mengist
7+457,Gode
2-252 Ara Ali
6-348;Arba Minch
23+784,Lasoano
4-851,Felege Neway
12+144,Dīla
32+596,Kebri Dahar
7+180,Yamarugley
5-832;Sodo
11+758;Warder
1-616,Dodola
4+80,Goba
4-150;Awasa
8+223,Ghinnir
6-526,Tēpī
9+79,Bonga
26+161,Hosa’ina
12-102;Jimma
28+230,Āsela
17-76,Butajīra
10+519,Degeh Bur
3-898,Gambēla
3+320,Welk’īt’ē
2-220,Metu
16+77,Bedelē
9+292;Nazrēt
20-29;Bishoftu
15+180,Bedēsa
8-293,Hāgere Hiywet
1+232,Āwash
3-142:Addis Ababa
6-220,Nek’emtē
9-72,Gimbi
14+629,Harar
4+68;Jijiga
22-570,Shambu
2+477;Dire Dawa
9-234,Debre Birhan
12-80,Fichē
16+376,Ārabī
2-251,Abomsa
9-545,Āsosa
10+612 Gawanē
18-292,Debre Mark’os
30-151 Dibate
5+105,Finote Selam
38+60,Mot’a
5+176;Dessie
14-280,Dangila
32+56;Bahir Dar
20+362,Samara
4-142,Weldiya
2-157,Debre Tabor
18+103,Lalibela
39+51,Alamata
18-209;Gonder
3+156,Sek’ot’a
32-287 Metemma
21+174,Debark’
34+158;Mek'ele
45+119 Arerti
15-239,Inda Silasē
6+62,Adwa
12+56,Ādīgrat
FI Finland
5998+2344 Raseborg
19+150;Helsinki
28-267;Turku
2+468,Kotka
51-129,Lahti
2-120,Hämeenlinna
48-267,Pori
2+200;Tampere
19+348,Mikkeli
18+161,Savonlinna
37-316,Jyväskylä
1-194 Virrat
22-244 Närpes
13+842,Joensuu
19-693,Seinäjoki
10+485,Kuopio
18-181 Viitasaari
3-425,Vaasa
12+280 Perho
10+560 Lieksa
24-283 Iisalmi
28-406,Kokkola
24+142 Ylivieska
5+497 Kuhmo
10-179,Kajaani
12-145 Kestilä
54+263 Suomussalmi
12-344;Oulu
37+145 Pudasjärvi
47-277 Tornio
11+504 Kuusamo
54-350,Rovaniemi
21+174 Kemijärvi
6-347 Pello
65+264 Sodankylä
24-171 Kittilä
73-126 Enontekiö
52+340 Inari
100+0 Utsjoki
FJ Fiji
-1807+17851,Nasinu
0+81 Levuka
45-187,Lautoka
24+70 Vaileka
95+121 Labasa
FK Falkland Islands
-5169-5786 Stanley
FM Micronesia
532+16301 Tofol
19-919 Lukunor Village
28+334 Ngatik
113+100 Palikir
7-559 Nema
26-812 Ifalik Village
13+258 Satawal Village
7+481 Weno
19-241 Pulap Village
79+232 Nomwin Village
15-207 Onoun
11+266 Murilo
83-1422 Colonia
25+240 Fais
FO Faroe Islands
6201-677 Tórshavn
FR France
4192+874,Ajaccio
78-584,Perpignan
0+655,Bastia
41-873 Saint-Gaudens
1+521,Toulon
10-358,Carcassonne
8+303;Marseille
1-574,Pau
3+357,Béziers
20+325,Draguignan
6-502;Toulouse
1+244;Montpellier
9+339;Nice
12-865 Messanges
2+574,Nîmes
5-486,Mont-de-Marsan
4+265,Albi
17+93 Millau
10-246,Agen
4+445 Vaison-la-Romaine
21-363 Cahors
1+277 Lablachère
10+187,Gap
28-666;Bordeaux
9+302,Aurillac
0+247,Valence
17-142 Langeac
6-196,Brive-la-Gaillarde
2+418,Grenoble
1-500,Périgueux
1+596 Modane
23-228,Saint-Étienne
8-552 Soulac-sur-Mer
14+128,Angoulême
2+204 Sornac
8+266;Lyon
3-176,Clermont-Ferrand
5-184,Limoges
21+282,Roanne
12-522,La Rochelle
5+638,Bourg-en-Bresse
13-263,Montluçon
24-226,Poitiers
9-177,La Roche-sur-Yon
6-92 L'Île-d'Yeu
5+720,Chalon-sur-Saône
3-316,Châteauroux
18+147,Nevers
9-76,Bourges
14-395;Nantes
3+757,Besançon
6-101,Dijon
4-752 La Turballe
4+321,Tours
8-125,Angers
28-282,Lorient
5+694,Auxerre
10-167,Orléans
10-170,Le Mans
2+513 Nogent-le-Bas
5-610,Laval
4-90;Rennes
7+812,Épinal
5-374 Bagneaux-sur-Loing
7+138,Troyes
9-858,Brest
6+598,Chartres
7-426,Saint-Brieuc
6+1052;Strasbourg
6-280,Saint-Dizier
4+123,Nancy
10-287 La Ferté-Gaucher
4-260 Rugles
1-193 Villedieu-les-Poêles
2+357:Paris
27+382,Metz
7-653,Caen
8+439,Reims
15-120,Compiègne
2-173,Rouen
5-99,Le Havre
10-137 Saint-Vaast-la-Hougue
18+598,Charleville-Mézières
8-143,Saint-Quentin
5-99,Amiens
73+76;Lille
9-145,Boulogne-sur-Mer
31+77,Dunkirk
GA Gabon
-293+1098,Tchibanga
13-82 Tsogni
90+175 Mbigou
3-85,Mouila
24+252,Franceville
5+68 Lékoni
1-500 Omboué
43+320,Koulamoutou
42-368,Port-Gentil
2+146,Lambaréné
5+344 Okondja
45-300,Oyam
11+126 Booué
26-183 Kango
22-66;Libreville
18+341 Makokou
21-131 Mitzic
23+241 Mékambo
59-238,Oyem
55+55 Minvoul
GB United Kingdom
4993-630 Isles of Scilly
30+108,Redruth
14+108;Plymouth
35+61,Exeter
0+165,Bournemouth
5+216,Eastbourne
6-42;Brighton
7-126;Southampton
9-308 Hartland
12+430,Crawley
16+70,Maidstone
5-108,Woking
5+198,Saint Peters
9-402;Bristol
0+163;Reading
2-221;Cardiff
3+305:London
3+84;Southend-on-Sea
2-249;Swindon
6-216;Swansea
13+268,Oxford
5-371 Haverfordwest
7+273,Gloucester
17+148;Milton Keynes
2+192,Ipswich
13-338,Worcester
1+234,Cambridge
22-420 Aberystwyth
6+218:Birmingham
9+165,Peterborough
6+155,Norwich
1-243;Leicester
4-132,Telford
13+81,Burton upon Trent
14+49;Nottingham
5-104;Stoke-on-Trent
23-194 Bangor
0+359,Lincoln
15-93;Sheffield
3-151;Liverpool
7+74;Manchester
26+190;Kingston upon Hull
2-236;Preston
4+47,Burnley
0+68;Leeds
16+47,York
62-15,Middlesbrough
2-470;Belfast
30+299,Carlisle
7+133;Newcastle upon Tyne
3-570,Londonderry County Borough
20+107 Ballycastle
4+138 Girvan
53+285 Berwick-Upon-Tweed
10-225;Glasgow
8+106;Edinburgh
9-223 Lochgilphead
43+246,Dundee
35-214 Fort William
32+301,Aberdeen
11-523 Isle of South Uist
16+114 Portree
7+197,Inverness
20+126 Buckie
22-220 Ullapool
32-123 Isle of Lewis
37+286 Thurso
73+54 Pierowall
83+185 Lerwick
GD Grenada
1205-6175 Saint George's
GE Georgia
4164+4163,Batumi
0+136 Akhaltsikhe
5+184:Tbilisi
26+99 Kvareli
4-171,Gori
28-142,Kutaisi
24-82,Zugdidi
7+157 Oni
43-245,Sokhumi
GF French Guiana
364-5403 Maripasoula
63-35 Grand-Santi
67+205,Cayenne
44-63 Sinnamary
12-107 Saint-Laurent-du-Maroni
GH Ghana
490-176;Takoradi
21+51;Cape Coast
32-89,Prestea
13+194:Accra
5-135,Twifu Praso
32+56,Akim Oda
16+73,Koforidua
11-141,Obuase
25-65,Bibiani
10+156,Nkawkaw
5+123,Ho
9-209:Kumasi
46+209,Hohoe
12-334,Domaa-Ahenkro
7+54,Sunyani
5+97,Ejura
37+38,Atebubu
30-75,Kintampo
1+191 Dambai
16-83,Yegyi
62+71,Bimbila
23-188 Damongo
32+98;Tamale
4+83,Yendi
110-269,Jirapa
25+185,Bolgatanga
27+61,Bawku
GL Greenland
6014-4524 Nanortalik
58-80 Qaqortoq
127-363 Paamiut
219-205 Nuuk
124-118 Maniitsoq
19+1526 Tasiilaq
133-1603 Sisimiut
7+298 Kangerlussuaq
170-217 Aasiaat
51+176 Ilulissat
145-103 Uummannaq
211-402 Upernavik
469-1308 Qaanaaq
GM Gambia
1325-1588,Nema Kunku
19-80;Serekunda
4+141 Baro Kunda
GN Guinea
776-882;Nzérékoré
78-65,Macenta
3-66,Gueckedou
12+148 Beyla
49-145,Kissidougou
9+108 Kérouané
27-466:Conakry
19+26,Manéah
31+268,Faranah
2-213,Kindia
31-71,Fria
1+149,Mamou
1+278;Kankan
24+62 Mandiana
2-593,Kamsar
0+474,Kouroussa
9-123 Dabola
16-192,Télimélé
20-74,Sangarédi
19+306 Dinguiraye
3-157,Labé
10+311,Siguiri
30-102 Tomba-kanssa
8-331,Koumbia
68+20 Koundara
GP Guadeloupe
1627-6151,Les Abymes
GQ Equatorial Guinea
-145+563 Aual
253+406 Cogo
22+125 Aconibe
56-117,Bata
16+70 Ncue
174-169,Malabo
GR Greece
3483+2409 Kastrí
38+201 Sitia
12-96,Irákleion
18-111,Chaniá
0+318 Karpathos
85-176 Emporeío
8+277,Ródos
7-516 Neápoli
4+329 Astypálaia
18-190 Adámas
31-234,Kalamata
22+105 Spétses
18+178 Ermoúpolis
23-276 Vytína
2+476 Pythagóreio
9-604 Zakynthos
16+205,Kórinthos
4+78;Athens
27-199,Pátra
32+147 Martínon
6+89 Kými
27-167,Lamía
6-168 Préveza
18+90 Ágrafa
2+184 Skiáthos
46-357,Corfu
1+250,Lárisa
3-157,Ioánnina
21+421 Mýrina
8-344 Karperó
45+226 Ierissós
12-168,Véroia
12+73;Thessaloníki
21+295,Alexandroupoli
9-147,Kavála
14-86,Sérres
GS South Georgia and the South Sandwich Islands
-5428-3651 Grytviken
GT Guatemala
1428-8989,Jutiapa
2-90,Escuintla
23+20;Villa Nueva
11+8;Guatemala City
0+52,Jalapa
6-187,Coatepeque
10+231,Chiquimula
4-197,Quetzaltenango
10+41,Chichicastenango
46+147,Panzos
7-73;Cobán
19-106,Soloma
7+283,Puerto Barrios
60-82 Poptún
59-50,San Benito
GU Guam
1352+14484,Dededo Village
GW Guinea-Bissau
1173-1482 Xitole
13-78;Bissau
42+138,Gabú
GY Guyana
528-5915 Mahdia
73+84,Linden
24+79,New Amsterdam
55-64;Georgetown
140-162 Mabaruma
HK Hong Kong
2228+11417:Hong Kong
11-20;Tuen Mun
3+14:New Territories
HN Honduras
1331-8718,Ciudad Choluteca
72+60;Danlí
4-189 Piraera
1+126;Tegucigalpa
52-62,Siguatepeque
2-104,San Pedro de Copán
21+229 Salamá
2+69,Catacamas
9-150,Victoria
6+416 Iralaya
48-334,Olanchito
3-146;San Pedro Sula
17+203,Tocoa
8-78;La Ceiba
4+250 Barra Patuca
3-365,Puerto Cortez
14+284 Iriona
47-80 Guanaja
HR Croatia
4295+1711 Žrnovo
56-67,Split
61-121,Zadar
62-43 Barbat
13-95,Pula
29+417,Slavonski Brod
10-149 Majur
7-209,Rijeka
1+94 Generalski Stol
21+331,Osijek
26-271;Zagreb
2+141 Virovitica
HT Haiti
1819-7375,Les Cayes
5+121,Jacmel
27-9,Léogâne
3+29:Port-au-Prince
11-178,Jérémie
12+161,Arcahaie
31+67 Thomassique
3-86;Saint-Marc
65+50,Cap-Haïtien
18-63;Port-de-Paix
HU Hungary
4608+1823,Pécs
17+192,Szeged
20-316,Nagykanizsa
17+187 Paks
6+224,Békéscsaba
23-141,Kecskemét
19-213,Ajka
9+85,Székesfehérvár
4-179,Szombathely
14+401 Kunhegyes
13-159:Budapest
3+258;Debrecen
15-398,Győr
28+408,Nyíregyháza
14-192,Salgótarján
0+98,Miskolc
ID Indonesia
-1073+12305 Baa
56+56;Kupang
51-335,Waingapu
21+422,Kefamenanu
2-524,Tambolaka
32+565,Atambua
27-323,Ende
10-481,Taliwang
9-163;Denpasar
3+699,Maumere
1-175,Ruteng
3-434;Mataram
8+377,Labuan Bajo
0+2052,Merauke
1-2299,Sumbawa Besar
3+131,Bima
9+469,Lewoleba
1-880,Negara
13-26,Banyuwangi
1+1019 Kalabahi
5-1085;Jember
2+1410 Tiakur
2-1458,Lumajang
2+187,Singaraja
1-292,Blitar
5+2749 Okaba
6-836 Saumlaki
1-1867;Malang
16-61;Kediri
2-166;Yogyakarta
5+286;Probolinggo
2-421;Cilacap
2+500;Situbondo
6-110;Pasuruan
2-139;Madiun
7-69;Surakarta
9-61,Magelang
0+221,Mojokerto
5-320;Purwokerto
9-101;Tasikmalaya
0+227,Salatiga
8+226:Surabaya
1-483,Garut
4-49;Banjar
4+604,Pamekasan
1-159,Bojonegoro
6-96,Purwodadi
10-437,Pelabuhanratu
0+387:Semarang
1-194,Kuningan
6-155;Sukabumi
0+68:Bandung
3+207;Pekalongan
2-54;Tegal
1-122;Sumedang
10+312,Pati
5-248;Cirebon
12-177:Bogor
0+388:Jepara
2-291,Subang
1-32,Purwakarta
4+3188 Kepi
12-3250:Depok
7+150,Indramayu
2-100;Karawang
2-60:South Tangerang
1+109,Pamanukan
5-82:Bekasi
2-14:Jakarta
3-22:Tangerang
6-48;Serang
27+650,Sangkapura
9+2158,Dobo
13-148,Tual
8+539 Agats
9-1554,Baubau
3-1734:Bandar Lampung
28+1417:Makassar
3+82,Sinjai
1-1494,Metro
27+1741,Raha
23+1396,Timika
1+170 Kenyam
6-1805,Watampone
41-1616,Baturaja
3+3478,Wamena
7-3570,Pagar Alam
2+1638,Parepare
3+289;Kendari
13+421 Namrole
5-2446;Bengkulu
4+3744 Elelim
5-172,Mulia
1-981;Ambon
8+842 Bugalaga
8-1763,Majene
10-413;Banjarbaru
1-1061,Prabumulih
7+3127,Nabire
2-658,Amahai
2-1433;Banjarmasin
3-1173;Lubuklinggau
3+2423,Namlea
27-689,Palopo
7-1545:Palembang
0+2755 Fakfak
4-2403,Manggar
15-64,Tanjung Pandan
5+400,Pangkalanbuun
0+726 Mamuju
10-351,Barabai
3+659 Bungku
2-902,Sampit
0+2777;Jayapura
6-2969 Manismata
26+289;Palangkaraya
8-781;Pangkalpinang
2+2741 Bintuni
4-2836 Muntok
1-377,Sungai Penuh
0+2459 Sanana
3-2639 Tuapejat
15+3665 Serui
3-3012,Sungailiat
0+3263 Sarmi
25-3513;Jambi City
1+2379 Kawasi
8+676 Ransiki
2-3206 Muara Bungo
5+2990 Teminabuan
4-1126,Poso
13-392;Balikpapan
1-1273,Simpang
8+3198,Biak
16-3249,Mendaha
7-324;Padang
0+1455,Muara Teweh
0+789,Luwuk
4-292;Palu
3+1139;Sorong
2+280,Manokwari
5-163 Fef
18-495 Labuha
14-2292 Dabo
0+1259;Samarinda
2-1447 Kuala Cenaku
16-231,Bukittinggi
7+3014 Waisai
2-2988,Payakumbuh
19+869;Pontianak
10+218,Sintang
6+599,Bontang
39-1605:Pekanbaru
2+2162;Gorontalo
3-2526 Teluk Dalam
13+3049 Maba
4-398,Kotamobagu
5+307;Ternate
12-1840;Singkawang
1-452;Tanjung Pinang
12+1636;Toli-Toli
2-1953,Balai Pungut
9+273:Batam
14-641,Gunungsitoli
7+1169,Kota Sambas
2-1003;Padangsidempuan
6+2586;Bitung
4-28;Manado
19-2341;Dumai
6+2657,Tobelo
1-2923,Sibolga
36+105,Rantauprapat
38-345 Sinabang
18+150,Subulussalam
18+1949,Tanjung Selor
12-1830;Pematangsiantar
1+73,Tanjungbalai
32+649 Tobong
2+1130;Tarakan
2-1843,Tebingtinggi
24-20,Perbaungan
1-29:Medan
1+1795 Malinau
2+887,Tahuna
13-2865 Blangpidie
20+1154 Ranai Kota
20-1225,Meulaboh
33+184,Langsa
71-82;Lhokseumawe
4-87,Reuleuet
32-95;Banda Aceh
1+3125 Miangas
IE Ireland
5165-991 Castletownbere
25+144;Cork
36+136,Waterford
1-259 Tralee
39+108,Limerick
1+233 Gorey
36-101 Portlaoise
24-175,Galway
6+280:Dublin
40-155 Longford
27+138,Dundalk
22-357 Belmullet
5+152 Sligo
IL Israel
3061+3480 Mitzpe Ramon
64-1,Beersheba
52+43;Jerusalem
2-57;Ashdod
29+13;Tel Aviv
73+22;Haifa
IM Isle of Man
5415-448 Douglas
IN India
701+9389 Campbell Bay
117-1646;Nāgercoil
11-437 Minicoy
20+389;Thiruvananthapuram
24+73:Tirunelveli
4+45;Thoothukudi
11-155;Kollam
41+273,Rameswaram
16-151;Sivakasi
4-147;Alappuzha
6+226,Paramagudi
37-47:Madurai
5-185;Kanayannur
4+121:Teni
6+129,Kāraikkudi
1-513 Kalpeni
25+331,Valparai
4+103;Dindigul
1+84,Pudukkottai
14-260;Thrissur
5-358 Kavaratti
19+720,Nagapattinam
1-391,Ponnāni
0+72,Palakkad
2+249;Thanjavur
2-547 Andrott
1+503:Tiruchirappalli
14-62;Karur
0+131,Kumbakonam
5-242:Coimbatore
3-89,Malappuram
8+127;Tiruppur
10-458 Kadmat
3+301;Kozhikode
9+195;Erode
7-103;Ooty
20+280,Neyveli
4-134;Salem
2+1459,Port Blair
6-1379:Kallakurichi
2-347,Tellicherry
18+434;Puducherry
30-76,Tiruvannamalai
7-243;Mysuru
1-153,Kanhangad
12+63,Madikeri
8+1718,Rangat
1-1602,Mandya
22+93;Hosūr
5+89,Ambur
5+98;Kanchipuram
8-484;Mangaluru
0+427;Vellore
4-85,Robertsonpet
1-69:Bengaluru
4-149,Hassan
8+418:Chennai
12-118,Chittoor
6+1390,Diglipur
5-1723,Chikmagalūr
1-102,Udupi
1+235;Tumkūr
21+140,Madanapalle
9+92;Tirupati
19-193,Hindupur
8+240,Nāyudupet
2-432;Shivamogga
6-101,Bhatkal
12+360,Kadiri
11-176,Chitradurga
19+132,Dharmavaram
4+227;Nellore
2-406;Davangere
1+289;Kadapa
14-398,Sirsi
0+79,Ranebennur
6+198;Anantapur
7+94,Proddatūr
6-442,Karwar
10+388,Tadpatri
19+140 Pāmūru
4-249;Ballari
3+44,Guntakal
10-97;Hosapete
8-126;Hubballi
4-132,Mormugao
3+181,Gadag-Betageri
6+286;Nandyāl
2+156;Ongole
13-277,Adoni
11+200,Mārkāpur
9-123;Kurnool
2-354;Belagavi
21-104 Mālvan
10+306,Lingsugūr
3-82,Bagalkot
0+544,Machilīpatnam
2-378;Rāichūr
2+269,Narasaraopet
7+41;Guntur
10-182 Achampet
4+236,Gudivāda
3-588,Rabkavi-Banhatti
4+553:Vijayawada
3+87,Bhimavaram
16-729;Kolhāpur
1+687;Eluru
3-311,Mahbūbnagar
3-85,Yadgir
4+439,Tadepalligudem
1-581;Vijayapura
3-116;Sāngli
2+500,Miryalaguda
4-561,Shahuwadi
5+829;Kākināda
3-893,Ratnagiri
2+847;Rajamahendravaram
4-251,Nalgonda
9+35,Suriāpet
11-204,Tandur
0+256,Khammam
9-330;Kalaburagi
4+162:Hyderabad
20+222,Palwancha
9-477;Sholapur
0+670,Narsīpatnam
1-728,Pandharpur
0+787:Visakhapatnam
1-921,Satara
4+933:Rasapūdipalem
3-1013 Dāpoli
4+820 Konta
7-444,Basavakalyan
4+57;Bidar
9+206;Warangal
5-132,Medak
7+515;Vizianagaram
3-883,Bārāmati
3+146,Dharashiv
1+390;Mulugu
4-425,Barshi
7+821,Srikakulam
6-201,Malakanagiri
3-477,Udgīr
1-55;Latur
4-345,Roha
0+601;Karīmnagar
8-527:Pune
10-6:Pimpri-Chinchwad
5+430;Nizāmābād
1+317 Bacheli
5+156,Sunabeda
4+158,Palāsa
2-549,Jagtiāl
1+53;Rāmgundam
6+94 Bhopālpatnam
13-463,Beed
5-274:Navi Mumbai
3-14:Mumbai
1+914,Jagdalpur
1-728;Ahilyanagar
7+257;Nanded
1+610,Rāyagada
3-1045:Thāne
3+959:Nowrangapur
1-941:Kalyān
3+363;Parbhani
3-392;Bhayandar
1+1194;Brahmapur
2-532,Kagaznāgār
13-666:Virār
13+885,Kondagaon
1-397,Umarkhed
2-303,Shrirampur
5+388,Ādilābād
4-140,Hingoli
9+868;Puri
4-993;Jālna
4-55:Aurangabad
3+783,Bhawānipatna
2+141 Bhanjanagar
2-528;Chānda
5-551:Nashik
9+737 Antāgarh
6-459,Mehkar
3+344,Garhchiroli
9+582;Bhubaneswar
5+78,Parādīp Garh
5-1371,Vapi
2+523,Yavatmāl
7+775;Cuttack
2-165,Phulbāni
5-805,Buldāna
2-165;Malegaon
0+431,Hinganghāt
15+465,Balāngīr
1-649;Akola
0+455,Dhamtari
3-295,Wardha
3-564;Bilimora
5-192,Una
2+1406,Angul
6-1032;Dhule
1-441,Verāval
2+738;Amravati
7-218;Jalgaon
5+682 Bāgbahra
0+413,Bhadrak
4-1475,Mahuva
1+926,Rāj-Nāndgaon
1-764,Vyāra
4+569:Nagpur
2+57,Bhandāra
3-682:Surat
1+860;Bhilai
2+20:Raipur
3-412,Achalpur
5-128;Burhānpur
1+678 Saraipali
5-877,Nandurbar
9+595,Gondiā
1-192,Warud
0+571,Sambalpur
2+295,Balasore
3-1647;Jūnāgadh
2+1427 Deogarh
6-1352,Amreli
3+1439,Keonjhargarh
1-1599,Porbandar
5+337,Bharūch
6-236,Jetpur
1+153;Bhavnagar
6+346,Khargone
0+74;Khandwa
8+155,Betūl
0+550,Raigarh
3+333,Baripāda
8-550,Kawardha
2-633,Barwāni
3+404,Chhindwāra
0+917,Haldia
2-595;Bilāspur
1-811 Kawānt
0+550,Seoni
3+448,Sundergarh
5-1236,Botad
5+1319;Rourkela
2-847;Punāsa
3+978,Rairangpur
2-1538:Rājkot
1+242:Vadodara
4+389,Harda
0+1023;Kharagpur
1-463;Korba
12-1363,Okha
0+100;Jamnagar
2+2291 Saiha
7-462:Kolkata
4-799,Mandlā
6+848,Basirhat City
1-709 Amarkantak
1-682 Rājgarh
0+1069,Chakradharpur
1-1277;Nadiād
3+297:Indore
1-418,Surendranagar
2+608,Narmadapuram
1+62,Pipariā
2-474,Godhra
2+1258:Jamshedpur
2-1535;Morvi
1+342,Dohad
4+1414;Bhātpāra
2-426 Jashpur Nagar
6-496,Narsimhapur
2-312;Dewas
6-347:Ahmedabad
2+1624,Bangaon
3-1870;Gāndhīdhām
4+1307,Ambikāpur
5-325:Jabalpur
1-417;Ujjain
1+657,Chirmiri
1-527,Sehore
3+999,Bānkura
2-1740,Bhuj
0+773:Bhopal
0+1103,Shāntipur
1-57;Barddhamān
3-650,Shahdol
4-632;Ratlām
0+1132,Puruliya
1-105:Ranchi
9-63,Lohārdagā
3-926,Nagda
6+1189;Durgapur
1-950,Vidisha
1-337,Bānswāra
0+1893,Ngūr
3-2272 Rāpar
3+173,Mahesāna
0+59,Himatnagar
3-407 Dayapar
4+1725;Bokāro
1+83;Āsansol
3-1096,Agar
2+1670;Aizawl
4-951 Wādrupnagar
3+322:Dhanbad
3-699,Damoh
1-573,Dūngarpur
0+503;Saugor
0+165;Murwāra
0+1089;Agartala
1-1915,Pātan
7+478,Biaora
7+845,Hazāribāgh
5-129,Medininagar
3-900,Mandsaur
3+1318,Baharampur
7-1581,Pālanpur
0+575,Bīna
2+812,Giridih
1-363;Singrauli
7+457,Dumka
6+642,Churāchāndpur
4-150,Dharmanagar
3-1029,Sidhi
6-701,Nimach
3+1183;Deoghar
4-541;Rewa
5-46;Satna
1-712;Udaipur
1+245,Jhālāwār
5+115,Guna
4+111,Lalitpur
0+465,Robertsganj
3-288,Panna
3-842,Sānchor
0+1260,Aurangābād
5-1131 Pindwāra
0+1194;Gaya
1+894;Imphal
2-114,Silchar
6-1818,Chittorgarh
3+497,Chhatarpur
3+443,Sasarām
5+413,Malda
10-1163,Bārān
4+605;Mirzāpur
4-673:Kota
2+968;Bihār Sharīf
1-53,Jahānābād
1+379,Bālurghāt
2-181;Bhāgalpur
7-1304 Amet
1+908:Varanasi
3-1039,Jalor
0+202;Bhilwara
2+1183;Munger
5-881,Shivpuri
0+847;Begusarai
2-1049,Būndi
0+620:Prayagraj
2-326;Jhānsi
2+175,Bānda
3+987,Tura
5-554;Arrah
1+722,Shillong
1-829,Ghazīpur
0+39,Buxar
1+116:Patna
2+298,Rāiganj
6+638 Phek
8-2311,Bārmer
0+1130,Jaunpur
0+1048,Lumding Railway Colony
2-1985;Pāli
1+1415;Purnia
5-1523,Balotra
4+1436,Saharsa
4+712,Dimāpur
2-1291,Fatehpur
1+275;Mau
3-841,Kekri
2+430,Orai
3-311,Sawai Madhopur
0+1365,Dhubri
5-681,Azamgarh
3-886,Beāwar
0+1364,Kishanganj
2-257;Muzaffarpur
3+51;Darbhanga
2-1011,Tonk
1-208,Bilāra
0+1804;Guwahati
4-739,Siwān
1-619:Gwalior
0+306,Raebareli
2-382,Sabalgarh
1+466,Sultānpur
1-906:Jodhpur
0+2181,Tuensang
6-537,Koch Bihār
2+322,Nagaon
10-1803;Ajmer
2+208,Gangāpur
0+363:Kanpur
1+1021,Bongaigaon
2-1256;Morena
2+1073,Jalpāiguri
5-994,Bhind
8-476,Merta
0+1089,Mothīhāri
6+351;Siliguri
2-1139,Hindaun
1+685;Kushinagar
1+821 Udalguri
1+210,Jorhat
1-1083;Gorakhpur
1-435;Etāwah
0+313,Fyzābād
1+57,Bastī
1+178,Bettiah
4-358:Lucknow
1+846,Jaigaon
7-1848,Jaisalmer
0+489:Jaipur
11+1248,Dārjiling
1-1355,Makrāna
5+1889,Itanagar
1-952,Bagaha
3-1172,Phalodi
0+958,Gondā City
2-355;Fīrozābād
3-38:Agra
2-429,Nāgaur
2+376;Bharatpur
11+1112,Gangtok
6-903;Farrukhābād
0+55,Hardoī
9+1478,Dibrugarh
1+45,Tinsukia
1-1769;Mathura
1+497 Pachperwa
5-602;Alwar
0+204,Etah
0+202,Sītāpur
1+91,Bahraigh
0+1021 Tawang Town
3-1375,Hāthras
1-291;Sīkar
9-67,Sūjāngarh
18+360;Alīgarh
0+184;Shāhjānpur
3+1345 Koloriāng
0+277 Tezu
4-1535,Lakhīmpur
7-747;Bikaner
2+582,Budaun
6-512,Sri Dūngargarh
3+139,Jhunjhunūn
7+122,Rewāri
2+1823 Jining
8-1988,Chūru
7+446;Bareilly
3-157,Bulandshahr
1-55:Faridabad
5-28;Gurugram
12+154,Sambhal
3-159:Najafgarh
2+282,Pīlibhīt
2-257:Delhi
2+21:Ghāziābād
3-480 Berīwāla
4+443;Rohini
1+22;Loni
4-115,Bhiwāni
1+1976 Anini
4-1712;Morādābād
1-169;Narela
4-50;Rohtak
1+188,Amroha
8-76:Meerut
0+169,Rudrapur
17-368;Hisar
6+324,Kashipur
11-264,Jīnd
7+65;Panipat
6-130:Gorakhpur
2+203;Muzaffarnagar
6-267,Sirsa
5-70,Hanumāngarh
0+588,Pithorāgarh
11-323;Karnāl
9+245 Dwārāhāt
2-303,Kaithal
12-253;Sri Ganganagar
3+429,Haridwar
2-133,Thānesar
0+72;Sahāranpur
16-27;Yamuna Nagar
1-308,Abohar
7+74;Bathinda
11+309;Dehradun
2-164;Patiāla
2+41,Ambāla
1-125,Barnāla
10-103,Muktsar
6+136,Māler Kotla
3+368 Joshīmath
15-334,Khanna
3+57;Chandigarh
7-162,Moga
10+68:Ludhiana
9+309 Gangotri
10-177,Shimla
23-159;Jalandhar
18+221 Sarāhan
3-188,Hoshiārpur
8-103:Amritsar
9+205 Mandi
10-173,Batāla
41+112,Dharamsala
5-67,Pathānkot
30+137 Kyelang
17-216;Jammu
41+69 Doda
32+133 Padam
26-173,Anantnag
36-34:Srinagar
8+277,Leh
36-332 Kopawor
3+187 Kargil
37+66 Thang
IO British Indian Ocean Territory
-726+7238 Downtown
IQ Iraq
2997+4847,Al Fāw
7-55,Umm Qaşr
46-10:Al Başrah al Qadīmah
46-55;Al Madīnah
10-101;Nasiriyah
27-97,As Samawah
8+88,Ash Shaţrah
43+97;Al ‘Amārah
2-107,Qal‘at Sukkar
13-114;Al Diwaniyah
4-58;Najaf
43+7;Al Hillah
5+140;Al-Kut
5-41,An Nu‘mānīyah
6-139:Karbala
16+27,Al-Musayab
26-400 Ar Ruţbah
2+408;Al Maḩmūdīyah
25-19;Abū Ghurayb
3+22:Baghdad
1-61,Al Fallūjah
7-48;Ramadi
33+130,Baqubah
23+33,Al Miqdādīyah
16-256,Ḩadīthah
6+151,Sāmarrā’
15+150,Khānaqīn
4-440,Al Qā’im
24+433;Kelar
26-69,Ţūz Khūrmātū
4-114,Bayjī
54+90:Kirkuk
5-116,Ash Sharqāt
4+220;Sulaymaniyah
62-30,Qeładizê
1-112:Erbil
13-213,Sinjār
1+123:Al Mawşil al Jadīdah
40+77,'Ākra
14-89;Dihok
IR Iran
2507+6141 Pasābandar
22-77,Chabahar
17-155 Kartī
19-131 Jask
43+397 Pīshīn
6-450 Harangān
11+350,Qaşr-e Qand
21-285 Sardasht
10-388,Kīsh
0+86,Bandar-e Lengeh
2+476 Fannūj
37-405 Bandar-e Khamīr
18+150,Mīnāb
0+458 Mehrestān
6-539;Bandar Abbas
1+440,Iranshahr
13-750 Lamerd
4+915,Sarāvān
11-288 Galmūrtī
20-511,Lār
11+425 Zehkalūt
4-653,Bandar-e Kangān
3+812 Bazmān
8-248,Kahnūj
28+352,Khāsh
9-532 Ḩājjīābād
19-234,Jahrom
15-218,Khūrmūj
3+636,Jīroft
7-320,Dārāb
9-197,Fīrūzābād
13-173,Bushehr
14+752,Bam
2-432,Estahbān
10+256,Bāft
1+73 Darb-e Behesht
3-611,Borāzjān
0+200 Sarvestān
18+246,Sirjan
5+518;Zahedan
8-1034,Bandar-e Genāveh
3+201:Shiraz
1-88,Kāzerūn
25+115,Marvdasht
1+493 Golbāf
2+225 Noşratābād
15-561 Herāt
7+75,Shahr-e Bābak
16+196;Kerman
7-484 Khānīman
1-144,Dogonbadan
5+519,Rafsanjān
3-781;Khorramshahr
12+101,Bandar-e Māhshahr
4+105,Behbahān
1+296 Şafāshahr
6-161,Yasuj
14+497,Zarand
6-129 Anār
16+622,Zābol
13-884,Abadeh
12-305,Rāmhormoz
4-92;Ahvaz
9+760 Kūhbanān
1-471 Semīrom
4+218 Dehshīr
5-292,Lordegān
3+921 Nehbandān
6-464,Bāfq
12-741 Bostān
11+188,Īz̄eh
7+450;Yazd
4-507,Masjed Soleymān
7+256,Shahreẕā
4-301,Shūshtar
28+201,Shahr-e Kord
5-245;Dezful
27+326:Isfahan
4-440,Dehlorān
17+582 Nā’īn
1+613,Bīrjand
12-881 Dārān
32+329 Anārak
9-401,Alīgūdarz
9-133;Khorramabad
0+70,Dorūd
2+286,Naţanz
2-431,Kūhdasht
7+931,Tabas
4-1050,Īlām
9+1276,Qā’en
4-86 Baghdādeh
1-324 Khūr
12-633;Borūjerd
1+170,Maḩallāt
7+98;Kashan
9-346,Nūrābād
2+173;Arāk
21-88,Malāyer
1-176;Kermanshah
4+1162,Gonābād
23+146,Khvāf
6-926;Qom
16-237;Hamadān
1-202,Javānrūd
21+387;Sāveh
15-255,Qorveh
1+960 Dorūneh
5-510,Īstgāh-e Rāh Āhan-e Garmsār
1+616,Kāshmar
0+215,Torbat-e Jām
3-140,Torbat-e Ḩeydarīyeh
4-1222;Sanandaj
8+203 Razan
4+255;Qarchak
5-50,Robāţ Karīm
4-490,Marīvān
6+721,Semnan
11-197:Tehran
6+39,Pardīs
8-82:Karaj
0+864;Marāgheh
4-1202,Bījār
8+300;Naz̧arābād
5-472,Bāneh
15+333,Abhar
2+512,Dāmghān
4+334;Sabzevar
0+112;Neyshābūr
4-1253,Saqqez
2+373;Qazvin
3+961:Mashhad
1-279 Mazīnān
9-971,Takāb
2+787,Shahrud
5-263;Āmol
5-614,Būkān
2+1495,Sarakhs
1-848;Bābol
1+38;Sari
10-164,Chālūs
2-292;Zanjan
2-336,Piranshahr
6+58,Mahābād
8+872;Gorgān
8-379,Rāmsar
0+932 Āqdāsh
3-359 Jājarm
2-1027,Mīāndoāb
14+1240,Qūchān
9-850,Lāhījān
5+516,Gonbad-e Kāvūs
3-558;Rasht
11-335;Marāgheh
3+148,Mīāneh
2+1139,Dargaz
3-178,Bojnūrd
8-1225;Orūmīyeh
7+345,Khalkhāl
30+813 Khartūt
2-912,Sarāb
14-125:Tabriz
17+200;Ardabīl
18-252,Marand
5+130,Ahar
7-212,Khūy
56+227 Qayah Bāshī
18-276,Maku
36+346,Pārsābād
IS Iceland
6344-2027 Vestmannaeyjar
69-5 Flúðir
1-158,Reykjavík
11+669 Höfn
83-752 Stykkishólmur
19+834 Egilsstaðir
13-655 Hvammstangi
28+285 Akureyri
7-155 Sauðárkrókur
32-349 Ísafjörður
IT Italy
3550+1261 Lampedusa
133-66 Pantelleria
24+229,Gela
1+105,Siracusa
41-22;Catania
2-199,Sciacca
23+101 Bompietro
6-165,Marsala
32+92;Palermo
2+137 Capo d'Orlando
5+82;Messina
61-31 Stromboli
8+136,Catanzaro
26-830 Carloforte
9+82,Cagliari
37+751 Rossano Stazione
21-83 Scalea
9-721,Oristano
11+957 Casarano
24-169 Tursi
7-714,Nuoro
14+792,Taranto
17+69,Brindisi
1-213,Potenza
4-102,Salerno
5-623,Sassari
12+571;Naples
5-131 Ponza
2-346,Olbia
20+737;Bari
34-132,Foggia
10-88,Campobasso
8-133,Frosinone
25-83:Rome
20-71,Civitavecchia
3+370 Isole Tremiti
23-210,L'Aquila
11+80,Pescara
10-156,Terni
20-153,Grosseto
20+277,San Benedetto del Tronto
15-149,Perugia
35-51,Arezzo
8-155,Livorno
7+318,Ancona
17-226;Florence
11-321,Imperia
17+453,Rimini
4-275,La Spezia
12+222,Forlì
17-449,Cuneo
1+139;Genoa
9+240;Bologna
16-41,Modena
15-60,Parma
4+129,Ferrara
7-301,Alessandria
14+108,Piacenza
2-200;Turin
34+420;Padua
3-90;Verona
1-237,Novara
1+57:Milan
8+102;Brescia
1+134,Vicenza
8+102,San Donà di Piave
2+121;Trieste
5-411,Bergamo
4-235,Aosta
33+380,Trento
0+212,Udine
20-94 Longarone
3-202 Grosio
19+106,Bolzano
JE Jersey
4919-210 Saint Helier
JM Jamaica
1800-7679;Kingston
4-72,Mandeville
43-41,Montego Bay
JO Jordan
2953+3501,Aqaba
67+72,Ma'an
64-13 Aţ Ţafīlah
104+123 Al Azraq ash Shamālī
8-88:Amman
11+14;Zarqa
43+211 Ruwaished
6-235;Irbid
75+285,Rukban
JP Japan
2434+12416,Ishigaki
13-116 Yonakuni
32+231,Miyakojima
104+592 Zaisho
38-355;Naha
13-87 Kumejima
71+161 Chabana
5+1378 Ogasawara
66-1317 Tokuwase
62+46,Amami
149+38 Nakanoshima
36+61 Yudomari
50+52 Nishinoomote
65-15,Kanoya
19-30;Kagoshima
16+52,Miyakonojō
19+35;Miyazaki
58-82,Honmachi
8+107,Nobeoka
10-286,Gotō
7+107;Nagasaki
6+81;Kumamoto
22-24,Ōmuta
7+933 Hachijō
7-1005;Sasebo
5+283,Uwajima
1-96;Ōita
9-108;Kurume
12-55,Karatsu
11+356;Kochi
5-311:Fukuoka
4+259;Shinagawa
9+297 Shingū
11-321;Matsuyama
1-192;Kitakyushu
9+40,Ube
2+206,Niihama
11-31,Imabari
0+157;Tokushima
1-274,Shūnan
8+39,Iwakuni
2-75,Yamaguchi
3-218 Tsushima
1+586;Minato
11-110;Takamatsu
0+517 Shikinejima
7-677:Hiroshima
8+92;Fukuyama
3+242,Kashihara-shi
7-32;Sakai
0+107,Matsusaka
7-261;Okayama
4+125:Kobe
0+32:Osaka
1+223;Hamamatsu
12-303;Himeji
6-262,Hamada
7+509;Okazaki
2-55;Yokkaichi
1+176;Shizuoka
4-263:Kyoto
3-175,Tsuyama
12+468;Fuji
1-177:Nagoya
7-66,Hikone
8+309;Hiratsuka
2-272,Ōgaki
8+303:Yokohama
2-432,Maizuru
3-228;Matsue
2+118,Tottori-shi
2+359,Iida
4+190;Ōta
4-40;Aihara
0+80;Chiba
7-155,Kofu
2+112:Tokyo
0+18;Edogawe
4+96,Choshi
8-112;Kawaguchi
10-5:Saitama
15-344;Fukui-shi
7+103,Takayama
7-394 Nishida
0+697;Suginami
3-231;Matsumoto
7+140;Ōta
0+43,Oyama
3-78;Takasaki
24+86;Utsunomiya
3-326;Kanazawa
0+403,Hitachi
5-247;Nagano
5-96;Toyama
28+285,Nasushiobara
7+81;Iwaki
10-264,Jōetsu
25-134 Wajima
0+348;Kōriyama
5-153;Nagaoka
4+110,Aizu-Wakamatsu
26+52;Fukushima
17-143;Niigata
10-68,Sado
21+201;Yamagata
4+50:Sendai
15+43,Ishinomaki
17-33,Ōsaki
13-115,Tsuruoka
20+131,Ichinoseki
25-63,Yuzawa
48+144,Miyako
5-79;Morioka
2-103;Akita
78+138;Hachinohe
9-103,Hirosaki
23+26;Aomori
47+49,Mutsu
49-48;Hakodate
50+256 Hiroo
4-231,Muroran
1+138 Shizunai-furukawachō
12-252 Setana
19+175,Tomakomai
28+160,Obihiro
6+117,Kushiro
9-302:Sapporo
12-35,Otaru
13+457,Nemuro
45-321;Asahikawa
3+153,Kitami
55-54 Mombetsu
1-165 Haboro
58+88 Esashi
47-91,Wakkanai
KE Kenya
-405+3966:Mombasa
65-110,Voi
18+156,Malindi
48-261 Isineti
5+66 Mtito Andei
42+273 Lamu
19-343 Emali
18-118 Magadi
21+388,Masalani
34-272,Mwala
7-63:Nairobi
19+312 Bura
1-407,Narok
5+120;Thika
9+99 Mwingi
22-400 Nyandiwa
1+237,Naivasha
1+75,Karuri
2-241,Kisii
23+488,Garissa
8-437,Kericho
6+79;Nakuru
21-131;Kisumu
11+231,Nanyuki
4+59,Meru
0+265 Dadaab
23-556:Kakamega
18-64,Busia
1+188 Marigat
5-72;Eldoret
1+325 Garba Tula
45-120 Wamba
4-231,Kitale
0+448,Habaswein
8-279,Maralal
49+111 Laisamis
16+225,Wajir
3-327 Baragoi
55+120,Marsabit
5-234 Lokichar
11+392 Eldas
25-286 Loiyangalani
7+422,El Wak
31-533,Lodwar
20+147 North Horr
4+315 Takaba
17-116,Moyale
18-420 Kakuma
22+636,Ramu
1+64,Mandera
27-751 Lokichokio
KG Kyrgyzstan
3955+7221 Daroot-Korgon
98+59;Osh
41+19,Manas
33+197 Baetovo
13-93 Kazarman
3+197,Naryn
20-333 Kara-Kul’
14-158 Kanysh-Kyya
16+343 Chayek
19+247 Bokombayevskoye
34-80,Balykchy
3+220,Karakol
3-615,Talas
29+161,Kara-Balta
3+145,Tokmok
3-71;Bishkek
KH Cambodia
1061+10353,Sihanoukville
38+125;Takeo
57+14:Phnom Penh
1-69 Haong Samnam
42+123,Kampong Cham
26-79,Kampong Chhnang
10+137,Preaek Prasab
11+115 Sen Monorom
8-327,Pursat
40+150 Phumĭ Rônteăh
1-85 Phumĭ Tnaôt
1+178 Phum Pakhlé
14-315,Battambang
26+66,Siem Reap
13+312 Lumphat
4-101 Stung Treng
13-341,Paoy Paet
15+242 Tbeng Meanchey
42-90,Anlong Veaeng
KI Kiribati
-266+17683 Roreti Village
16-85 Bakaka Village
116+46 Rungata
16-171 Eita Village
55-32 Rotuma Village
112-58 Tabiang Village
84-85,Tarawa
69-33047 Tabwakea Village
3+33075 Rawannawi Village
131-28 Makin Village
55-33237 Napari Village
KM Comoros
-1229+4374 Fomboni
12+66 Moutsamoudou
47-114,Moroni
KN Saint Kitts and Nevis
1730-6272 Basseterre
KP North Korea
3797+12655;Kaesŏng
7-84;Haeju
47-52,Ŭllyul
0+57;Sariwŏn-si
23-35;Namp’o
4+126 Koksan-ŭp
25-92:Pyongyang
12+169;Wŏnsan
28-151;Sunch’ŏn
27-4;Kaech’ŏn
5+37;Tŏkch’ŏn
17+128;Hamhŭng
6-229,Kusŏng-si
6+294,Sinp’o
32-153,Yŏch’im-dong
2-78,Songwŏn
23+290;Changam-ch’on
36-219;Kanggye
17+290,Myŏnggan-dong
1-320,Manp’o
25+189,Hyesan
40+160;Chongjin
11-77,Yŏnsa-ŭp
61+132,Ŭndŏk
KR South Korea
3351+12652;Jeju City
130-13;Mokpo
0+232;Geoje
14-122;Suncheon
15+154:Busan
5-211:Gwangju
4+116;Chinju
4+60:Changwon
0+20;Kimhae
31+44:Ulsan
6-240,Jeongeup
22+23;Jeonju
5+144:Daegu
11-188;Gunsan
5+265;Pohang
8-102;Gumi
24-96:Daejeon
7+78,Sangju
15+56,Andong
7-123;Cheongju-si
17-34;Cheonan
17+78;Chungju
23-111;Hwaseong-si
7+62,Icheon-si
1-43:Suwon
3-19;Ansan-si
3+113;Wŏnju
4-102;Anyang-si
5+21;Seongnam-si
2-43:Incheon
4+419 Dodong-ri
4-179,Donghae City
3-213:Seoul
9-14:Goyang-si
9+203;Gangneung
12-114;Chuncheon
8-306 Baengnyeongdo
26+255,Cheorwon
17+125,Kosong
KW Kuwait
2908+4808;Al Aḩmadī
KY Cayman Islands
1929-8137 George Town
44+158 Molusca Heights
KZ Kazakhstan
4126+6797 Shardara
105+163:Shymkent
12-79,Arys
1+167 Zhabagly
29+969 Narynkol
17-880;Taraz
11+786 Kegen
17-877,Karatau
7+645:Almaty
4-865;Turkistan
5-1540,Zhanaozen
22+1687,Zhangatas
4+853 Shelek
1-450,Shu
5-2259,Aktau
21+2589,Konayev
27-2491 Shetpe
3+1458 Shiyeli
0+1328,Zharkent
11-707 Moyynkum
5-1941 Say-Otes
3+2444 Saryozek
15-2771 Fort-Shevchenko
30+2601 Bakanas
2-627 Chiganak
2-449;Kyzylorda
17+1286,Taldykorgan
11-570 Akbakay
8+128 Ülken
11-1875 Beyneu
9+2472,Sarqant
21-1660,Baikonur
20+1776 Dzerzhinskoye
3-1893,Novokazalinsk
5+1657 Matay
13-502 Priozersk
41-2021 Karaton
9+2271 Karabas
7-2693 Maloye Ganyushkino
18+3275 Maqanshy
2-2036,Aral
5+1332,Balqash
10-2096,Qulsary
0+2566 Aqtoghay
5-241 Sayaq
10-2539;Atyrau
11+1951 Dzhambul
1+196 Moyynty
25+1152 Zaysan
18-3153 Maqat
11+2947 Aksuat
2-409 Sarykamys
1-1101,Zhezqazghan
4-809 Shalqar
1+711 Qarsaqbay
12+1370,Ayagoz
3-637 Aqshataū
2-326 Qarazhal
2-2190 Shalkar
0+2393 Aktau
14+247 Aktogay
38-2352 Inderbor
2+3188 Kurchum
1-2648 Shubarshi
4+408 Yrghyz
4+575 Ulytau
3+463 Zhangaarqa
6+1076 Kokpekty
2-2922 Akkol’
0+2049 Aksu-Ayuly
6-1552 Embi
3-1132 Saykhin
2+2198 Shubarköl
7+1045 Karaaul
12-2460 Oyyl
7+182 Shubarkuduk
19-708 Zhumysker
0+3217 Kalbatau
8-610 Qarqaraly
6-1805 Kandyagash
16+607 Torghay
11+2076,Altay
3-3556 Kaztalovka
3+2441;Karagandy
17+951;Ust-Kamenogorsk
22-3144 Chapayev
6+727 Khromtau
0+846,Arkalyk
1-1430 Zhympity
0+1895 Nura
2-1434;Aktobe
7+2631,Ridder
7-327;Semey
4-1428 Tasty
10+660 Osakarovka
7+934 Shemonaikha
12-2540 Martuk
1+2203 Kurchatov
3-284 Bayanaul
31-2162 Shyngyrlau
0+1224 Derzhavinsk
7-1332,Aqsay
1+1845:Astana
7-2002;Oral
28+1837 Astrakhanka
0+767 Koktobe
9-437 Yereymentau
10+222,Ekibastuz
9-696,Atbasar
14-195 Esil
4+454 Akkol
20-975,Zhitikara
9+1577;Pavlodar
7-509,Stepnogorsk
10-726 Qusmuryn
5+848 Bestobe
2-435 Balkashino
2-625,Lisakovsk
40+769,Shchuchinsk
3-708,Rudnyy
23+366 Novoishimskiy
1-315;Kostanay
7+577,Kokshetau
1-129 Saumalkol’
4+736 Irtyshsk
31-1276 Fyodorov
0+964 Kishkenekol’
15-816 Borovskoy
9+323 Sergeyevka
47+105 Yavlenka
9-238 Troyebratskiy
43+307;Petropavl
LA Laos
1475+10727 Ban Antoum
37-147,Pakse
23+92 Sekong
122-196,Savannakhet
11+148 Ban Xèpôn
73-141,Thakhèk
56-223;Vientiane
22+237 Ban Lak Xao
20-131 Pakxan
53-121 Vang Vieng
34-74 Sainyabuli
19+148,Muang Phônsavan
11-242 Ban Siphôm
33+138,Luang Prabang
53+189,Xam Nua
4-69 Muang Xon
23-137 Muang Xay
LB Lebanon
3327+3519,Tyre
29+18,Sidon
33+13:Beirut
29+92,Aarsâl
25-58;Tripoli
LC Saint Lucia
1391-6089 Dennery
LK Sri Lanka
605+8021,Galle
7+81,Ambalantota
57-62,Ratnapura
19+143,Pottuvil
6-198;Colombo
4+121,Badulla
23-122,Negombo
8+79,Kandy
12+120,Kalmunai
45-118,Dambulla
18-82,Puttalam
54+140,Trincomalee
17-73,Vavuniya
24-62,Mannar
68+13,Jaffna
LR Liberia
438-771,Harper
63-133 Greenville
20+137 River Gbeh
67-238,Buchanan
42-75:Monrovia
70+133,Gbarnga
7-102 Bopolu
17+151,Ganta
LS Lesotho
-3015+2748,Mohale's Hoek
3+121 Qacha’s Nek
59-42 Mantsonyane
21-79;Maseru
3+159 Mokhotlong
40-117,Maputsoe
LT Lithuania
5469+2528;Vilnius
21-137;Kaunas
35-162 Taurage
25+331 Utena
21-446,Klaipėda
2+322,Panevėžys
20-104,Šiauliai
39-99,Mazeikiai
LV Latvia
5588+2653,Daugavpils
62-552,Liepāja
0+485 Jēkabpils
1+148 Rēzekne
44-323;Riga
9-134 Kandava
14+398 Gulbene
21-519,Ventspils
15+387 Valmiera
LY Libya
2420+2329,At Tāj
75-864 Al Qaţrūn
1-447 Ghat
71+1089 Tāzirbū
11-1051 Al ‘Awinat
14+336,Murzuk
21+82 Umm al Arānib
46-196,Ubari
45+165,Sabha
51-80 Barqin
100+391 Zillah
48+401 Jālū
10-560 Hūn
9+325 Marādah
52+532 Al Jaghbūb
39-1502 Ghadames
4+96 Daraj
24+911,Al Burayqah
35+66,Ajdabiya
4-215 Bin Jawwād
23-748 Sīnāwin
18+599,Sirte
24-360 Mizdah
30+99,Bani Walid
12-300 Nālūt
6+127,Zintan
16+1170,Tobruk
2-388;Benghazi
5+221 Mukhaylá
1-926,Gharyan
21+207;Misratah
6-146,Tarhuna
3+94;Zliten
2+626,Al Marj
16-657;Al Khums
11-188,Al Ajaylat
0+35;Az Zāwīyah
0+903,Al Bayḑā’
1+88,Darnah
8-1058,Al Jumayl
4+113:Tripoli
MA Morocco
2255-1433 Aousserd
11-128 Imlili
248+324 Gueltat Zemmour
160+70,Smara
120-126 Tarfaya
15+88 Akhfennir
35+95,Tan-Tan
17+167 Assa
38-63,Guelmim
71+33,Tiznit
2+76 Tafraout
2+100 Tata
35+110 Foum Zguid
24+103,Zagora
9-376;Agadir
5+72,Taroudant
20+70 Aoulouz
25+129,Ouarzazate
52+266,Arfoud
7-554,Essaouira
0+424,Tinghir
3-323,Chichaoua
9+76;Marrakesh
7+165 Ifrane
23+192,Errachidia
2+82 Boudenib
10-380,El Kelaa des Srarhna
6+618 Figuig
14-730,Youssoufia
5-71;Safi
4+289;Beni Mellal
16-34,Al Fqih Ben Çalah
3+473,Bouarfa
16-279,Midelt
17-182,Oued Zem
2-34;Khouribga
5+125,Khenifra
7-196,Settat
5+363 Missour
21-452;El Jadida
17+329,Azrou
16-239:Casablanca
23+154,Khemisset
7+52;Meknes
12-128:Rabat
0+480 Aïn Beni Mathar
2-297:Fes
18+99,Taza
5-257;Kenitra
0+65,Sidi Slimane
15+303,Taourirt
13-174,Taounate
14+273;Oujda
24-41,Berkane
8-358,Ksar El Kebir
17+297,Nador
2-323,Larache
6+222;Al Hoceïma
33-143;Tétouan
19-43:Tangier
MD Moldova
4629+2866 Comrat
55+97,Tiraspol
17-77;Chisinau
75-93,Bălţi
1+108,Rîbniţa
ME Montenegro
4244+1926;Podgorica
92+10 Pljevlja
MG Madagascar
-2520+4520 Kopoky
2+89,Ambovombe
15+89,Tôlanaro
34-223,Ampanihy
1-80,Itampolo
46+137 Bekily
50-94 Betioky
37-71,Toliara
0+393,Vangaindrano
8-152 Betroka
45+175,Farafangana
34-243 Ranohira
0+148 Ivohibe
8-75,Ihosy
12-161 Ankazoabo
13+349,Manakara
27-58,Ikongo
14-407 Morombe
7+181 Beroroha
22+192;Fianarantsoa
22+125 Mananjary
65+19,Nosy Varika
5-129,Ambositra
24-292,Morondava
24+380 Marolambo
15+68,Mahanoro
3-177;Antsirabe
34-157 Miandrivazo
36+127,Soavinandriana
22+150,Moramanga
4-69:Antananarivo
9+153 Ampasimanolotra
5-302,Tsiroanomandidy
10-143,Antsalova
35+250 Ankazobe
17+228;Toamasina
9-537 Maintirano
23+439,Ambatondrazaka
45+99,Fenoarivo Atsinanana
30-408 Mahabe
7+324,Andilamena
21-92 Tsaratanana
5-317 Besalampy
28+224,Ambato Boeny
30+305,Mananara
7-445 Soalala
1+233,Mampikony
14+132 Antsirabe Afovoany
23-265;Mahajanga
28+342,Maroantsetra
18-120 Befandriana
36+174,Antalaha
2-229,Antsohihy
23+166,Andapa
11-90,Bealanana
27+142,Sambava
5-209,Maromandia
55+37,Ambanja
32+155 Iharan̈a
15-95,Ambilobe
88+24,Antsiranana
MH Marshall Islands
458+16870 Ebon
102-60 Namdrik
32+154 Jabor
16+210 Mili
101-36 Majuro
66-240 Jabat
40+219 Aur
62-343 Ebaye
16-198 Ujae
52+448 Wotje
38-93 Likiep
34-330 Wotho
5+397 Ailuk
6+88 Mejit
88-397 Rongelap
7+296 Utrik
MK North Macedonia
4135+2155,Prilep
40+65,Shtip
25-77;Skopje
ML Mali
1038-715 Bamba
17+138,Kadiolo
54-112 Kolondiéba
9-126 Yanfolila
14+248;Sikasso
10-181,Bougouni
51-94 Kangaba
27-228 Sagalo
19+523;Koutiala
22-251:Bamako
17+102,Fana
17+120,Bla
9-373,Kita
26+459,San
14-136;Ségou
11-119,Banamba
2-58,Kolokani
24-280 Bafoulabé
9+73 Mahina
1+555,Djenné
5-81 Ké-Macina
12+184,Bankass
17-247,Niono
20-545,Kayes
1+652 Ténenkou
2+74,Mopti
6-501,Diéma
47+624,Douentza
16-434 Nara
6-230,Nioro
20+1261 Andéranboukan
12-348 I-n-Tillit
11+96 Ansongo
26+190 Ménaka
1-639 Niafunké
33+59,Diré
1+336,Gao
50-297,Timbuktu
18+266,Bourem
149+176,Kidal
46-494 Araouane
56+439 Aguelhok
322-484 Taoudenni
MM Myanmar
998+9855,Kawthoung
174+8 Me Taw
72-3,Myeik
68+4 Hta Min Ma Sar
96-45,Dawei
117-33,Ye
70+57 Klonhtoug
2-70,Thanbyuzayat
18-297 Labutta
34+287;Mawlamyine
3-203,Dawbon
4+264,Kawkareik
22-351;Pathein
3+143:Yangon
11+121,Thaton
12-173,Nyaungdon
30+84;Bago
25-190,Gwa
6+88,Hinthada
30+126,Nyaunglebin
11+72 Papun
23-212,Myanaung
15-100 Ngapali
38+90,Pyay
3-149,Manaung
9+270,Taungoo
43-121,Myaydo
6-167,Kyaukpyu
25+366 Loikaw
6-108;Nay Pyi Taw
6-208,Ann
21+150,Taungdwingyi
14-265,Sittwe
30+698,Tachilek
2-501,Yenangyaung
19+206,Yawnghwe
22-440,Buthidaung Town
0+333,Meiktila
1+186 Nansang
29+264,Möng Yawng
15-528,Pakokku
13+31,Myingyan
17+454,Kēng Tung
21-134 Wein Nawng
1+109,Möng Yang
12-360:Mandalay
7+38,Pyin Oo Lwin
7-132,Monywa
16-130 Cangva
22+455,Tangyan
5-136,Kyaukme
3-133,Shwebo
35+81,Mogok
2+124,Lashio
25-369;Kalemyo
1+146 Kanbalu
44-112,Mawlaik
6+436 Laukkai
30-86,Mu-se
22-359,Tamu
1+248,Shwegu
5-90,Kyauktan
38+130,Lakang
2-212,Tatkon
10+130,Mohnyin
60+103,Myitkyina
23-109,Hpākān
38-61 Zee Hpyu Kone
37+102,Danai
62-55 Nanyun
37+123 Putao
MN Mongolia
4315+10913 Ergel
42-471 Dalandzadgad
110-225 Bogd
21+795 Saynshand
32-935 Horiult
56+550 Mandalgovi
4+493 Hongor
29-1965 Bürenhayrhan
4+1710 Choyr
6-793,Bayanhongor
7+206 Arvayheer
11-652 Altai
31+1702 Baruun-Urt
25-2219 Jargalant
26+1172 Kharkhorin
13+785 Undurkhaan
16-921 Tsetserleg
26-461 Uliastay
11+721 Dashinchilling
6+283;Ulan Bator
3-98 Argalant
7-1426 Khovd
6+2289,Choibalsan
69-1625 Tosontsengel
9+818 Dzüünharaa
12-1650 Ölgii
6+1412,Erdenet
37-139 Hutag
9+323,Darhan
14-576,Mörön
25+1557 Ereencav
10-2366,Ulaangom
25+1414 Sühbaatar
128-555 Turt
MP Northern Mariana Islands
1414+14514 Songsong
107+61,Saipan
MQ Martinique
1460-6107,Fort-de-France
MR Mauritania
1516-1218,Sélibaby
40+100 El ’Ayoûn
17+251 Djiguenni
9-356 Bouanzé
4+644,Mbera
1-158,Bougadoum
28-614,Kaédi
9+534 Tembedgha
35-609 Bogué
3+286,Kiffa
0+414,Néma
3-541 Elghabra
1+306 Ayoun El Atrous
42-243 Guerou
16+137 Tamchekett
6+365 Oualata
21-607 Magṭa‘ Laḥjar
4-161 Boutilimitt
28+312 El Ghediya
15-67 Nbeika
11-373:Nouakchott
35+649 Tîchît
12-194 Tidjikja
80-508 Nouâmghâr
38+212 Akjoujt
18+107 El Medda
54+96 Chingueṭṭi
6-69,Atar
41+143 Ouadane
1-542,Nouadhibou
36+397 Choum
144+60,Zouérat
249+89 Bir Mogran
MT Malta
3595+1442,San Pawl il-Baħar
MU Mauritius
-2016+5750,Port Louis
48+592 Port Mathurin
308-376 Cargados Carajos
621-304 Vingt Cinq
MV Maldives
-30+7342 Fuvahmulah
83-42 Thinadhoo
130+50 Fonadhoo
67-19 Vilufushi
97+24 Felidhoo
29-58 Mahibadhoo
42+54,Male
126-14 Naifaru
118-30 Kulhudhuffushi
MW Malawi
-1692+3526,Nsanje
114-25;Blantyre
39+31,Zomba
41-36,Balaka
60-63,Dedza
41-54:Lilongwe
19+67,Salima
75-98,Kasungu
10+82,Nkhotakota
86+43 Likoma
60-71;Mzuzu
154-9,Karonga
MX Mexico
1491-9226;Tapachula
65-6 Siltepec
13-89,Pijijiapan
8-293 Crucecita
9-93 Puerto Escondido
37+380,Villaflores
1+113,Comitán
6-359 Asunción Tlacolulita
3-87 Miahuatlán de Porfirio Díaz
1-145 Pinotepa Nacional
9+303,Heroica Ciudad de Juchitán de Zaragoza
5+67 Santo Domingo Zanatepec
4+370 Benemérito de las Américas
7-658 Santo Domingo Teojomulco
9+351,Cintalapa de Figueroa
5+108;San Cristóbal de las Casas
2-48;Tuxtla
7+186 Nueva Palestina
3-865;Acapulco de Juárez
6+782,Ocosingo
5-701 Ayutla de los Libres
2+334 San Miguel Quetzaltepec
5-217 Putla Villa de Guerrero
3+120;Oaxaca
16-390 Técpan de Galeana
4+634 Helio García Alfaro
15+95 Ostuacán
0+69 Jesús Carranza
3-238 Jesús Carranza
3+361,Tenosique
4-56,Palenque
4-752,Chilpancingo
0+92,Tlapa de Comonfort
9-297,Ixtapa-Zihuatanejo
16+459 Cuicatlan
1-82,Ciudad de Huajuapan de León
4-232 Huautla
4+925 Miguel Hidalgo y Costilla
7-1135,Ciudad Lázaro Cárdenas
3+926;Villahermosa
10-319,Tuxtepec
6+169;Coatzacoalcos
2+82 Poblado C-11 José María Morelos y Pavón
16-466 Tehuitzingo
2-126,Iguala de la Independencia
1-113 Ciudad Altamirano
9+546,San Andrés Tuxtla
1-219;Tehuacán
5+801 Xpujil
1+109,Chetumal
7-433 La Victoria
2+188 Escárcega
4-108,Ciudad del Carmen
1-982 Churumuco de Morelos
12-151 Coalcomán de Vázquez Pallares
3+301 San Miguel Ixtapan
0+121,Cuautla
7+201;Córdoba
5-230;Cuernavaca
12+102:Puebla
4-415,Apatzingán
3-198,Manzanillo
4+679 San Nicolas Buenos Aires
2+141;Veracruz
6-757,Colima
0+1437 Ukúm
4-910,San Martin Texmelucan de Labastida
1-121;Toluca
1+49;Tlalpan
4+844,Champotón
6-829:Ciudad Nezahualcoyotl
2-305;Uruapan
1+293:Mexico City
1-123,Heróica Zitácuaro
4+112;Naucalpan de Juárez
5+232;Xalapa de Enríquez
5+887 Felipe Carrillo Puerto
2-1101:Ecatepec de Morelos
4-16;Cuautitlán Izcalli
6-424,Ciudad Guzmán
0+228;Morelia
5+1134 Hopelchén
2-1453,Autlán de Navarro
5+701,Teziutlan
2+684;Campeche
10-1473 Tomatlán
4+296,Zamora de Hidalgo
10+393,Tulancingo
4-37;Pachuca de Soto
1+981 Peto
8-785 Nautla
18-323,San Juan del Río
1+1047,Ticul
8-969,Ixmiquilpan
4-159;Celaya
1+335,Poza Rica de Hidalgo
2-659,Ameca
4+366:Santiago de Querétaro
3-484;Puerto Vallarta
1+1815,Playa del Carmen
1-1621;Tlaquepaque
3+193;Irapuato
2+1316,Valladolid
3-1519:Zapopan
10+63,Tepatitlán de Morelos
4+1236 Celestún
6-1034,San Miguel de Allende
5+1112:Mérida
15-1474 Rosa Blanca
0+268:León de los Aldama
2+326,Huejutla de Reyes
3+1157;Cancún
2-1089 Cerro Azul
1+895 Buctzotz
2-1068 Jalpan de Serra
3-286,San Juan de los Lagos
26-256;Tepic
8+1673 Río Lagartos
9-1844 Campamento Aserradero
2+252 Puente de Camotlán
8+78 Tlaltenango de Sánchez Román
8+171 Ojuelos de Jalisco
2-69;Aguascalientes
5+229,Rioverde
7+98,Ciudad Valles
12-619 Rosamorada
3+423;San Luis Potosí
10-355 Jesús María
4+664;Tampico
34-383 Salinas de Hidalgo
11+274,Ciudad Mante
1-355,Guadalupe
2-105 Valparaíso
6-221,Escuinapa de Hidalgo
6-413;Cabo San Lucas
3+945 Entronque de Matehuala (El Huizache)
0+238 Aldama
8-163 Ciudad Tula
12-539 San Francisco de Lajas
1+399 Charcas
4-176,Fresnillo
5-355;Mazatlán
19+434 El Rucio
19-751 La Ribera
5+895,Matehuala
8-334 Vicente Guerrero
1+484;Ciudad Victoria
3+93 Soto la Marina
1-715 El Salto
5+233,Río Grande
9-386 La Cruz
10+223;Victoria de Durango
8+484 Aramberri
4-1049;La Paz
27+447 San Miguel de Cruces
3+347 Estación Camacho
1-175 Guadalupe Victoria
3+76 Santa Clara
10+442 San Carlos
3-248 Concepción del Oro
19-597;Culiacán
4+707 Catarino Rodríguez
1+217 San Fernando
1-142,Linares
17-1209,Ciudad Constitución
1+624 Santiago Papasquiaro
0+157 Las Mercedes
14-71 Rodeo
3-201 Topia
22+559;Saltillo
1-120,Parras de la Fuente
2-590,Guamúchil
8+466;Torreón
14+310:Monterrey
2+109 China
9-977;Los Mochis
9+1150;Heroica Matamoros
7-786 Santa María del Oro
6-599 Loreto
7+1307;Reynosa
1-868 Guadalupe y Calvo
17-552 San Juanico
14+1345 Ciudad Miguel Alemán
2-959 El Fuerte
6+223 Ejido el Vergel
2+621,Ciudad Sabinas Hidalgo
2-395 Ceballos
20-944 Punta Abreojos
10+650 Guachochi
9+565;Monclova
2-425,Hidalgo del Parral
10+230 Laguna del Rey (Químicas del Rey)
4-607,Navojoa
6+452,José Mariano Jiménez
1-938 Bahía Asunción
14+602 Témoris
2+74 Samachique
1+514 Ocampo
3-987 Santa Rosalía
13+553 Nonoava
1+722;Nuevo Laredo
1-1042;Ciudad Obregón
15-344 Villa Alberto Andrés Alvarado Arámburo
4+821,Santa Rosalía de Camargo
1-972 Bahía Tortugas
17+1377,Sabinas
6-978,Heroica Guaymas
4-316 Guerrero Negro
1+646 San Juanito
7+381 Hércules
15-168,Ciudad Delicias
12+92 La Perla
6-438 Yécora
2-96 Suaqui Grande
2+302,Cuauhtémoc
23+78;Chihuahua
6+557,Piedras Negras
12-1142 Bahía de Kino
13-162 Bahía de los Ángeles
6+342 Mazatán
4+91 Sahuaripa
4-174;Hermosillo
2+706 Manuel Benavides
7-348 El Terrero
1-75 Madera
13+719;Ciudad Acuña
25-359 Ojinaga
14-562 Baviácora
10+102 Bacadéhuachi
3+168 San Buenaventura
7-523 La Libertad
49+304 Nacozari Viejo
2+174,Nuevo Casas Grandes
11-802 Lázaro Cárdenas
4+292 Desemboque
5+650 Miguel Ahumada
1-445 Magdalena de Kino
9-120,Heroica Caborca
19+345 Monte Verde
7-159,Cananea
5-454 San Felipe
6+684 Ascensión
22-294;Nogales
1-260,Puerto Peñasco
0+400,Agua Prieta
29-635 Héroes de la Independencia
8+139 Golfo de Santa Clara
3+804:Ciudad Juárez
14-639 Sonoyta
1-375;Ensenada
59+183,San Luis Río Colorado
2-148 Cereso del Hongo
2-75:Tijuana
13+155:Mexicali
MY Malaysia
125+11145,Sri Aman
14-783;Iskandar Puteri
7+29;Pasir Gudang
1-15;Johor Bahru
6-9;Mukim Pulai
2+666;Kuching
30-740,Batu Pahat
15+1000,Kapit
3-961;Kluang
1-75;Muar
16-33;Malacca
10+958,Sibu
13-798 Mersing
8-102,Segamat
14+1197 Lidung Jelo
5-101 Belaga
3-1184;Seremban
16+1015,Mukah
15-1051;Subang Jaya
10+11:Kuala Lumpur
0+175 Nenasi
1-191;Kampung Baru Subang
2+1150,Bintulu
8-1136;Selayang Baru Utara
31-1,Kuala Kubu Baharu
3+111,Maran
18+1163 Long Lama
4-1107;Kuantan
5+1039,Niah
8-1136,Jerantut
8-134;Teluk Intan
20-32,Sitiawan
2+1719;Tawau
16-390;Miri
8+462,Semporna
10-1753;Ipoh
2+1464 Eburu
18-1230,Dungun
7-269;Taiping
3+124 Gua Musang
14+1636,Lahad Datu
26-308,Labuan
5-1498,Kampung Sungai Ara
0+287;Kuala Terengganu
1+1302,Keningau
2-1560,Kulim
6+57,Gerik
11+107,Kuala Krai
6-183;Kota Kuala Muda
6+12;Sungai Petani
18+191,Pasir Puteh
1+1572;Sandakan
13-205;Kota Kinabalu
15-1571;Alor Setar
0+188;Kota Bharu
77+1458,Kudat
MZ Mozambique
-2597+3258:Maputo
1-12:Matola
52-46,Ressano Garcia
4+81,Manhiça
35+83,Xai-Xai
33+110 Quissico
19-176,Chokwé
67+237,Maxixe
178-367 Vila Eduardo Mondlane
8+364,Vilankulo
101-30 Nova Mambone
115-18;Beira
57-63,Nhamatanda
15-73;Chimoio
70+154 Inhaminga
13+93,Marromeu
23-278 Catandica
18+372;Quelimane
6-155 Caia
51+217 Maganja
47-52,Mocuba
11+224 Micolene
50+68,Angoche
7-632;Tete
6+218,Milange
38+357,Nametil
8-165,Alto Molocue
4-493,Songo
13+422,Gurúè
35+229;Nampula
17-185 Malema
1+90,Ribáuè
2+166,Namialo
12-344,Cuamba
24+415;Nacala
21-504,Mandimba
97+413,Chiúre
7-454;Lichinga
12+226 Marrupa
6+150,Montepuez
16+152;Pemba
72-40 Macomia
59-57 Mueda
31+80,Mocímboa da Praia
NA Namibia
-2855+1643 Oranjemund
10+231 Warmbad
9-133 Aussenkehr
24+243 Ariamsvlei
15-308 Rosh Pinah
24+162 Grünau
93+127 Aroab
13-339 Aus
2-111 Lüderitz
7+298 Keetmanshoop
8-97 Bethanie
57+197 Koës
5-101 Tses
102+68 Gochas
2-181 Maltahöhe
21+97 Mariental
49+116 Aranos
9-199 Schlip
13+92 Hoachanas
42+74 Leonardville
18-170,Rehoboth
36-258,Walvis Bay
40+257;Windhoek
11+189 Gobabis
3-400 Arandis
13+304 Omitara
17-373 Henties Bay
12+131 Usakos
40+383 Omawewozonyanda
18-347 Omaruru
20-108 Uis
8+391 Otjinene
7-141 Osire
61-72,Otjiwarongo
8-169 Khorixas
74+238 Otavi
1-249 Kamanjab
4+565 Tsumkwe
2-240 Grootfontein
45-448 Sesfontein
35+434 Tsintsabis
41-138 Omuthiya
30-274 Opuwo
2+686 Ndiyona
12-93,Rundu
13-407,Oshakati
15+292 Nkurenkuru
7-140 Ekongo
7-224 Outapi
0+930,Katima Mulilo
1-795 Eenhana
5-306 Okanguati
NC New Caledonia
-2267+16750 Vao
40-105,Nouméa
65-23 Thio
5-72 Bourail
2+238 Tadine
61-255 Poindimié
2+193 Wé
27-72 Ouvéa
8-226 Koumac
86-63 Wala
NE Niger
1300+891,Magaria
5-572,Dosso
27+942,Diffa
10-414,Matamey
8-137;Maradi
1-499:Niamey
13+192,Dogondoutchi
7+716 Goudoumaria
5-320,Tessaoua
2-504 Baléyara
2+230,Birni N Konni
1+374;Zinder
17+128 Gouré
3-952,Téra
6+521,Madaoua
18+715,Nguigmi
7-1102 Ouallam
3+123 Filingué
4-219,Méhana
12+563,Dakoro
13-241 Bagaroua
4+363 Bélbéji
21-271,Tahoua
8+362 Tanout
15+181 Tasker
21+250 Ngourti
12-692 Abalak
18+161 Adérbissinat
27-209 Tchin Tabaradèn
22-101 Tillia
67+214 I-n-Gall
1-129 Tassara
17+235,Agadez
113+360 Fachi
59+133 Bilma
5-553,Arlit
32+103 Iferouâne
NF Norfolk Island
-2905+16797 Kingston
NG Nigeria
478+701:Port Harcourt
15-74;Yenagoa
3+206;Calabar
9-40;Uyo
6-56:Aba
37-34;Owerri
4-128;Warri
0+174;Umuahia
29+59;Ugep
2-73,Okigwe
6-167;Sapele
8+303,Ikom
18-192:Onitsha
6+28,Awka
11+104,Abakaliki
2-248:Benin City
10+187;Enugu
1-411:Lagos
15+10;Ebute Ikorodu
2-16;Agege
4+547,Ogoja
4-247,Uromi
12-241;Ijebu Ode
3-27;Shagamu
1+375,Nsukka
23-256;Ondo
2+190,Idah
5-339;Abeokuta
4+224;Owo
3+503 Baissa
2-543;Akure
2+479 Takum
5-98;Gboko
6-509:Ibadan
10+65;Ile-Ife
5+119;Ikare
2+49;Okene
7-102;Ado-Ekiti
2-104;Iwo
1+370 Ugbokpo
1-296;Efon-Alaaye
7+360;Makurdi
4-396;Osogbo
3+218,Lokoja
5-281;Oyo
1+704 Beli
1-119,Wukari
10-618;Iseyin
5+130,Ila Orangun
11-66;Ogbomoso
9+127 Egbe
21+654 Ganye
6-353,Lafia
1-398:Ilorin
4+317,Nasarawa
0+274 Gassol
13-706,Saki
18+203,Lafiagi
4+594,Jalingo
17-386:Abuja
2-365,Kisi
0+216;Bida
4-119 Jebba
6+236,Suleja
3+530;Yola
12-304,Pankshin
25-115,Kafanchan
4-174;Minna
8+372 Yuli
20-586 Wawa
3+448:Jos
5+206,Pindiga
29+232;Mubi
2-210;Gombe
2-133;Bauchi
8-127,Lere
1-310,Kontagora
13+197:Kaduna
8+475,Biu
17-738 Bin Yauri
22+560 Darazo
2-363 Sofo-Birnin-Gwari
8+455 Nafada
1-361;Zaria
5+504 Damboa
12-683 Bena
11+279 Burumburum
5-349 Zuru
8+208,Funtua
0+638,Bama
4-403;Chakwama
9-560 Dakingari
2+613,Azare
4+89,Potiskum
4+88,Damaturu
10+120:Maiduguri
15-464:Kano
13-85 Musawa
1-255,Gummi
3+154;Gusau
11+591 Bornu Yassu
9+164,Gamboru
8-1001,Birnin Kebbi
0+584,Hadejia
12-398,Talata Mafara
6+333,Gumel
4+422 Monguno
20-257,Gashua
1-58,Nguru
1+147,Geidam
10-433;Katsina
7-236:Sokoto
1+127 Shinkafi
NI Nicaragua
1095-8373 Grey Town
18-105 San Carlos
31-105,Rivas
25+137,Nueva Guinea
32+70,Bluefields
10-161,Juigalpa
2-88;Managua
4+321 South End
27-384,León
19-25,Chinandega
30+121,Matagalpa
0+70 Río Blanco
18+103 La Cruz de Río Grande
30+63 Prinzapolka
16-247 Quilalí
16+125 Siuna
31+139,Puerto Cabezas
70-58 Waspán
NL The Netherlands
5137+617,Venlo
7-69;Eindhoven
15-70,Breda
11+52,'s-Hertogenbosch
14+55,Nijmegen
8-137;Rotterdam
17+64;Utrecht
12+85,Apeldoorn
1+93,Enschede
15-201;Amsterdam
14+120,Zwolle
45-133,Den Helder
24+105,Leeuwarden
2+76;Groningen
NO Norway
5815+800,Kristiansand
15-134 Flekkefjord
32+227 Tvedestrand
35-320,Stavanger
21+236 Fyresdal
3+152,Skien
1+132,Fredrikstad
48-554 Mosterhamn
4+481,Drammen
14-161 Rjukan
3+216:Oslo
16-420 Odda
12+545 Kongsvinger
20-668;Bergen
31+363 Gol
9+212 Hamar
52+119 Innbygda
13-480 Luster
1-160 Førde
14+389 Vinstra
11+147 Svarstad
29-608 Raudeberg
48+101,Ålesund
10+523 Røros
2-169 Oppdal
52-196 Kristiansund
32+267;Trondheim
30-157 Sistranda
28+267 Steinkjer
85-26 Rørvik
2+232 Røyrvik
114-93 Sandnessjøen
29+151 Mo i Rana
97+24,Bodø
39-168 Sørland
43+367 Kjøpsvik
13-180 Svolvær
57+197 Harstad
6+181 Setermoen
15+469 Kautokeino
46+247 Kárášjohka
18-655,Tromsø
32+431 Alta
6-230 Skjervøy
4+878 Vadsø
59-607 Hammerfest
20+541 Berlevåg
12-312 Honningsvåg
NP Nepal
2646+8727;Biratnagar
26-79,Lahān
1-55,Janakpur
8+135,Dharān
21-240;Birgañj
41+15,Hetauda
24+102,Chari̇̄koṭ
1-161;Bharatpur
1-99,Butwāl
1+187:Kathmandu
25+149 Lobuche
10-519,Nepalgunj
8+68,Tulsi̇̄pur
14+167;Pokhara
33-235,Birendranagar
10-103;Dhangaḍhi̇̄
48+337 Mustāng
8-302,Dipayal
1+124 Jumla
66-34 Chhibro
NR Nauru
-53+16691 Arijejen
NU Niue
-1905-16992 Alofi
NZ New Zealand
-4656+16947 Papatowai
16-112,Invercargill
53+215,Dunedin
33-119 Roxburgh
12-159 Te Anau
32+325 Oamaru
40-182 Wanaka
30+210 Timaru
14-115 Twizel
31-34666 Waitangi
32+34821 Methven
10+98;Christchurch
8-275 Waikowhai
93+294 Hanmer Springs
5-162 Greymouth
5+248 Kaikoura
67-208 Westport
8+248 Seddon
38+70;Wellington
2-150,Nelson
37+294 Castlepoint
54-61,Palmerston North
43-56,Whanganui
29+180,Hastings
16-118 Waiouru
41-159,New Plymouth
4+314 Raupunga
15-196 Taumarunui
20+82 Taupo
3+192,Gisborne
69-101 Whakatane
18-171,Hamilton
9+89,Tauranga
9+213 Hicks Bay
46-276 Thames
29-78:Auckland
112-44,Whangarei
73-85 Taipa
OM Oman
1702+5409,Şalālah
65-6 Thamarīt
229+225 Haymā’
261+325,Sur
12-100 Ibrā’
24-76,Izkī
30-125,‘Ibrī
3+240,Qurayyāt
13-150,Rustaq
19+99;Muscat
27-97,As Suwayq
32-55,Şaḩam
PA Panama
744-8089 Quebro
14+271 Puerto Piña
19-210 Las Tablas
31+274 Unión Chocó
2-344,Santiago de Veraguas
30+284 La Palma
3-429,David
1+65 Canoa
2+284 San Miguel
6-142 Penonomé
27-85 Calovébora
20+169;Panama City
14+159 Ustupo
5-396 Kusapín
18+199,Colón
7-262 Changuinola
1+393 Narganá
PE Peru
-1801-7025;Tacna
38-109,Ilo
34+130 Chuquitira
9-90,Moquegua
18-107 Mollendo
28+229 Mazo Cruz
12-299 Camaná
14+188 Matalaque
8-71:Arequipa
15+246 Yunguyo
41-94,Puno
2-87 Hacienda Huancane
1-308 Achanizo
5+105 Ispacas
12+132 Chivay
14+147;Juliaca
2+70 Putina
6-518 Acarí
15+227 Orcopampa
2-123 Incuyo
36+202 Tarucuyo
0+96 Ayaviri
6-435 Nazca
13+81 Puquio
7+468 La Rinconada
18-263 Santo Tomas
11-81 Huaquirca
7+166,Sicuani
8-231 Pampachiri
11-219;Ica
0+530 Macusani
8+115 Pampa Yanamayo
5-576 Laramarca
1+73 Sacsamarca
31+143,Abancay
10+91;Cusco
5-159 Ocobamba
7-257,Chincha Alta
11+73 Mollepampa
14+118,Ayacucho
17+369 Huepetuhe
13-216 Quillabamba
2+133 Salvación
5-361,Huancavelica
7-98 Chicchicay
6-68 Mala
7+743,Puerto Maldonado
9-462 Pichari
38+82 Pangoa
5-221;Huancayo
3-182:Lima
19+63 Matucana
19+716 Alerta
16-797,Huaral
3+418 Nueva Luz
4-146 San Martín de Pangoa
1-120,Tarma
23-94 Santa Cruz de Andamarca
7-98,Huacho
20+273 Santa Rosa
19+112 Atalaya
6-249,Cerro de Pasco
44-82 Pacllón
16-108 Huarmey
14+191,Huánuco
26+78 Codo del Pozuzo
14-207,Huaraz
11+75 Llata
12+78,Tingo María
22-259;Chimbote
25+112 Pomabamba
0+226 San Alejandro
32-283 Llapo
13+349;Pucallpa
19-197 Tocache
7-251:Trujillo
9+156 La Soledad
23-60 Huamachuco
47+305 Contamana
11-440,Chepén
4+269,Juanjuí
2-177;Cajamarca
23+65 Chuquibamba
16-200;Chiclayo
22+120 Chota
6+231 La Banda
26-153,Chachapoyas
8-184 Motupe
12+274,Moyobamba
0+288 Santa Elena
11-75 Puerto Enrique
2-128,Yurimaguas
19-269,Jaén
48+313 Lagunas
4-429 Morropón
1-69;Piura
12+681 Requena
16-684,Sullana
5+321 Atahualpa
3+88 San Lorenzo
1-170 Chipe
9+338 San José de Saramuro
14-635,Talara
67+1075 Caballococha
3-92 Monte Israel
13-181;Iquitos
19-719,Tumbes
7+839 Huanta
1-438 Alianza Cristiana
67-2 Nuevo Andoas
36+378 San Antonio del Estrecho
66-74 Santa Mercedes
PF French Polynesia
-2335-14948 Mataura
23+1451 Rikitea
67-1637 Moerai
434+1043 Otepa
55-869 Faaa
21+408 Tukuhora
67-594 Vaitoare
174+376 Avatoru
514+866 Atuona
89-106 Taiohae
PG Papua New Guinea
-1032+15046 Alotau
84-331;Port Moresby
39+557 Kulumadau
1-951 Daru
31+502 Popondetta
6-659 Morehead
8+487 Bereina
67-74 Kerema
62+95 Wau
62+28,Lae
12+85 Finschhafen
37+772,Arawa
2-602 Kandrian
6-589 Mendi
3-237 Kiunga
4+410 Goroka
22-116,Mount Hagen
2-128 Tari
29+719 Kimbe
22-635 Laiagam
6-256 Tabubil
5+456 Madang
88+648 Kokopo
12-945 Ambunti
67+81 Wewak
41-128 Aitape
7+1029 Londolovit
50-184 Kavieng
54-353 Lorengau
PH Philippines
503+11977 Bongao
34+54 Tumbagaan
3+515 Sarangani
63-357 Tabiauan
2-89,Jolo
6+417;General Santos
31+44,Malita
8-76;Koronadal
5-80,Kalamansig
8+55,Isulan
12+76,Digos
16-329:Zamboanga
5+415,Mati
1-771 Mapun
10+710:Davao
13-117:Budta
25+136;Magugpo Poblacion
12+76 Baganga
1-373 Katipunan
13-69,Siocon
12+130;Pagadian
8+165;NIA Valencia
7-804 Balabac
24+927,Bislig
1-208;Iligan
25+41;Cagayan de Oro
9-132,Dipolog
19+244,Bayugan
1-793,Brookes Point
6+726,Gingoog
12+44;Butuan
32+65 Burgos
4-288,Dumaguete
3-519 Isugod
2+468,Bayawan
22-159 Cagayancillo
8+264,Tagbilaran City
8-511;Puerto Princesa
5+676,Surigao
19-269;Kabankalan
15+203 Maasin
19-549 Roxas
0+454;Cebu City
20-194 Tobias Fornier
3-196 Araceli
12+296;Bacolod City
3-39;Iloilo
25+73,Cadiz
6+132;Ormoc
2+111 Guiuan
12-478 Agutaya
4-154,El Nido
5+560;Tacloban
1-99,Daanbantayan
34-126,Roxas City
2+268,Borongan
13-333,Pandan
4+279,Catbalogan
10-84 Limbuhan
1-403 Culion
46+105,San Jose
2+255,Masbate
2+168 Gamay
11-66,Catarman
8-237 Romblon
25-150,Sablayan
14+322,Sorsogon
17-25,Legaspi
4-246,Victoria
17+124 Aurora
8+89,Iriga City
15+83,Virac
4-106,Naga
14-212;Batangas
10-94 Lubang
7+150;Lucena
3+67,Calauag
15+67,Daet
10-179;Calamba
22-68,Mariveles
2+49;Las Piñas
7+10:Taguig
13-3:Quezon City
7+67 Dinahican
0+65 Casuguran
11-209;Olongapo
1+53;Malolos
31-23;Angeles City
33+2;Tarlac City
1+37;Cabanatuan City
5-102,Masinloc
50+38,Dagupan
38+26;Baguio
27+96,Santiago
25-111,Tagudin
21+145,Ilagan
26-61,Tabuk
16-89,Vigan
5+133,Tuguegarao
58-112,Laoag
16+104,Aparri
209+33 Basco
PK Pakistan
2414+6745 Keti Bandar
56+273 Islamkot
5-226,Thatta
4+105;Tando Bago
7-196:Karachi
26-468,Gwadar
0+621,Tando Muhammad Khan
4+57;Digri
2+46;Kunri
3-493 Ormara
5-117,Pasni
14+491:Hyderabad
6+34;Tando Allahyar
7+29;Mirpur Khas
24-35,Tando Adam
14-42,Manjhand
9-519,Turbat
3+576;Sinjhoro
21-41;Nawabshah
8-210,Arif Wala
41+148;Dadu
19+74 Kandiari
64-31;Larkana
14+65;Sukkur
3-405,Washuk
8+180;Khuzdar
15+203;Shikarpur
4+68,Ghotki
6-134,Garhi Khairo
22+46;Jacobabad
14+186;Rahim Yar Khan
13-208,Dera Murad Jamali
3-280,Kharan
7+524,Khanpur
18-791,Nok Kundi
6+166 Dalbandin
6-282 Taftan
8+500 Kalat
1+257 Dera Bugti
10+210,Ahmadpur East
26+42;Bahawalpur
11-46;Jalalpur Pirwala
3-334,Sibi
1-186,Nushki
1+436;Dajal
5+276,Harunabad
8-59,Hasilpur
11-38,Mailsi
0+69,Chishtian
10-363 Kohlu
10+402;Bahawalnagar
4-89,Vihari
1-172;Dera Ghazi Khan
2+55;Muzaffargarh
10+146;Burewala
1-565:Quetta
2+448:Multan
9+159;Arifwala
5+32,Pakpattan
3-479,Loralai
7+376,Mian Channun
1+133,Haveli Lakha
2-272,Kot Addu
20+213;Sahiwal
3-245,Taunsa
3+200,Kamalia
2-494 Khadan Khak
6+574;Okara
11-700,Chaman
4+449,Layyah
1+304;Chunian
15+47;Kasur
3-177;Gojra
12-36;Jhang Sadr
7-287,Zhob
8+364:Faisalabad
14+126:Lahore
1-170;Bhawana
0+84;Shahkot
14+50;Shekhupura
1-101;Chiniot
11-208;Dera Ismail Khan
7+237;Pindi Bhattian
7-94;Sahiwal
10+136;Hafizabad
2-102;Sargodha
1+220,Narowal
6-68:Gujranwala
6-381,Tank
4+478,Shakargarh
3-288,Jauharabad
1-271 Wana
19+496;Sialkot
8-45;Gujrat
1-255,Mianwali
1+196,Mandi Bahauddin
34-64,Chakwal
0+88,Jhelum
6-313:Bannu
25+166,Pindi Gheb
28+164,Kotli
6-245,Kohat
2+160:Rawalpindi
12-1;Islamabad
27-75,Tordher
2-71:Peshawar
3+200,Dhirkot
11-37;Abbottabad
5-116;Mardan
17+142;Muzaffarābād
31-45;Battagram
10-66;Mingora
52+327;Skardu
55-384,Chitral
7+252;Gilgit
35-205,Buni
PL Poland
4978+2277,Przemyśl
4-372,Bielsko-Biala
19+194,Tarnów
3+101,Rzeszów
2-206;Kraków
4-140,Rybnik
16+48;Katowice
32+303,Stalowa Wola
9-412,Opole
5+532,Zamość
5-697,Wałbrzych
3+284;Częstochowa
7+151,Kielce
23-360;Wrocław
11-87,Legnica
4+641;Lublin
7+106 Wola Uhruska
8-248;Radom
36-306,Kalisz
1+138;Łódź
7-290,Leszno
10-106,Zielona Góra
23+678,Siedlce
6-128:Warsaw
18-408;Poznań
14+278,Płock
10-64,Włocławek
8-384,Gorzów Wielkopolski
15+539,Ciechanów
13-202,Toruń
11-59;Bydgoszcz
1+515;Białystok
2-642,Piła
3+532,Łomża
25-751;Szczecin
10+126 Drawsko Pomorskie
7+376,Iława
10-201,Chojnice
8+293,Olsztyn
3+146 Orzysz
20-684 Cerkwica
10+782,Suwałki
4-352,Elbląg
4-324,Koszalin
16+248;Gdańsk
11-162,Słupsk
PM Saint Pierre and Miquelon
4678-5618 Saint-Pierre
PN Pitcairn
-2507-13010 Adamstown
PR Puerto Rico
1801-6662,Ponce
19-52,Mayagüez
27+103;San Juan
PS Palestinian Territory
3130+3424,Rafaḩ
20+23;Gaza
72+78,Nablus
PT Portugal
3267-1693,Funchal
42+59 Camacha
388-877 Almagreira
5+1718,Faro
8-74,Lagos
64-1700 Ponta Delgada
6+1700 Cercal
21+81,Beja
51-103,Setúbal
2-1974 Horta
3+2073,Évora
8-1932 Angra do Heroísmo
8+1807;Lisbon
36-1886 Santa Cruz da Graciosa
16+2000 Ponte de Sôr
13-2317 Lajes das Flores
36+2237,Leiria
8+132,Castelo Branco
39-93,Coimbra
45+51,Viseu
49-70;Porto
13+114 Alijó
27-95,Braga
26+166,Bragança
PW Palau
300+13112 Tobi Village
233+110 Sonsorol Village
201+225 Koror
74+25 Kayangel
PY Paraguay
-2686-5831,Pilar
0+277 Pirapó
19-160 San Juan Bautista
47+77 Caazapá
22-86 Quiindy
1+204 Naranjal
44-154 San José de los Arroyos
3+208;Ciudad del Este
3-137,Caaguazú
18-163:Asunción
56+163 Capiibary
22+116 Nueva Esperanza
42-223 San Pedro de Ycuamandyyú
69-34,Concepción
43+89,Yby Yaú
63-349 Filadelfia
9+274 San Carlos del Apa
121-58 Fuerte Olimpo
52-426 General Eugenio A. Garay
29+396 Puerto Bahía Negra
31-261 Capitán Pablo Lagerenza
QA Qatar
2474+5083 Abū Samrah
55+70;Doha
13-75 Dukhān
61+59 Fuwayriţ
RE Reunion
-2088+5545,Saint-Denis
RO Romania
4412+2498 Roșiorii de Vede
6+365;Constanţa
14-483;Craiova
11+231:Bucharest
13+125,Slobozia
7-471,Drobeta-Turnu Severin
22+222,Piteşti
5+472 Sfântu Gheorghe
5-357,Ploieşti
10-274,Târgu Jiu
10+355,Buzău
15-494,Reşiţa
14+616;Galaţi
21-244;Braşov
5+157,Focșani
5-595;Timişoara
0+167,Hunedoara
5+125,Sibiu
38-283,Arad
5+635,Bârlad
4-532 Gurahonţ
3+295,Odorheiu Secuiesc
24-74;Târgu Mureş
3+235,Bacău
20-331;Cluj-Napoca
15+273,Piatra Neamţ
13-441,Oradea
8+258,Bistriţa
4+310;Iaşi
3-455,Zalău
33+252 Câmpulung Moldovenesc
13-200,Baia Mare
9+310,Botoşani
5-381,Satu Mare
RS Serbia
4255+2190,Vranje
60+69,Pirot
17-69;Niš
57-155,Čačak
1+191,Zaječar
12-134,Kragujevac
35-132 Osečina
25+159,Požarevac
18-72:Belgrade
45-63;Novi Sad
85-17,Subotica
RU Russia
4207+4829,Derbent
21-95 Akusha
41-122 Ansalta
15+8680,Nakhodka
6+98 Preobrazheniye
8-8640;Makhachkala
6-283;Vladikavkaz
7+8720;Vladivostok
14-8528,Khasavyurt
6-90;Grozny
5+8650,Artëm
10-9009 Uchkulan
4+152;Nalchik
10-390;Sochi
14+493,Mozdok
1+9064 Ol’ga
5-333,Ussuriysk
0+1476 Shikotan
5-10001,Kizlyar
6-399,Kislovodsk
12+10314 Yuzhno-Kurilsk
2-10281,Pyatigorsk
5-397,Tuapse
2+173 Psebay
4+9246,Arsen’yev
6-9122,Cherkessk
34+9357,Dalnegorsk
4-280,Spassk-Dal’niy
1-9272,Maykop
2+184,Nevinnomyssk
3+371 Yuzhno-Sukhokumsk
7-789;Novorossiysk
5+641,Budyonnovsk
22-306,Armavir
3+85;Stavropol
2-298;Krasnodar
0+9763 Terney
16-9692,Ust’-Labinsk
2+10819 Kuril’sk
2-10976,Slavyansk-na-Kubani
8+474,Svetlograd
0+318 Komsomol’skiy
6+132 Lagan’
5-679,Kropotkin
3+9283,Lesozavodsk
15-9445,Timashyovsk
22+257 Krasnogvardeyskoye
1-140,Tikhoretsk
6+323 Divnoye
14-517,Primorsko-Akhtarsk
12+716 Yashkul’
14-108,Elista
1-487,Leningradskaya
3+865;Astrakhan
1+9533 Novikovo
8-908 Luchegorsk
1+154 Vostok
2-9429,Sal’sk
7+111 Volochayevskiy
0+9568 Svetlaya
14+353 Nevel’sk
1-10358,Yeysk
8+218 Mechetinskaya
18+10228,Yuzhno-Sakhalinsk
17-9885 Zavetnoye
10-418:Rostov-on-Don
2-80;Taganrog
17+834 Kharabali
1-716,Novocherkassk
9+206,Volgodonsk
2+9261 Vyazemskiy
10-9162 Kotel’nikovo
6+8796 Amurzet
3-9088;Shakhty
5+429 Sadovoye
0+9756 Tomari
17-945 Leninskoye
26+350 Mukhen
8-8995,Akhtubinsk
4-591,Kamensk-Shakhtinsky
3+157 Morozovsk
6+10026 Krasnogorsk
5-699;Khabarovsk
23-9157 Kalach-na-Donu
2+97:Volgograd
8+8842,Birobidzhan
14-9252,Millerovo
3+9591 Sinda
1+398 Sovetskaya Gavan’
4-9817 Sovetskaya
1+8893 Obluch’ye
6+1102 Uglegorsk
14+102 Poronaysk
2-791 Litovko
3-9015 Primorsk
3-105 Ilovlya
28+6800 Kyra
5-7025 Vëshenskaya
17+8767 Raychikhinsk
13-8885 Boguchar
6+4813 Kosh-Agach
6-4179 Pallasovka
0+4299 Kyzyl-Khaya
0+4229 Tyrma
1-8894,Mikhaylovka
3+218,Kamyshin
0+7262,Krasnokamensk
1+2109 Vysokogornyy
10-10100,Valuyki
0+145,Rossosh’
6+9070 Talakan
2-274;Blagoveshchensk
3-3993 Aktash
0+5049 Gurskoye
5-2933 Krasnyy Chikoy
0+1034 Priargunsk
2-1581 Zakamensk
1+1324,Borzya
7-6839 Novouzensk
9+8887;Komsomolsk-on-Amur
4-2941 Bichura
1-7102;Belgorod
0+5842 Samagaltay
0+253 Kungurtug
1+779 Petropavlovka
2-6663,Alexeyevka
4+7490 Dul’durga
0+4253 Kasivobara
3-11139 Krasnyy Yar
3+4735 Khandagayty
2-595 Onguday
6-4412,Uryupinsk
1+1884 Svetlyy
1-2025 Buturlinovka
4+7510 Yasnogorsk
3+2646 Aleksandrovsk-Sakhalinskiy
1-1365,Belogorsk
2-4374 Ust’-Kan
0+3317 Aleksandrovskiy Zavod
2-7420 Yelan’
0+323 Krasnyy Kut
3-747,Liski
6+2037 Yasnyy
7+5467 Aginskoye
2-2083 Khovu-Aksy
0+3929 Chegdomyn
5-8332 Staryye Ozinki
0+4092 Ak-Dovurak
2+4606 Gorin
3-7817;Orsk
5+4801 Gusinoozyorsk
0+235 Petrovsk-Zabaykal’skiy
1-2113 Balykcha
1-4987;Staryy Oskol
1+8177 Nerchinskiy Zavod
3+1963 Tsimmermanovka
2-9098 Yershov
0+6219 Khilok
0+202 Ulety
1-7038,Borisoglebsk
4+1549,Mednogorsk
6+8318 De-Kastri
2-10035 Anna
0+5514 Saryg-Sep
0+929 Rechka-Vydrino
1-6037 Kalininsk
0+11202 Ozernovskiy
1-7529,Rubtsovsk
1+5032 Etyrken
1-3860 Shagonar
1-4694;Saratov
1-282,Balashov
0+7516 Gazimurskiy Zavod
2-8365 Ryl’sk
9+4964 Soloneshnoye
0+1939 Slyudyanka
0+1191 Pervomayskiy
1-7643:Voronezh
0+4354 Krasnoshchekovo
0+5295 Berëzovyy
1-3354 Kyren
3-770,Kyzyl
2-5826;Kursk
4+1892;Orenburg
2+126 Saraktash
1+8678 Nogliki
2-6342 Mikhaylovskoye
1+2788;Ulan-Ude
13-2168,Gorno-Altaysk
2+2066 Kamensk
0+1001 Nerchinsk
2+1109 Shimanovsk
2-7888,Pugachëv
1-100,Balakovo
1+5761 Bol’shoye Goloustnoye
0+808;Chita
4-5376 Kvarkeno
6-1770 Rzhaksa
2+6775 Khorinsk
1-6931 Dobrinka
4+4092 Novichikha
0+3616 Kokuy
2-6011 Zilair
0+8407 Lazarev
3-9772,Rtishchevo
0+4333 Turochak
0+4687 Sofiysk
4-2970;Irkutsk
1-5890,Petrovsk
3-1003,Zheleznogorsk
3+8017 Vershino-Darasunskiy
0+2491 Bogorodskoye
3-9048 Pestravka
2-1236,Livny
0+9889 Imeni Poliny Osipenko
1-8334,Sorochinsk
4-652 Baltay
0+4949 Toora-Khem
3-1335 Aleysk
2+1706 Orlik
0+1171 Sosnovo-Ozërskoye
1-2634;Biysk
3+1871;Angarsk
2-7014 Trubchevsk
1+578;Lipetsk
2-104,Yelets
4+422 Kirsanov
0+4736 Abaza
5+2871 Ust’-Karsk
2-6013,Sibay
1-1105 Staraya Kulatka
1-618;Tambov
2-920,Klintsy
1+5565 Tashtagol
1-3563,Buzuluk
1+7428 Ushumun
0+518 Stoyba
1-2531 Yelantsy
3-2653 Blagoveshchenka
0+3743 Zhireken
1-3639 Zav’yalovo
0+556 Solton
7-4600,Michurinsk
2+1426 Sharlyk
2+5348 Turka
1-5229,Meleuz
1-1985;Orël
3+4257,Slavgorod
6-1801 Kartaly
0+9799,Petropavlovsk-Kamchatsky
1-2569 Ekimchan
1-5060 Rebrikha
2-2491 Starosubkhangulovo
0+3398,Sayanogorsk
2-4481,Kuznetsk
1+4634 Tanzybey
1-5482,Yefremov
1+6496,Cheremkhovo
0+3764 Nikolayevsk-on-Amure
1-9225,Syzran
2-442,Kamenka
2+96;Penza
1+513:Samara
6-1582;Bryansk
0+5524 Vershina Tei
9-583;Barnaul
2-3238,Otradnyy
2+766;Magnitogorsk
1+5002 Ust’-Barguzin
2-2313 Staryy Togul
1-4409,Morshansk
1+8400 Magdagachi
8-7646;Tolyatti
6+9360 Okha
5-8700;Sterlitamak
5+3211,Mezhdurechensk
2-312,Zarinsk
1-3887 Nikol’sk
0+4536,Abakan
2-3849,Krasnaya Glinka
0+2510 Karasuk
0+4173 Mogocha
0+749 Zeya
2-4012;Novokuznetsk
2-1326 Russkaya Polyana
1+745,Kamen’-na-Obi
2-4520 Belëv
1+342 Skopin
3+322 Shiringushi
1+7810 Amazar
1-8642,Lyudinovo
2+5823 Kuragino
3-596;Prokop’yevsk
1+5321 Mnogovershinnyy
1-9925 Sapozhok
1-782,Roslavl’
1+2554,Beloretsk
0+4749 Kachug
0+1607 Yerofey Pavlovich
2+198 Skovorodino
1-4470 Krasnozërskoye
1+1101 Sorsk
1-5196,Novomoskovsk
3+563 Kovylkino
5+1765,Troitsk
2-745,Belebey
0+4806,Sayansk
4-2737 Cherlak
3-2964;Saransk
2-755;Tula
0+936 Karsun
1+264,Dimitrovgrad
1+3376 Cherepanovo
4-3135 Klyavlino
6+5828 Kurumkan
1-6192;Ulyanovsk
0+3210 Kochki
2-3857 Sasovo
0+4736 Kommunar
0+416 Artemovsk
1-3400,Uchaly
0+2245 Ordynskoye
1-458 Kupino
6-2650,Nurlat
0+6913 Tupik
1-635 Bagdarin
4-6012,Oktyabrsky
5-1720;Kaluga
4+6431,Tulun
6-7876,Chernyakhovsk
0+1788;Ryazan’
0+3270 Sherbakul’
3+1377,Leninsk-Kuznetsky
3+7245 Mil’kovo
1-7995 Zdvinsk
1-5816;Kaliningrad
1+11481 Chumikan
2-10009 Yukhnov
0+2074:Ufa
4-2392;Smolensk
0+5301 Zhuravlevo
3+2010 Zhigalovo
1-4671,Trëkhgornyy
2-1187,Alatyr’
6+574,Al’met’yevsk
1+1211 Kurtamysh
0+684 Isil’kul’
0+2776,Nizhneudinsk
1-6161,Serpukhov
2+398,Kasimov
1+192,Sarov
2+497 Buinsk
2+2508:Omsk
1-1612,Asha
1-1194 Bol’shoye Boldino
1+3762:Novosibirsk
0+556 Belogorsk
3-2838,Miass
0+1447 Kalachinsk
2-3580,Kolomna
0+2912 Petukhovo
2+1307 Chulym
2-4773,Safonovo
0+337,Obninsk
4+8813,Tynda
1-6331:Chelyabinsk
1-178,Zlatoust
1-585 Bakaly
2+11220 Nikol’skoye
1-13170,Vyaz’ma
1+4168 Tatarsk
1-1269 Shumikha
3+3162 Aginskoye
1-2842 Lebyazh’ye
4+1319 Ubinskoye
4+642;Kemerovo
2-3546,Chistopol’
1+4098 Balakhta
2-4778,Arzamas
2-629,Podolsk
0+1799,Birsk
3+980;Kurgan
0+1298,Kuybyshev
2+550 Stantsionno-Oyashinskiy
3-3741,Shumerlya
1+108,Kanash
2+1076 Mesyagutovo
0+4280 Pokosnoye
1-1185,Sharypovo
3-4718,Murom
0+2934 Nazyvayevsk
1-3895 Ozërnyy
2-121 Velizh
1+945,Gus’-Khrustal’nyy
0+11899 Atlasovo
3-10782;Nizhnekamsk
0+5751 Severobaykal’sk
4-3258 Vengerovo
4+814,Yurga
2-3247;Naberezhnyye Chelny
1-1480:Moscow
1+2308,Ozersk
3-2224,Elektrostal’
0+1066:Kazan
2-1013,Orekhovo-Zuyevo
3+1791 Karaidel’
9+4109,Tayshet
5-6081;Zelenograd
1+65,Pushkino
4-186 Volokolamsk
0+907 Lyskovo
1+1456 Nyazepetrovsk
0+3333:Krasnoyarsk
4-691,Anzhero-Sudzhensk
1-3176,Neftekamsk
0+938,Shadrinsk
0+3600 Chunskiy
1-2501 Bol’sherech’ye
1-514,Ishim
0+2510,Zelenogorsk
2-4734;Cheboksary
0+5436;Bratsk
1-6121;Vladimir
1+5652 Tinskoy
1+1479 Novyy Uoyan
1-427 Magistral’nyy
1+613 Severomuysk
2-1785,Kansk
1-799,Mariinsk
2-5496 Nelidovo
0+1829,Vyatskiye Polyany
0+11142 Ust’-Kamchatsk Staryy
1-11902;Dzerzhinsk
2-913,Rzhev
1+5617,Achinsk
3-5112,Kol’chugino
1-124,Sergiyev Posad
1+12271 Klyuchi
1-11685:Nizhniy Novgorod
0+7209 Kuanda
1-8555,Velikiye Luki
1+4782 Severnoye
0+3653 Taksimo
1-7357,Kovrov
4+2706 Golyshmanovo
1-645,Kamensk-Ural’skiy
2-1293 Morki
2+322,Mozhga
1+8596 Ayan
4-5320;Tomsk
1-2890,Chernushka
1+855 Shatrovo
2+2469 Tyukhtet
2-1269 Kyshtovka
2+2750 Zheleznogorsk-Ilimskiy
3-4636,Krasnoufimsk
3-988;Yoshkar-Ola
1+1841,Yalutorovsk
1+5842,Neryungri
5-9606 Opochka
3+853,Dubna
6+6860,Ust’-Kut
0+1248 Novaya Chara
2-4766 Vikulovo
3-1741;Izhevsk
1-1730;Tver
0+2472:Yekaterinburg
4+1375 Tara
0+1878 Bol’shaya Murta
1-3321,Pervouralsk
4+3075 Novobirilyussy
1+702 Novobiryusinskiy
2-6783 Bezhanitsy
0+1329 Puchezh
2-220;Ivanovo
0+4519 Asino
1-4689 Petrovsk
0+2446 Talitsa
1+1834 Bakchar
2-4711,Torzhok
0+8604 Khani
7-7100 Urzhum
0+161 Syumsi
2-645 Krasnye Baki
2-1398 Kholm
0+193 Ostashkov
0+3242;Tyumen
7+2936 Taseyevo
3-3616 Shalya
1+4502 Rudnogorsk
2-4829 Osa
2-759 Yaransk
1+4029 Tegul’det
1+1893 Markovo
8-4002 Yarkovo
1-1010,Kungur
3-1484,Kineshma
7+3027 Tevriz
1-3408,Uglich
4+4125 Kedrovyy
2+419 Molchanovo
1-4919,Vyshniy Volochëk
0+1439 Sovetsk
3+1412,Lesnoy
0+130 Turinskaya Sloboda
1-2451;Yaroslavl
1+7185 Gorno-Chuyskiy
4-6511 Shakhun’ya
1+2456 Ust’-Ishim
1+2211 Kazachinskoye
6-4179 Uni
0+10719 Tigil’
1-12912 Porkhov
0+1137;Kostroma
1-423 Bezhetsk
0+7142 Kirensk
4-7979;Pskov
1+2173 Suna
2+1163,Alapayevsk
0+5251 Bodaybo
7-5424;Nizhny Tagil
8-2860,Staraya Russa
0+7130,Ust’-Ilimsk
1-4641;Perm
3+902,Tavda
1-2643;Rybinsk
3+1582 Vereshchagino
3+315,Lys’va
3-515,Glazov
4+4203 Motygino
2-2644,Tobolsk
4+2423,Lesosibirsk
1-5996 Kresttsy
5+1135 Neya
0+447 Kotel’nich
1+6456 Mama
1-6581 Leninskoye
0+3581 Kolpashevo
5-3738 Shar’ya
1+5193 Boguchany
1-6353,Borovichi
1+1721 Zuyevka
2-1080 Prechistoye
2+4472 Belyy Yar
4-4351 Buy
1+5472 Manzya
2+1906 Kropotkin
1-8405;Velikiy Novgorod
5+4523 Novyy Vasyugan
2-4070 Pestovo
1+1386;Kirov
1+4951 Kodinsk
0+2623 Aldan
6-5883 Kuminskiy
3-709,Kachkanar
4-3166 Gdov
0+203,Luga
1+10076 Chagda
3-7445 Chermoz
6+139 Gubakha
7-428 Kostino
2-651 Vokhma
1+2237 Turtas
8-1448,Kudymkar
4+2621 Kargasok
2-3857 Soligalich
0+11767 Palana
5-12206;Cherepovets
5+2396 Sos’va
4-2198;Vologda
3+12319 Ossora
9-11083 Kirs
2+9097 Okhotsk
3-10727 Babayevo
2+2088,Berezniki
6-2478,Kirishi
1+1761 Raduzhnyy
2+955 Kytlym
4-1374 Nikol’sk
2+10534,Magadan
4-9021,Serov
0+534 Mezhdurechenskiy
3+4681 Peleduy
1-7921,Tikhvin
1+3388 Kondinskoye
20-1912 Oparino
5-1920,Sosnovyy Bor
4+122:Saint Petersburg
2+988 Kharovsk
1+257 Tot’ma
6-495 Belozërsk
2+3209 Gornopravdinsk
1+158 Salym
7-669,Uray
1-3222 Syas’stroy
1+2738,Severoural’sk
6+9114 Karamken
9-9677 Gayny
0+8324 Solnechnyy
5-3528 Vanavara
2-965 Teya
0+2779 Olyokminsk
4-6334 Krasnovishersk
1+7746 Ust-Maya
1+3153 Tilichiki
1-11507 Koygorodok
6-742 Tarnogskiy Gorodok
13+368 Luza
8-1851,Vyborg
1+8618 Lensk
1-8137 Lodeynoye Pole
0+4403,Strezhevoy
10+7420 Atka
4-9137 Polunochnoye
3+7156 Amga
3-5543;Nizhnevartovsk
4-3629 Konosha
3+2877,Khanty-Mansiysk
1-3258 Vytegra
1+2554 Pelym
2-3185 Priozërsk
3+1196 Vel’sk
0+798 Vizinga
3+2252,Nefteyugansk
1-2777 Kizema
2+8201 Sinsk
1+2279 Ust’-Omchug
11-7442,Langepas
1-2856,Kotlas
0+2677;Surgut
2+3460 Yerbogachen
3-4469,Yugorsk
6-3148 Salmi
0+352 Sheltozero
3+9357 Mokhsogollokh
15-6250 Talinka
5+2358 Bor
2-1786,Lyantor
4-2134;Syktyvkar
1-1061 Nyandoma
1+2427 Kommunisticheskiy
0+3190 Baykit
1-4269 Ust’-Kulom
2-2298 Sortavala
7+364;Petrozavodsk
2+218 Pudozh
12+2649 Agirish
0+9621 Evensk
8-2680 Churapcha
3-271;Yakutsk
4-8015 Zheshart
2-1720 Suoyarvi
1+4510,Raduzhny
0+4923 Berdigestyakh
1-8380 Shenkursk
3+2249,Nyagan
2+5227 Suntar
8-7266 Verkhnyaya Toyma
2+10667 Orotukan
1-7719,Kogalym
9+5908 Ytyk-Kyuyël’
8-6180 Nizhnesortymskiy
3+9445 Kamenskoye
4-2716 Nezhdaninskoe
1+1674 Omsukchan
1-616 Yagodnoye
1-3567,Mirny
5-6310 Yemva
6+8471 Khandyga
2-440 Borogontsy
5-9844 Porosozero
0+2344 Troitsko-Pechorsk
0+7350 Namtsy
4-8933 Mirnyy
2+10781 Susuman
8-10545 Berëznik
0+1894 Khulimsunt
5-2718 Medvezh’yegorsk
2+11793 Seymchan
9-3992 Chernyshevskiy
4+6688 Beringovskiy
13-11493 Igrim
0+1102,Noyabrsk
9+4291 Nyurba
13-6966 Usogorsk
4+7162 Verkhnevilyuysk
1+2248 Oymyakon
1-10101 Yemetsk
10+1191,Ukhta
14+1298 Beloyarskiy
1-2703 Kodino
3-532,Segezha
0+8731 Vilyuysk
4-4711,Muravlenko
6-1721 Vuktyl
6-1921 Onega
1+8937 Sangar
2-6243 Berëzovo
2-3305 Muyezerskiy
4+1246 Karpogory
18+10068 Artyk
8-8423 Saranpaul’
2+3932 Tura
2-5830 Lukovetskiy
12-21515 Provideniya
1+24973 Gubkinskiy
12-3595;Arkhangel’sk
1-72,Severodvinsk
1-925,Kostomuksha
0+11266 Ust-Nera
4-11099 Borovoy
9+1114 Pinega
3+13412 Anadyr
9-11353 Ovgort
8-1822 Leshukonskoye
2+3201 Tarko-Sale
4-4318 Kem’
5+1932 Izhma
14+331,Pechora
5-2603 Kalevala
20+3351 Muzhi
4-1255 Ust-Tsilma
6-22385 Lorino
3+24422,Nadym
21+7837 Zyryanka
6-6292 Turukhansk
4-4372 Mezen’
1+3024 Pangody
8+3699 Aykhal
4-3311 Urengoy
4-2084,Usinsk
2+264,Inta
5-2712 Loukhi
0+4358,Novyy Urengoy
8-24644 Uelen
16-931 Egvekinot
21+24573,Salekhard
7-2193 Nes’
2+2824 Nyda
7-3858 Umba
8+8904 Zhigansk
10-5254 Yar-Sale
7+1751 Svetlogorsk
21-5594,Kandalaksha
27+2564 Khoreyver
4+9565 Srednekolymsk
1-7498 Tazovsky
0+788 Igarka
4-2253,Vorkuta
6-3359 Kovdor
1+293,Apatity
6+3414 Laborovaya
2+6709 Batagay
1-8154 Narian-Mar
13+7730 Batagay-Alyta
21-9538 Lovozero
4+449 Ostrovnoy
0+12693 Bilibino
4-7864 Snezhnogorsk
37-1421 Mys-Kamennyy
4+3886 Olenyok
4+3374 Belaya Gora
21+1514 Cherskiy
22-12823;Murmansk
19+205 Teribërka
15+10483 Deputatsky
4-5178,Norilsk
1+9020 Leningradskiy
5-9222 Dudinka
2-5537 Zapolyarnyy
27+13950 Pevek
6-10864 Amderma
24+7388 Ust-Kuyga
7-5234 Karaul
55+6469 Chokurdakh
82-1176 Nizhneyansk
10-8381 Belush’ya Guba
15+7654 Tiksi
27-1478 Saskylakh
2-1162 Khatanga
153-2194 Dikson
RW Rwanda
-260+2974,Butare
44+80,Kibungo
21-48:Kigali
45-43,Musanze
20+69,Nyagatare
SA Saudi Arabia
1689+4255,Jizan
17+454 Al Wadī‘ah
9-446;Şabyā
34+150;Najrān
23-188 Ad Darb
38-63 Dhahabān
20+111;Khamis Mushait
23+147 Yadamah
40-227,Bariq
65+3,Sabt Alalayah
42+65,Qal‘at Bīshah
1-114,Al Bahah
14-120,Al Līth
31+531 As Sulayyil
75-395 Turabah
4+122,Ranyah
2-243;Ta’if
16-59:Makkah
6-64:Jeddah
42+284 Al Khurmah
25-271 Khulayş
13+740 Laylá
30+738 Shaybah
21-1507,Rābigh
70+185 Mahd adh Dhahab
0+600,Ḥawṭah Banī Tamīm
4-136 Ar Rayn
24-673 Badr Ḩunayn
13+413,Afif
18-486;Yanbu
7+927;Al Kharj
31-772:Madinah
4+478,Ad Dawādimī
18+233:Riyadh
5-376 Alrmtheiah
28-569,Umluj
22+798,Shaqra
12+434;Al Hufūf
7-676 Wed Alnkil
13+433 Rumāḩ
14-129 Tumayr
13-367 ‘Uqlat aş Şuqūr
4+130,Ar Rass
36-704 Al Wajh
7+836,Az Zulfī
3-85;Buraydah
10+613:Dammam
18-1218,Al-ʻUla
25+241 Ash Shamli
16+929;Al Jubayl
8-549 Tanūmah
17+429 Mulayjah
8-1273 Duba
17+600;Ha'il
10-315,Taymā’
29+701 King Khalid Military City
35-263 Turubah
14-635;Tabuk
3+940;Hafar Al-Batin
1+252,Al Khafjī
153-828,Sakakah
53-199,Ţubarjal
48+282,Arar
35-370,Qurayyat
34+132,Ţurayf
SB Solomon Islands
-1072+16580 Lata
27-388 Kirakira
102-197,Honiara
66+75 Auki
55-350 Noro
8+239 Buala
143-319 Taro
SC Seychelles
-462+5546 Victoria
SD Sudan
960+2843 Abyei
103+195 Talodi
38-66,Kadugli
2-199,Al Mijlad
6-320,Tullus
19+61,Gereida
2-126 Rahad al Bardi
10+525 Al Lagowa
6-300;El Daein
0+510,Abu Jibeha
27-287 Al Fūlah
6+600,Ad-Damazin
26-948;Nyala
0+477,Dilling
10-230 Ghubaysh
20+483 Marabba
9-660,Sh'īarīah
1+864 Jalqani
6-993,Kas
19+414,An Nuhūd
2+222,Ar Rahad
19-718,Zalinjay
0+775,Umm Ruwaba
11+65,Tandaltī
13+206;Singa
1-127;Kosti
2-244;El Obeid
24+441,Al Ḩawātah
3-1218,Al-Junaynah
7+1332 Doka
5-220,Sennar
3-688 Umm Kaddadah
3-134;El Fasher
2-127,Kabkābīyah
35+823,Ad Douiem
3+307;Al Qadarif
8-129,Al-Fāw
2-854,Mellit
7-88,Kutum
5+832,Al Manāqil
15+53;Wad Medani
33-125 Al-Quṭaynah
43+87 Wad Rāwah
17+246,New Halfa
12+80;Kassala
10-387:Khartoum
60+367 Wagar
54-277,Shendi
101+56,Atbara
35-304 Ad Dabbah
38+678,Tokār
12-588 Kuraymah
29+499,Sinkat
27+49,Suakin
7-685,Dongola
44+674;Port Sudan
145-90 Gebeit
73-495 Wadi Halfa
SE Sweden
5543+1382 Ystad
60+33,Kristianstad
2-146,Helsingborg
11+290,Karlskrona
50+77,Kalmar
1-350,Halmstad
21+195,Växjö
23-256,Varberg
6+149 Bredaryd
25+188 Järnforsen
22+268 Visby
7-633;Gothenburg
5+467 Västervik
2-248,Jönköping
50-187,Trollhättan
11+156,Skövde
2+177,Linköping
34+139,Nyköping
52-180,Örebro
6+286:Stockholm
5-457,Karlstad
1-137 Årjäng
23+442,Västerås
24+109,Uppsala
16-397 Hagfors
47+177,Borlänge
18+170,Gävle
34-260 Mora
37+128 Edsbyn
35+129 Hudiksvall
30-274 Sveg
36+294,Sundsvall
13-165 Ånge
65+161 Sollefteå
1-263,Östersund
11+408,Örnsköldsvik
11-564 Åre
43+718,Umeå
2-470 Strömsund
75+311 Lycksele
2-201 Vilhelmina
13+429,Skellefteå
75-538 Björkvik
8+658,Luleå
1-298 Arvidsjaur
46-128 Arjeplog
28+495 Överkalix
10-222 Vuollerim
70+3 Gällivare
73-42 Kiruna
SG Singapore
129+10385:Singapore
SH Saint Helena
-3707-1231 Edinburgh of the Seven Seas
2113+659 Half Tree Hollow
801-869 Georgetown
SI Slovenia
4605+1451;Ljubljana
51+114,Maribor
SJ Svalbard and Jan Mayen
7092-872 Olonkinbyen
730+2437 Longyearbyen
SK Slovakia
4815+1711;Bratislava
16+97,Nitra
40+318;Košice
3-211,Banská Bystrica
15-111,Trenčín
17+226,Poprad
16-156,Žilina
7+253,Bardejov
SL Sierra Leone
725-1153 Bomi
28-97 Bonthe
35+131;Kenema
8-55;Bo
20-69 Moyamba
33-81;Freetown
15+227,Koidu
13-182,Port Loko
12+75,Makeni
61-20 Kamakwie
9+69 Kabala
SN Senegal
1247-1148 Noumoufoukha
9-70,Kédougou
1-409;Ziguinchor
14+71,Sédhiou
18+62,Kolda
26+82,Vélingara
62+45,Tambacounda
21-113,Koungheul
17-127;Kaolack
27-89;Mbour
4+474 Kidira
19-402,Diourbel
4-120:Dakar
10+51;Thiès
7+105:Touba
44+191 Ranérou
5-151,Dara
14+230 Kanel
13-304,Louga
40-27;Saint-Louis
44+79,Richard-Toll
19+74 Podor
SO Somalia
-164+4159,Kaambooni
128+96;Kismayo
77-154 Dhobley
8+178,Jilib
114-35 Saacow
9+233;Marka
32+57:Mogadishu
30-306,Baardheere
7+70 Diinsoor
35+334 Cadale
2-82,Jawhar
33-185,Baidoa
69-111,Luuq
1+71 Waajid
4+232 Buulobarde
0+161 Ceeldheer
27-329 Xuddur
43-86 Yeed
10+483 Xarardheere
4-124 Ceelbuur
5-142,Beledweyne
61+333 Hobyo
19-214 Dhuusamarreeb
23-63,Balanbale
48+46,Cabudwaaq
52+58 Saaxo
0+63,Gaalkacyo
121+239 Eyl
25-349 Buhodle
17+215,Garoowe
8-112,Laascaanood
101-49 Garadag
0+394 Bandarbeyla
3-528,Burao
4-147;Hargeysa
38-88;Borama
34+705 Iskushuban
16-522;Berbera
18+236,Ceerigaabo
54+83 Las Khorey
12+98,Bosaso
19+69 Qandala
30+135;El Dibir
SR Suriname
506-5498 Brokopondo
70-169 Wageningen
11+150;Paramaribo
SS South Sudan
387+3248,Pajok
22-180;Yei
48-229,Yambio
20+520 Kapoeta
8-201;Juba
7-211 Maridi
68-200 Tambura
61+409 Bor
34-106 Yirol
26-82,Rumbek
46-100 Tonj
43-69,Wau
60-1,Kuacjok
0+216 Leer
17-446 Raja
54+189;Winejok
25+223 Bentiu
1-538 Kafia Kingi
26+724,Malakal
ST Sao Tome and Principe
34+673,São Tomé
130+69 Santo António
SV El Salvador
1348-8818;San Miguel
21-101;San Salvador
30-37,Santa Ana
SX Sint Maarten
1805-6307 Cul de Sac
SY Syria
3271+3657,As-Suwayda
42-75,Al Qunayţirah
38+47:Damascus
72+95,Al Qaryatayn
33+104,Tadmur
16-155;Homs
17-84;Ţarţūs
24+87;Ḩamāh
21+338;Deir ez-Zor
19-435;Latakia
40+84,Idlib
2+238;Ar Raqqah
25-185:Aleppo
17+36,Al Bāb
13+323;Al Ḩasakah
55+48,Al Qāmishlī
SZ Eswatini
-2650+3138,Manzini
TC Turks and Caicos Islands
2146-7114 Cockburn Town
32-111 Providenciales
TD Chad
857+1608,Moundou
9+77,Doba
1-147 Beïnamar
25+217,Koumra
23+83,Sarh
16-257,Kelo
5-90,Pala
9+403 Kyabé
31-267,Déressia
18+464 Haraze
34-554,Bongor
20+134 Bousso
56+357,Am Timan
2-234 Melfi
39+134 Abou Déïa
36-341 Dourbali
30-83:N'Djamena
8+365,Mongo
4+272,Goz Beida
12-180 Mangalmé
3-255 Bokoro
39+342 Am Dam
8-292 Yao
15-183,Massakory
21+261 Ati
9+136,Umm Hājar
17-499,Bol
17+178,Moussoro
19+434,Abéché
29-552,Mao
6-113 Vadanakallu
35+675,Biltine
5-615 Nokou
26+245 Salal
28+502,Iriba
95+59 Amdjarass
112-126 Fada
74-248,Faya-Largeau
112+139 Ounianga Kébir
141-396 Zouar
89+47 Bardaï
TF French Southern Territories
-4935+7022 Port-aux-Français
TG Togo
613+122:Lomé
82-5,Notsé
58-4,Atakpamé
79-14 Blitta
66+14,Sokodé
57+6,Kara
81-72,Mango
TH Thailand
654+10128,Yala
8-121,Satun
39+41,Hat Yai
55-87,Trang
22+71 Ranot
11-192,Phuket
18+51,Krabi
36+106,Nakhon Si Thammarat
44-163,Takua Pa
27+99,Surat Thani
40+61,Ko Samui
96-76,Chumphon
71+33 Bang Saphan
57+338,Khlong Yai
4-311,Prachuap Khiri Khan
75+18,Hua Hin
4+214,Chanthaburi
7-84,Rayong
25-38,Pattaya
18-94,Phetchaburi
25+104;Chon Buri
35-108,Ban I Chang
1+88,Lat Krabang
3-28:Bangkok
20+122,Kabin Buri
11-107,Khlong Luang
41-53,Suphan Buri
6+80,Saraburi
11+187 Nang Rong
0+186,Kantharalak
24-116,Surin
9-139,Nakhon Ratchasima
27+275,Ubon Ratchathani
5-523 Huai Khot
37+149,Wichian Buri
0+247 Kaset Wisai
4-344,Nakhon Sawan
11+189,Chaiyaphum
5+260,Amnat Charoen
56-347,Phetchabun
1+235,Kalasin
2-68,Khon Kaen
3-331,Kamphaeng Phet
6+258,Chum Phae
28-184,Phitsanulok
20-53,Ban Na
14+442,Sakon Nakhon
26-136,Udon Thani
6+67 Sawang Daen Din
1-173,Loei
12-251 Thoen
2+87,Uttaradit
41-146 Ban Aen Mai
11+151,Phrae
14-65,Lampang
49+129 Nan
1-180,Chiang Mai
37+101 Dok Kham Tai
14-202 Mae Hong Son
42+121 Ban Mae Thalop
19+65,Chiang Rai
TJ Tajikistan
3672+7161 Ishqoshim
74-344,Zarhalol
3+338,Khorugh
35-277,Bokhtar
7+100;Kŭlob
26+419 Murghob
20-252 Vanj
17-267;Dushanbe
49+159 Rasht
19+82 Vahdat
17-265 Ayní
11-93,Panjakent
41+139;Istaravshan
22+163;Isfara
15-101,Khujand
TK Tokelau
-920-17185 Nukunonu
66-67 Atafu Village
TL Timor Leste
-886+12636 Viqueque
30-79,Dili
4+143 Lospalos
TM Turkmenistan
3596+6292 Takhta-Bazar
89-44 Garaköl
53-197,Tejen
9-653 Esenguly
12+785,Mary
22+422,Magdanly
3-84,Kerki
11-683:Ashgabat
27-273 Gyzylbaýyr
22+178,Bäherden
4+672 Karabekaul
28-566 Bokurdak
22-221,Gyzylarbat
9+730;Türkmenabat
17-806 Bereket
17-239 Hazar
7+978 Seydi
3-854,Balkanabat
51-141,Türkmenbaşy
46+920 Birata
14-669 Gyzylgaýa
57+593 Gazojak
35-883 Garabogaz
30+740;Daşoguz
44-125 Aşyr Kakabaýew
TN Tunisia
3169+921 El Borma
63+119 Remada
82+82,Ben Gardane
21-71,Medenine
12-149,Douz
41+108,Gabès
0+76,Houmt Souk
4-273,Tozeur
50+65,Gafsa
32+198;Sfax
30-128,Sidi Bouzid
13-64,Kasserine
51+126,Kairouan
15+54;Sousse
25-127,Siliana
9-67,El Kef
23+192,Hammamet
33-144,Béja
9+99;Tunis
3+92,Kélibia
42-122,Bizerte
TO Tonga
-2114-17520 Nuku‘alofa
139+88 Fangale’ounga
110+34 Neiafu
270+18 Hihifo
TR Turkey
3608+3284,Anamur
13+332;Antakya
12-586,Beykonak
5+363,Silifke
3+196,Arsuz
13-389;Alanya
5+417;İskenderun
5-704,Fethiye
8+799,Kilis
9-248;Mersin
10-394:Antalya
7+773,Suruç
1-310:Adana
5-790,Bodrum
2+995:Gaziantep
1-113;Osmaniye
10+254;Şanlıurfa
1-557,Karaman
1+736,Kızıltepe
3-1221,Muğla
0+1139,Viranşehir
9-998 Tefenni
2+1240,Cizre
9-1033,Seydişehir
9+220,Ereğli
6+969,Hakkâri
1-681;Kahramanmaraş
18-638,Isparta
0+773;Adıyaman
0+104,Siverek
0+347 Doğanköy
1-1370;Denizli
8-125,Aydın
2+464:Konya
2+865;Batman
2-91:Diyarbakır
1-1190,Nazilli
1+1362,Siirt
1-624 Avcılar
3-102,Niğde
5+182,Göksun
19+70,Elbistan
12-1089,Çeşme
2+1201;Malatya
1-690,Akşehir
1+261;Aksaray
4-689:İzmir
7+101,Salihli
1+1413,Tatvan
0+110;Van
12-1595;Manisa
1+728,Nevşehir
5-530;Uşak
0+981;Elazığ
5-283 Pınarbaşı
1-90:Kayseri
0+599,Muş
3-1094;Afyonkarahisar
12+995,Bingöl
15+287,Erciş
3-1209 Adayazı
3-229,Simav
0+1329,Bulanık
1-919,Kulu
5+108,Kırşehir
17-747,Ayvalık
4+1500,Hınıs
1-358 Divriği
5-813,Kütahya
16+216,Polatlı
7-425;Balıkesir
1+799 Akdağmadeni
5+716,Ağrı
3-355,Erzincan
1-247;Sivas
3-650;Eskişehir
4+428,Yozgat
3-129,Kırıkkale
6+777;Erzurum
1-843:Ankara
0+1119,Iğdır
12-1563,Mustafakemalpaşa
4+110,İnegol
8-310,Çanakkale
1+551,Beypazarı
3-286:Bursa
1-14;Nilüfer
2-168,Biga
3+1298,Bayburt
3-180,Şebin Karahisar
2-187,Tokat
4-857,Bandırma
4+810,Turhal
7+339,Gümüşhane
8+252 Oltu
1-704;Çorum
5-133,Çankırı
0+947,Kars
5-726,Amasya
9-422,Bolu
2-168,İzmit
2+47;Adapazarı
2-97;Gebze
4+173,Düzce
2-453,Keşan
6+1176,Giresun
6-1088,Tekirdağ
0+1038;Ordu
2+184;Trabzon
1-1078:Istanbul
1+17;Umraniye
0+1140,Rize
1-1184;Esenyurt
3+1382 Yalnızçam
10-1470;Çorlu
4+483,Karabük
8+371;Samsun
10-256,Kastamonu
7-199,Zonguldak
2+298 Boyabat
21-821,Edirne
6+85 Üsküp
15+559 Cide
6+122 Çatalzeytin
8+94,Sinop
TT Trinidad and Tobago
1052-6142,Chaguanas
66+68 Scarborough
TV Tuvalu
-852+17919 Funafuti
49-88 Savave Village
54+38 Motufoua School
24-154 Tanrake Village
96-84 Toga Village
18+102 Kulia Village
TW Taiwan
2200+12074 Hengchun
62-43:Kaohsiung
14+83,Taitung
23-93:Tainan
49+24;Chiayi City
9-86,Magong
41+201,Hualien City
17-92:Taichung
65+29;Hsinchu
25+56:Taipei
TZ Tanzania
-1137+3842 Masuguru
30-107,Tunduru
12+193,Newala Kisimani
2-426,Mbinga
21+378,Masasi
4-315;Songea
21-107 Manda
20+560,Mtwara
20-125 Ruangwa
7+79,Lindi
7-439 Mahanje
16+260 Liwale
47-516;Tunduma
7+85,Katumba
30+589 Kilwa Masoko
3-606;Mbeya
5+138,Makumbako
5+99,Mlimba
23-377 Laela
27+324,Mafinga
17+139;Ifakara
1-243 Dunda
15-263;Sumbawanga
1+735,Ikwiriri
5+69 Kilindoni
14-396;Iringa
17+130,Kidodi
8-595,Namanyere
27+402,Mafinga
42+191,Kilosa
1-654 Karema
0+722;Morogoro
0+161:Dar es Salaam
5-35;Kibaha
5-685 Inyonga
8+628,Chalinze
26-101,Dumila
4-627;Mpanda
17+467;Dodoma
1+346;Zanzibar
8-255,Kibaigwa
13-252 Mgandu
20+70 Manyoni
32+319,Handeni
13-145 Kibaya
5+320,Chake Chake
10-129,Korogwe
4-744,Nguruka
4+101,Urambo
0+705;Tanga
5-627;Tabora
12+295,Kondoa
2-615;Kigoma
6+511;Singida
24-464;Kasulu
30+378,Igunga
6-70,Nzega
0+257,Babati
2+118 Naberera
13+80,Same
24-513;Kahama
17+82,Shinyanga
7-270 Kibondo
10+124,Ushirombo
12+199,Somanda
0+273;Arusha
2+65;Moshi
2-166 Kiratu
46-514,Bugarama
0+170;Geita
7+175;Bariadi
13-133,Sengerema
4-134,Biharamulo
4+214,Magu
4+333 Namanga
3-388:Mwanza
50+97,Bunda
42-273 Nyakahanga
10+266,Musoma
15+57,Tarime
2-256,Bukoba
UA Ukraine
4461+3352;Sevastopol
35+59;Simferopol
7+127,Feodosiya
17-201,Yevpatoriya
15-453,Izmayil
1+764,Kerch
35-209,Dzhankoy
13-478 Tatarbunary
28+387 Oleksandrivka
23+85 Novotroyitske
14-359:Odesa
15+187,Kherson
12+75,Nova Kakhovka
0+343,Berdyansk
9-141,Melitopol
13-339;Mykolayiv
13+560;Pravyi Bereh
1-697 Rozkvit
36+563 Polohy
8-491,Voznesensk
1+305,Nikopol
12-188 Novyi Buh
3-255 Ananyiv
13+516;Zaporizhzhya
6-173;Kryvyy Rih
11+441;Donetsk
2-695,Pervomaysk
12-602 Verkhovyna
9+1190 Mezhova
4-1080;Chernivtsi
1+1209;Horlivka
14-1022,Mohyliv-Podilskyy
3+724;Dnipro
0+376,Alchevsk
4-653;Kropyvnytskyi
1-877 Mizhhirya
0+1111;Kamyanske
1+126,Pavlohrad
4+344;Luhansk
3-800 Smoline
2-902,Uzhhorod
6+430,Kamyanets-Podilskyi
0+265 Ladyzhyn
5+833,Kramatorsk
2-735,Uman
17-551;Ivano-Frankivsk
9+1367,Rubizhne
5-498;Kremenchuk
17-493;Vinnytsya
2+236 Lysyanka
4+493 Kehychivka
6-1225,Drohobych
7+347;Khmelnytskyi
2+508;Cherkasy
2+478 Balakliya
7+228 Aydar
2-1353;Ternopil
4+896;Poltava
21-443;Bila Tserkva
4-610;Lviv
14+1223:Kharkiv
3-325,Lubny
6-155 Pereiaslav
11-438,Shepetivka
8+161;Zhytomyr
5+621,Okhtyrka
8-1065,Sheptytskyi
6+628:Kyiv
14-291,Zvyahel
1+477,Pryluky
2-614;Rivne
12+726,Romny
2-815;Lutsk
16+945;Sumy
3-616,Korosten
10+325,Nizhyn
3-225 Krasiatychi
14-494,Kovel
0+295 Olevsk
1+555,Konotop
11-734,Varash
17+543;Chernihiv
26+96 Koryukivka
5-720 Velyka Hlusha
4+842,Shostka
UG Uganda
-84+2994,Rukungiri
24+71;Mbarara
27+108,Masaka
20-123,Ibanda
19+198,Entebbe
12-240,Kasese
14+250:Kampala
10-56,Mityana
2+116,Njeru
12-179,Mubende
7-77 Kyenjojo
22+185,Luwero
23+171,Mbale
7-102 Buyende
28-181,Hoima
24+37,Masindi
4+189,Soroti
24+134 Amudat
30-205,Lira
23-181,Nebbi
5+358 Moroto
24-237,Gulu
21+183,Kotido
4-322,Arua
26+198,Kitgum
10-110,Adjumani
9-54,Yumbe
US United States
1920-15548 Pāhala
44-52 Kailua-Kona
9+91,Hilo
116-138 Kahului
42-139;Honolulu
77-146 Kapa‘a
248+7754 Key West
15+69 Marathon
38+64 Key Largo
68+26;Miami
17-153 Marco Island
18+158,Fort Lauderdale
38-1750 San Perlita
6+1569,Cape Coral
16+190,West Palm Beach
3-88 Clewiston
29-131,North Port
19-1590 Falfurrias
6+1779,Port Saint Lucie
21-109 Sebring
30-1596;Corpus Christi
8-122 Freer
7+1616;Tampa
2-34,Clearwater
6+221,Palm Bay
1-136,Lakeland
36-1580 Beeville
4-201 Asherton
1+335 Port O'Connor
3+1388,Spring Hill
6+115;Orlando
27-1562,Victoria
8-210 Pearsall
4+1714,The Villages
5-1401 Bay City
16+1293 Cedar Key
7-1675 Uvalde
3+980 Grand Isle
6-481,Galveston
12-369:San Antonio
8+104 Gonzales
8+1624,Palm Coast
1-1512 Eagle Lake
1+561,Houma
5+840,Gainesville
11-1304:Houston
9+1070 Carrabelle
10-542;New Orleans
2-562;Cypress
8-344 Kerrville
4+504,Beaumont
3+1052 Perry
2-1881 Sanderson
2+1673,Panama City
2-1128 Giddings
3+374,Lake Charles
1+118,Lafayette
1+920 Wellborn
4-1492;Austin
6+1608:Jacksonville
3-2200 Alpine
1+1457,Gulfport
3+286,Santa Rosa Beach
3-95,East Pensacola Heights
1-401;Baton Rouge
0+691;Tallahassee
5-1549 Junction
8-87 Sonora
6+431,College Station
3-211 Kingsland
3+1040,Mobile
1-671 Indian Springs
2-80,Huntsville
7+570 Bogalusa
4+657,Valdosta
2-1001 DeRidder
4-959 Fort Stockton
9+1108 Simmesport
6-1303 Van Horn
2+1079 Sam Rayburn
6-369,Killeen
2-161 Brady
1+1785 Brunswick
4-1997 Big Lake
2+1910 Waycross
1-303,Dothan
2-506 McComb
6-1540 Fort Hancock
1+1340,Alexandria
0+597 Andalusia
2-281,Hattiesburg
1-544,Lufkin
8-876 Pecos
4+305,San Angelo
7+1312 Monroeville
2-2298,Sierra Vista
0+1315,Waco
1+575 Natchez
2+724,Albany
9-449 Waynesboro
4-1034 Brownwood
0+1574 Fitzgerald
5-1238 Palestine
0+254 Natchitoches
4-109 Center
5-819,Odessa
3+1692 Clayton
3-2643 Sells
9+980,Midland
8+2098,Savannah
2-1537 Corsicana
12-1446;Tucson
0+1273 Stephenville
5-956 Deming
3+1758,Jackson
1-1660,Las Cruces
0+2275 Montezuma
4-1127,Tyler
1+660,Meridian
1+240,Montgomery
2-1268 Cisco
2+779 Tallulah
1-1304 Carlsbad
3+450,Abilene
0+1795,Statesboro
1-321;Columbus
4-958 Hallsville
1+245,Monroe
1+428 Demopolis
1-591,Shreveport
1+1085 Dublin
1-1002 Arcadia
15-2103 Tacna
0+1081,Hobbs
1+713 Wills Point
1-2115:San Diego
0+1624 Snyder
1+360:Fort Worth
1-463 Lamesa
3-633 Silver City
1+1147:Dallas
0+1688,Charleston
1-694 Maplesville
4-2284 Safford
1+2608,Macon
6-2233,Alamogordo
0+2156 Sunset Village
1+373 Walterboro
3-528 Alexander City
1-2677 Gila Bend
11+2313 Kosciusko
5-900 Graham
2-866 Truth or Consequences
3+752 Haskell
0+476 Mount Pleasant
3-1656,San Tan Valley
1-585,Oceanside
0+2076,McKinney
1-51,Denton
0+446 El Dorado
0+510,Tuscaloosa
2-423 Hamburg
13+879 Mount Zion
3-2778 Globe
0+627,Roswell
2+1346,Greenville
2-299,Texarkana
2-1802:Phoenix
0+2325 Starkville
2+685,Augusta
1-1889 Spur
1-1629,Temecula
3+2697 Greenwood
0+338,Birmingham
3-1877 Capitan
1+772 Bowie
2-401;Lubbock
1+1719,South Fulton
2-2993 Blythe
2+227,Surprise
3+1677 Paris
1-2226;Irvine
2+3893,Myrtle Beach
2-2987 Reserve
1-746,Indio
1+1346 Morton
2+1837;Atlanta
2-3380;Long Beach
1+458 Salome
2+2023 Prescott
10-145 Idabel
1-366,Wichita Falls
1+1815,Sumter
1-748 Winfield
2-2958;Riverside
1+3402,Athens
3-1299 Durant
1+1534,Columbia
1-498,Gadsden
4-3223:Los Angeles
1+49,Pomona
0+1086 Socorro
11-1195,Thousand Oaks
0+2170 Ardmore
3-2204;Oxnard
0+2861 Clarksdale
0+841 Greenwood
0+240,Florence
3-3157 Payson
0+1933,Pine Bluff
1+1405,Wilmington
1-3208 Show Low
1+2133,Tupelo
0+354,Rome
8+646 Whiteville
3-1082 Oxford
2-2902,Santa Clarita
1+1533,Clovis
3+301 Childress
1-1963,Goleta
4+551,Lake Havasu City
2+2126,Hot Springs
2-1318 Mountainair
1+2226 Dahlonega
1-3331,Victorville
0+1553 Tulia
1+2118 Kershaw
3-3262 Bagdad
1+1896 Mena
2-1808,Prescott Valley
0+1393,Lawton
3-94 Altus
5+802 Clarendon
1-2683,Lancaster
2+4148 Beaufort
1-993;Huntsville
2-570;Little Rock
0+1486,Jacksonville
2-1925 Ada
3+900,Florence
3-992 Lindsay
2+1521,Greenville
8-1338 McAlester
0+725 Corinth
1-1616 Santa Rosa
0+2491 Rockingham
1-4067,Santa Maria
7+974 Winslow
3+2539,Chattanooga
0+643;Fayetteville
2-277 Gaffney
1-2500;Albuquerque
1+1659;New South Memphis
6-2451,Bullhead City
0+672 Grants
2+412 Tucumcari
1+2035 Franklin
2-2827,Flagstaff
1+1140 Shamrock
0+1417 Decherd
1-1575,Amarillo
1+2099;Charlotte
2-1090 Searcy
1-2494 Fort Irwin
1+4114 Buxton
1-1759 Russellville
9-2589;Bakersfield
1+4103,Goldsboro
1-1641,Fort Smith
2-1946 Valle Vista
0+1446 Elk City
0+2307 Swanquarter
2-1998 Okemah
1+1172 Athens
3-1377 Hinton
0+84;Oklahoma City
3+951 Mount Carmel
3-2073 Gallup
1+778 Pampa
6+1841,Asheville
1-626,Jackson
0+1144,Greenville
1-4030 Ridgecrest
0+3063,Columbia
1-3365 Paso Robles
6+1475,Santa Fe
4+2460,Hickory
2-1403,Muskogee
2+1673;Raleigh
1-2532 Mosquero
6-642 First Mesa
0+1968,Jonesboro
1+431,Murfreesboro
2-1558 Dumas
0+985 Mountain View
6+220 Blytheville
3+600,Knoxville
3+502;Durham
4+322 Kill Devil Hills
2-3647 Grand Canyon Village
1+1799,Fayetteville
0+1755 Edenton
1-318;Greensboro
3-45;Winston-Salem
2-1682,Stillwater
1-1418 Tuba City
2+169 Chinle
0+287 Santa Teresa
0+1069;Tulsa
1+1049,Cookeville
1-2964;Las Vegas
0+2836;Nashville
4-3435 King City
0+515,Pahrump
2+2287 Harrison
1-2370 Death Valley
7+3446,Johnson City
2-3694,Visalia
1+3044 Martin
2-1575 Springer
4+380 Perryton
0+292,Enid
1-769 Taos
0+2108 Huntsville
1+302 Jefferson
1-1792 Woodward
2-379 Clayton
1+2553 Roanoke Rapids
7-971,Clarksville
5-2711 Moapa Valley
1+2485 Lilbourn
0+1022,Danville
2-3866 Lone Pine
0+3434 Middlesboro
1+516 Clarksville
2-1659 Vinita
4-2651,Salinas
0+2779 Cassville
5-1638 Kayenta
0+203,Farmington
0+1637 West Plains
2-2792;Fresno
0+2379,Bartlesville
1+559 Poplar Bluff
2+745 Dryden
2-1573 Alva
5+2269;Virginia Beach
6-4078 Beatty
0+530 Page
2+446 Dulce
5+3057,Newport News
1-1001,Bowling Green
2-1545 Elkhart
3+97 Liberal
1-1161 Kanab
0+3175 Pulaski
1-1626 Arkansas City
2+253,Joplin
0+591 Paducah
0+1060 Blackstone
1-660 Somerset
0+281 Richlands
1-3179,Saint George
7+908 Trinidad
5+1120,Springfield
2+233 Ellington
3+1103,Roanoke
2-1809 Harper
1-2245,Merced
1+3096,Cape Girardeau
2+202 Madisonville
1-3439;San Jose
0+2663 Parsons
0+992 Campbellsville
1-2325 Cortez
6+598 Springfield
0+2347,Lynchburg
6-2673 Alamosa
0+961 Howard
1+1374 Pikeville
5+670 Exmore
2-164;Richmond
6-3705 Caliente
1+503 Blanding
2-1152;Modesto
0+2226 Pratt
1-2023 Mammoth Lakes
2-311,Hayward
1+902,Cedar City
0+2040 Lebanon
1-468;Wichita
5+880 Harrisburg
1-1148 Dodge City
2-2240;San Francisco
0+1082 Escalante
1+2118 Farmington
0+396 Hardinsburg
0+527 Beckley
3-2647 Silverton
3+1331 Nevada
8+1109 West Liberty
0+493 Lake Monticello
3-1344 Rolla
1-2952;Stockton
1+2042 Garden City
0+1331,Evansville
1-3447,Concord
0+2028 Syracuse
1-179 La Junta
0+1906;Lexington
1+465 Hot Springs
1-4048 Phoenix Lake
5+2238,Hutchinson
1-1930 Tonopah
2+1461 Lamar
3+1292 Sparta
13-3234,Fairfield
0+1743,Pueblo
0+1885;Louisville
3-2688 Beaver
0+1740 Garnett
2+1778 Fredericksburg
0+95 California
2-1239 Mount Vernon
1+825 Craigsville
2-1637 Marion
0+1539,Charleston
1-1713 Great Bend
0+2316,Salisbury
4-2058 Emporia
1+1347;Meads
3-4000,Santa Rosa
1+4384,Harrisonburg
3-2901 Montrose
4-1074 Hawthorne
1+1262 Salida
2-93 Gunnison
2-262 Moab
1-1194;Sacramento
5+3129;St. Louis
1+646 Maysville
4-379 Vincennes
2-570 Sedalia
6-2736 Pollock Pines
1+851 Richfield
4+2123,Wentzville
2-1397;Colorado Springs
1+721,Salina
4-172 Hays
0+451,Olathe
1-2492 Gardnerville Ranchos
0+3033 Greenville
1+1237;Washington
2-115 Front Royal
1-166 Elkins
2-1248,Columbia
5-1783 Green River
5+1448,Topeka
0+1304 Jackson
1-2591,Grand Junction
1+832 Quinter
3+565;Kansas City
2+604 Effingham
1+403;Cincinnati
1-3711,Yuba City
1-159 Ukiah
1+4769,Dover
1-1101,Bloomington
1-1004,Manhattan
7-1832 Ely
1+1120 Limon
1+2213,Parkersburg
2+495;Baltimore
2-2566 Burlington
3+1206 Greenfield
0+473 Greensburg
1-2710 Delta
0+2920 Greenfield
1-2821 Ephraim
0+3717,Atlantic City
4-2663 Colby
1+2364,Frederick
6-4137 Fallon
0+3137,Terre Haute
4-2855 Eureka
2-385;Reno
0+1203 Rifle
4+1012 Concordia
3-1315 Price
3+3085,Morgantown
1-2663 Edwards
1+2783 Cumberland
3+301,Newark
5-4609,Chico
1+1686;Denver
2+2079,Dayton
1-3643 Graeagle
0+2577,Saint Joseph
0+869;Indianapolis
1-1263 Smith Center
1-2446 Covelo
1+2970 Chillicothe
0+391,Springfield
3-1025 Norton
0+1500,Richmond
1-406,Decatur
9+1095 McConnellsburg
1-1341,Quincy
0+940 Zanesville
1+685:Philadelphia
0+96,Toms River
1-880;Columbus
5-2227,Boulder
1+1485 Beardstown
1-3365 Shelter Cove
1+4776,Lancaster
2-1929 Falls City
0+1488 Wheeling
2-2150 Wray
1-658 Rangely
3+2056,Champaign
2-894 Fairbury
2-1322 Duchesne
2-807 Lovelock
1+2589 Kirksville
0+719,Muncie
1-1524 McCook
0+256 Nelson
0+2088 Carlisle
2-3555 Dugway
1+108,Provo
2+3249 Waterford
11-459 Bellefontaine
6-3689 Susanville
0+1594,Greeley
0+1783,Lafayette
2+688;Pittsburgh
2-2953 Vernal
2+270 Steamboat Springs
1+2070,Kokomo
3+774,Altoona
0+398,Edison
3-1016 Celina
4-3782,Redding
0+1731,Fort Collins
2+2959,Allentown
2-2772 Sterling
0+1189 Fort Madison
1-2561 Battle Mountain
4+4309:Queens
1-1575,Peoria
1-949,Kearney
1+2507:New York City
3-4006 West Wendover
2+218;Salt Lake City
0+1857 Corydon
0+1080,Mansfield
1-1285 Shenandoah
1+763 Watseka
0+1139 Ashland
2-4781 Eureka
0+2749;Lincoln
3-1909 Elko
2+3807 Centre Hall
0+382:The Bronx
1-2612 Cozad
7+165,Grand Island
2+797,Galesburg
2-2737 Winnemucca
3-370 Fall River Mills
2+2903 Ottumwa
0+2025 Springs
2-1149,Findlay
1+1011,Stamford
1-2082 Creston
2+1284,Akron
2+87,Youngstown
1-3431 Wells
1+1419 North Platte
0+1193 Streator
1-1288 Ogallala
0+1659;Fort Wayne
1-1969,Cheyenne
4+3163,Bridgeport
6-3047 Kimball
0+2666 Williamsport
2-1894;Omaha
1-1502 Evanston
1+1960 Columbus Junction
3-3095 Mount Shasta
0+1672,Laramie
3+3142,Kiryas Joel
7-149,Scranton
2-405 Oil City
0+115 Saint Marys
2-1850 Schuyler
0+1435 Sandusky
2-435,Valparaiso
2-3348 Alturas
1+3884;Cleveland
2-888,Davenport
1+250,Joliet
3+1503,Waterbury
3-3615 Rock Springs
1+1027 Ord
0+532;Des Moines
4+2268,New Bedford
2-1263;Toledo
2-269,South Bend
1+1617 Harwich
5-4175,Logan
0+1911 Grinnell
2-3148 Crescent City
0+3588;Aurora
0+1563,Hartford
3-3455 Rawlins
0+1754 Sterling
1+1495 Liberty
1-620 Geneva
1+954,Providence
3-1624:Chicago
2-1602 Scottsbluff
5+1904 Hillsdale
2-1523 Brewster
1-1624 Owyhee
5+4222 Red Hook
1-1776,Cedar Rapids
1-372 Denison
1-206 Norfolk
1-362 Mullen
0+1276,Elgin
1-1667 Wheatland
5+208 Alliance
0+2363,Jamestown
0+332,Binghamton
0+333,Springfield
3-750,Erie
6-4026 Lakeview
3-143 Klamath Falls
4+1159 La Barge
0+3839;Worcester
1-1729,Rockford
1+535,Ann Arbor
1-185,Kalamazoo
4-3729,Medford
0+3983;Detroit
0+539 Hornell
3+660;Boston
5-5336 Gold Beach
3+4792,Ithaca
1+144 Oneonta
1-2359 O'Neill
3+631,Waterloo
1-406,Sioux City
0+223 Fort Dodge
0+351,Dubuque
2-259 Iowa Falls
4-2121,Twin Falls
3+1492 Bassett
4+2822,Lowell
1-2389 Storm Lake
1+2145,Albany
8-3777 Conda
0+2697,Lansing
3-2082 Douglas
0+93 Lusk
7+145 Chadron
2+3044 Brattleboro
2-3989,Pocatello
0+259 Pinedale
0+355,Casper
0+576 Valentine
0+315 Yankton
2+1852;Buffalo
6-3642 Glenns Ferry
1+2963,Grand Rapids
4+1422,Manchester
1-1224,Flint
1-2469 Riverton
2+2047;Milwaukee
1+1176,Syracuse
2-1325;Madison
1-889 Wagner
2+2306,Utica
3-1548 Boscobel
2-249 Mason City
0+1558;Rochester
7-4572 Roseburg
2+2101 Porcupine
6+1054 Decorah
7-3243 Coos Bay
1+2436 Winner
0+2625 Queensbury
5-2986 Hot Springs
4-856,Idaho Falls
1+127 Jackson
4-356 Hailey
1+469 Dubois
0+1963 Reedsburg
1-673,Sioux Falls
3-402 White River
2-1830 Burns
2+285;Boise
1+2060 Worthington
0+1135,Midland
2-2905 Arco
0+4105 Lebanon
1-2248 Sherburn
1+2447,Portland
4-1522 Big Rapids
0+1426 Tuftonboro
1-2681 Mitchell
4+1032,Sheboygan
4+1222 Lowville
1-1575,La Crosse
0+824 Bad Axe
5-2120 Newcastle
11+1775 Ludington
3-1579 Wall
3-572 Worland
0+1549,Rochester
0+393,Oshkosh
1-2842 Ontario
2-613,Eugene
0+5426 Vinalhaven
1-5249,Bend
1+987 Ashton
0+1201 Fort Thompson
1-379,Rapid City
8+922,Mankato
6+420 Rome
4+1776 Monroe
3-3345,Gillette
2+870 Brookings
0+1204 Houghton Lake
0+1498 Augusta
1-1390 Sand Lake
1+955 Saranac Lake
3-2408 Huron
1-214 Pierre
5-1860 John Day
3+2316 Marshall
2+2460 Berlin
1-202,Burlington
2-4102 Challis
2+2621,Green Bay
1-2104 Cody
0+4146 Jonesport
3-2300 Neillsville
10-2050 West Yellowstone
1+725 Belle Fourche
1-2021 Agate Beach
8+279 Warm Springs
0+3565 Traverse City
4-2134 Sheridan
0+3819,Bangor
1-2273,Eau Claire
7+719 Lewiston
2-1281 Watertown
0+292 Silver Lake
1-2190 McCall
3-694,Salem
2+3341,Wausau
0+1948 Kingfield
2-2311;Minneapolis
2-797 North Eagle Butte
6+1780 Alpena
4-420 Marinette
2-741 Willmar
6-1886 Salmon
1+465 Red Lodge
3-339 Dillon
10-545 La Grande
3-147 Heppner
1+3448 Bay Harbor
8-2033 Broadus
2+692 Aberdeen
0+2890 Greenville
5-2215 Rice Lake
1-3094;Portland
2+2225 Mobridge
2+627,Saint Cloud
3-2702 The Dalles
0+2527 Morris
1-1155 Crow Agency
4+1805 Rhinelander
2-764 Sisseton
0+2834 Millinocket
2-4233,Bozeman
7+2398 Escanaba
3-2144,Billings
4+2043 Iron Mountain
1-2189 Big Timber
5+334 Colstrip
0+1333 Mora
5-2283 Grangeville
0+2568 Park Falls
1-1172 Lemmon
5-2176 Seaside
1+1139,Butte
3+1316 Ashley
2+3150 Hodgdon
1-5047,Walla Walla
8-460,Longview
4+1955 Bowman
7-1581;Tri-Cities
0+504 Hamilton
2+1393 Linton
1+415 Fergus Falls
8+188 Brainerd
0+869 Newberry
1-1877 Baker
4-156 Miles City
1+428 Carson
2+388 Lisbon
0+254 Wadena
1-1340 Roundup
3+1860 Wakefield
6+254 Marquette
1-2350 White Sulphur Springs
4-114,Helena
0+2116 Ashland
1-2963,Yakima
8+5249 Presque Isle
5-4916,Pullman
5+2507,Duluth
3-867,Bismarck
6-1321,Missoula
1+1120 Dickinson
0+600,Fargo
3-192 Jamestown
7-2511 Aberdeen
8+1439 Lewistown
5+472 Glendive
1+1614 Houghton
1-3071 Moses Lake
12-316;Tacoma
1+2066 Beulah
3+1052 Silver Bay
2-2530 Saint Maries
1+965 Jordan
0+1094 Mahnomen
10-2434,Wenatchee
0+1472 Circle
1+1265 Hibbing
1-518 Cooperstown
3+324 Bemidji
3-1642,Great Falls
2+1041 Turtle Lake
1-1321 Ronan
6-124 Thompson Falls
2-699;Seattle
4+2270 Fessenden
1-1780;Spokane
9+2710 Grand Marais
1-2838 Wilbur
5+653 Choteau
9+2031 Ely
3-516,Grand Forks
2-2736 Forks
3+219,Everett
1+1351 Hays
10+305 Wolf Point
2+677 Devils Lake
4-475 Williston
5-1069 Kalispell
0+767 Glasgow
3+534,Minot
5-1525 Sandpoint
4+1416 Stanley
4-1719 Okanogan
0+1171 Malta
1+787 Rugby
2-1556 Libby
1+1782 Park River
11-1412 Shelby
4-605 Colville
0+823 Havre
2-333 North Browning
14+1841 Baudette
6-996 Plentywood
0+761 Hallock
8+119 Roseau
502-7077 Unalaska
119+421 King Cove
28+182 Sand Point
0+2885 Ketchikan
14-150 Craig
133+19 Petersburg
24-237 Sitka
74-1708 Kodiak
51+1799,Juneau
43-2259 Naknek
31-145 Dillingham
2-192 Togiak
18+2493 Haines
21-2186 New Stuyahok
10+1758 Yakutat
9-1182 Homer
11-1037 Quinhagak
19-212 Kipnuk
16+1460 Seward
32-185 Kalifornsky
11-1381 Toksook Bay
1+1934 Cordova
25-1600 Bethel
34+1541 Valdez
9-355;Anchorage
31-1620 Hooper Bay
5+658 Aniak
13+1063 Sutton-Alpine
38-1484 Mountain Village
7+1388 Susitna North
62-1467 Emmonak
56+2153 Tok
18-1930 Stebbins
26-944 Gambell
8+2276 Healy
1-1182 Unalakleet
0+1557 Deltana
63-2019 Nome
34+1769,Fairbanks
142-1835 Shishmaref
30+2080 Fort Yukon
4-1474 Selawik
30-259 Kotzebue
67-37 Noatak
78-376 Point Hope
191+1839 Prudhoe Bay
38-1170 Wainwright
65+325 Utqiagvik
UY Uruguay
-3490-5619:Montevideo
0+124,Maldonado
42+62 Rocha
6-312 Juan L. Lacaze
4+221,Minas
28-97,Florida
59-159 Palmitas
13+128,Durazno
3+89 Sarandí del Yi
12+124 Treinta y Tres
61-144 San Gregorio de Polanco
25+167,Melo
1-304 Guichón
4-88,Paysandú
54+339 Vichadero
6-129,Tacuarembó
73-89 Pueblo Sequeira
8+132,Rivera
51-92,Artigas
UZ Uzbekistan
3722+6728,Tirmiz
105+62,Denov
59-211;Qarshi
20+104,Shahrisabz
20-168,Muborak
39+181;Samarkand
12-253;Bukhara
14+184,Kattaqo’rg’on Shahri
17-89,Navoiy
5-192 Gazli
0+437,Jizzax
25+395;Fergana
12-300,Guliston
3+216;Qo‘qon
2-404 Eski Forish
1-121,Nurota
22+666;Andijon
6-275,Olmaliq
16+164,Chust
0+43;Namangan
2-153,Angren
3-736 Uchkuduk
21+644:Tashkent
21+36,Chirchiq
8-895,Urganch
91-102;Nukus
58-77,Qŭnghirot
73+18 Mŭynoq
98-294 Karakalpakiya
VC Saint Vincent and the Grenadines
1316-6123 Kingstown
VE Venezuela
405-6770 San Fernando de Atabapo
55+659 Santa Elena de Uairén
103-69 Kanavayén
3-578,Puerto Ayacucho
140-192 Elorza
24+800,Tumeremo
15-182,Ciudad Piar
19-285,Caicara del Orinoco
13-607;San Cristóbal
1+402,Achaguas
3-296,Santa Bárbara
8+371;San Fernando de Apure
13+506,Upata
10-114;Ciudad Bolívar
23+91;Ciudad Guayana
23-853;Mérida
3-49,El Vigía
1+143;Barinas
8+102,Guanarito
5-331 Casigua El Cubo
14+827;El Tigre
3-318,Calabozo
4-87 El Baúl
4-363,San Carlos del Zulia
1+929,Temblador
3-709,Guanare
2+768,Tucupita
16-396,Valle de La Pascua
10-459;Valera
3+528,Zaraza
4-174,El Sombrero
4+260,Anaco
12-474,Acarigua
11+61,San Carlos
9+541;Maturín
4-789,San Timoteo
12+372,San Juan de los Morros
0+168 Valle de Guanape
1-263,Tinaquillo
14-425,Machiques
0+319:Barquisimeto
8+467;Barcelona
2-331:Valencia
1-208,Carora
6+342;Santa Teresa del Tuy
2-93;Maracay
9-115;San Felipe
6-271;Cabimas
6+727;Cumaná
1-383,Puerto Cabello
1+191,Higuerote
1-78:Caracas
9+458,Güiria
6-931:Maracaibo
3+836,Carúpano
29-62;Porlamar
6-681 Dabajuro
2+231 Tocuyo de La Costa
24+91 La Aguada
13-222;Coro
28-52,Punto Fijo
26+352 Los Roques
VI U.S. Virgin Islands
1773-6475,Saint Croix
61-18 Charlotte Amalie
VN Vietnam
870+10665 Côn Đảo
48-150;Cà Mau
5+31,Giá Rai
7-198 Thổ Châu
2+250,Vĩnh Châu
28-1;Sóc Trăng
35+37,Trà Vinh
6-126;Rạch Giá
3+71:Cần Thơ
5-36,Cờ Đỏ
13-146;Phu Quoc
3+200,Vĩnh Long
10+111;Vũng Tàu
1-72;Mỹ Tho
2-187,Hà Tiên
1+95;Long Xuyên
13+349 Phú Quý
8-399,Tịnh Biên
3+213;Phú Mỹ
3+70,La Gi
14-253,Tân Châu
2+139:Ho Chi Minh City
10+8;Thuận An
1+52;Xuân Lộc
0+87;Phan Thiết
1-128:Biên Hòa
9-46,Trảng Bàng
26-23,Hòa Thành
24+75,Đồng Xoài
2+93,Bảo Lộc
1+118;Phan Rang-Tháp Chàm
36+17,Cam Ranh
3-72;Ðà Lạt
30+75;Nha Trang
42-115;Buôn Ma Thuột
28+26,Buôn Hồ
15+102,Tuy Hòa
68-10;Qui Nhon
17-57,An Khê
3-65,Pleiku
37+1;Kon Tum
46+95,Đức Phổ
31-17;Quảng Ngãi
45-32,Tam Kỳ
26-101 Lăng
24+76:Da Nang
39-62:Huế
21+513 Hoàng Sa
15-563,Ðông Hà
65-48,Đồng Hới
28-20,Ba Đồn
31-12,Kỳ Anh
28-39;Hà Tĩnh
33-22;Vinh
25-72,Thái Hòa
41+85;Nghi Sơn
23-129 Bản Na Hỷ
24+124;Thanh Hóa
33+196 Bạch Long Vĩ
30-155;Nam Định
12-27,Phủ Lý
27-57,Hòa Bình
4+134:Haiphong
8-35;Hải Dương
1+74;Hạ Long
7-123:Hanoi
25+35;Bắc Giang
5-79;Việt Trì
5+117,Chũ
2-355,Dien Bien Phu
5+67,Thị Trấn Thuận Châu
8+428,Móng Cái
7-212;Thái Nguyên
13-94,Yên Bái
10+30,Tuyên Quang
3+155;Lạng Sơn
19-361 Na Lay
11+268,Bắc Kạn
4-337 Mường Nhé
29+241,Bắc Quang
1-90,Lào Cai
18+229,Cao Bằng
45-112 Thị Trấn Yên Minh
VU Vanuatu
-1954+16928 Isangel
180-97,Port-Vila
222-115 Luganville
164+39 Sola
WF Wallis and Futuna
-1429-17816 Leava
101+199 Mata-Utu
WS Samoa
-1383-17177,Apia
31-87 Asau
XK Kosovo
4221+2074,Prizren
46+43;Pristina
21-30,Mitrovicë
YE Yemen
1219+5223 Kilmia
46+179 Hadibu
13-898:Aden
80-102;Taiz
39+16;Ibb
2+139,Al Bayda
21-225,Zabīd
34+109,Dhamār
0+242,Ataq
0+229;Mukalla
26-617;Al Ḩudaydah
55+126:Sanaa
11+112 Ma'rib
23-172,Ḩajjah
24+502 Shibām
23-385 Al Ḩazm
5+740 Al Ghayz̧ah
73-842,Sa'dah
YT Mayotte
-1278+4523,Mamoudzou
ZA South Africa
-3467+2023 Arniston
9-88 Gansbaai
49+191 Riversdale
1-244;Somerset West
3+455,Plettenberg Bay
2+140,Humansdorp
1-433 Swellendam
6+202,George
0+315:Gqeberha
3-719:Cape Town
17+698;Kariega
3-642;Paarl
8+47,Worcester
35+708,Grahamstown
1-304 Willowmore
7-146 Prince Albert
3-117 Laingsburg
17+705;East London
1-997,Saldanha
7+673 Jansenville
4-591 Piketberg
5+868,Bhisho
8-81,Fort Beaufort
10-511 Merweville
31+106,Beaufort West
3+557,Butterworth
2-981 Elandsbaai
6+619,Graaff Reinet
9+109,Cradock
20-186 Murraysburg
4-225 Fraserburg
2+537,Queenstown
23-838 Vredendal
8+1028,Mthatha
10-377 Middelburg
2-523 Calvinia
7+333 Victoria West
0+325 Molteno
4+321 Lusikisiki
2-865 Williston
1+693 Khowa
36-572 Carnarvon
23+832,Port Shepstone
2-535 Colesberg
3+161,Aliwal North
4-270,De Aar
10+541,Kokstad
5-345 Bethulie
3-548 Brandvlei
12+133 Van Wyksvlei
49+921:Durban
5-662 Orania
0+623,Mpumalanga
7-470 Edenburg
7-320 Prieska
1-485 Springbok
4+1250;Pietermaritzburg
21-539 Koffiefontein
6-384 Kenhardt
2+1013,KwaDukuza
6-456;Botshabelo
14-734 Pofadder
1+682;Bloemfontein
28-434 Wegdraai
6+1017;Richards Bay
1-1143 Kakamas
4+415,Kimberley
17+502,Ladysmith
4-96,Phuthaditjhaba
7-756,Upington
11+1016,Ulundi
1-835,Postmasburg
1+455,Senekal
9+69,Bethlehem
21+396 Hluhluwe
4-553;Welkom
7-158 Christiana
6+381 Warden
2-306 Hoopstad
6+488,Vryheid
1-86;Newcastle
6-688 Kathu
5+418,Kroonstad
8-305 Boipelo
18+244,Bothaville
5+496 Ncotshane
6-308,Frankfort
8-252,Wolmaransstad
1-65,Schweizer-Reneke
18+548,Piet Retief
2+194 Manguzi
3-802,Vryburg
3+451,Standerton
8-257;Klerksdorp
4+115,Sasolburg
9-72,Potchefstroom
18-180 Geysdorp
1+255;Evaton
0+122,eMbalenhle
0+91,Ermelo
10-150,Nigel
7-108,Carletonville
9+46:Soweto
7+18:Johannesburg
1+28;Benoni
3-391 Piet Plessis
1+175,Lichtenburg
9+466,Lukwatini
6-259;Thembisa
13-259,Mafikeng
0+359;Emalahleni
5-571 Pomfret
8+467:Pretoria
5+185 Belfast
2-280;Rustenburg
4+54,Brits
15+319,Mbombela
1-287;Soshanguve
12-157 Madikwe
0+230,Somaroboro
25+161,Lydenburg
11+80,Mkhuhlu
11-296,Bela Bela
16+113 Elandskraal
13-200,Thabazimbi
40+160,Mokopane
25+213,Phalaborwa
4-167;Polokwane
1+82,Nkowakowa
23-267,Marapong
37+152 Bochum
25+76,Louis Trichardt
9+58,Thohoyandou
ZM Zambia
-1784+2585,Livingstone
58+161 Sinazongwe
23-98,Kalomo
22+51,Choma
31+62 Gwembe
38-434 Senanga
8+557,Chirundu
18-109,Mazabuka
9+43,Kafue
3-214 Itezhi-Tezhi
12+438 Luangwa
21-213:Lusaka
16-516,Mongu
27+393,Mumbwa
20-226,Kaoma
33+365;Kabwe
8-521 Lukulu
13+808,Petauke
19+76,Katete
8-341,Kapiri Mposhi
34+398;Chipata
1-326,Mkushi
8-629 Zambezi
8+273 Kasempa
4-149 Manyinga
19+590,Serenje
9-523 Mufumbwe
0+341,Luanshya
18+22;Ndola
16-43;Kitwe
27-33;Chingola
24+530,Lundazi
12-679;Solwezi
6-89 Chisasa
28+595,Mpika
9-702 Mwinilunga
38+513,Samfya
15+359 Chama
1-426,Mansa
66+319,Chinsali
16-338 Mwense
12+123 Luwingu
5+125,Kasama
5+145,Isoka
37-355,Kawambwa
42+105,Mporokoso
2-140,Nchelenge
59+238,Mpulungu
29-145,Kaputa
ZW Zimbabwe
-2222+3000,Beitbridge
117+167,Chiredzi
11-266 Gwanda
46-119 Plumtree
15+225,Zvishavane
14+255,Chipinge
4-404;Bulawayo
9+225,Masvingo
28-163 Insiza
33+62,Gweru
38+193 Dorowa Mining Lease
5-86 Chivhu
5+178;Mutare
4-486 Lupane
0+200,Kwekwe
40+232,Rusape
17-563,Hwange
3+342,Kadoma
13-99,Gokwe
1+262,Marondera
36-50:Harare
43+118 Mutoko
3-203,Chinhoyi
7+113,Bindura
49-164,Karoi`;
