/**
 * Words and keyboard runs that open the published lists of leaked passwords, international and Danish, in lower case.
 * Most are shorter than the least length; they count when only digits and signs are put around them, or when repeated.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `password passw0rd pa55word p@ssword p@ssw0rd passwort passord wachtwoord motdepasse contrasena letmein welcome
  welcome admin administrator adminadmin login master default changeme secret access guest test tester testtest user username
  qwerty qwertyuiop qwertyuiopå qwertyuiopasdf qwerty123 qwertz azerty asdf asdfgh asdfghjkl asdfghjklæø asdfghjklæøå zxcvbn
  zxcvbnm qazwsx qazwsxedc qazwsxedcrfv 1qaz2wsx 1qaz2wsx3edc 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y q1w2e3r4 q1w2e3r4t5y6 zaq12wsx
  123qwe 123456789 1234567890 123456789012 1234567890123 012345678910 123123123123 112233445566 111222333444 121212121212
  101010101010 987654321 0987654321 098765432109 147258369 159753 147852369 741852963 789456123 abc123 abcd1234 abcdef
  abcdefgh abcdefghijkl abcdefghijklm a1b2c3d4e5f6 aaaaaaaaaaaa iloveyou iloveyou2 iloveyouforever iloveyousomuch trustno1
  sunshine princess football baseball basketball superman batman spiderman starwars pokemon monkey dragon shadow
  michael jennifer jessica ashley charlie daniel thomas jordan hunter ranger buster soccer hockey killer george andrew
  matthew joshua nicole michelle amanda summer winter spring autumn freedom whatever computer internet samsung google
  facebook liverpool arsenal chelsea barcelona manchester manchesterunited realmadrid juventus cheese cookie chocolate
  butterfly flower lovely blink182 naruto minecraft fortnite roblox hello helloworld hello123 nothing forever family
  correcthorsebatterystaple thisisapassword mypassword yourpassword nopassword newpassword temppassword onetwothree
  adgangskode adgangskoden adgangskode1 kodeord kodeordet kodeord1 minkode mitkodeord mitkodeord1 minadgangskode hemmelig
  hemmeligt hemmelighed velkommen velkommen1 goddag godmorgen hej hejhej hejmeddig hejsa hejhejhej farvel jegelskerdig
  elskerdig elskling skat skatter skattepige danmark danmark1 danskerne københavn koebenhavn kobenhavn aarhus århus odense
  aalborg ålborg esbjerg randers brøndby broendby brondby fckøbenhavn fckobenhavn midtjylland fodbold fodbold1 håndbold
  haandbold rødgrød roedgroed rødgrødmedfløde jylland sjælland bornholm dronning margrethe prinsesse sommer sommerferie
  sommerfugl vinter forår efterår januar februar marts april august september oktober november december mandag tirsdag
  onsdag torsdag fredag lørdag søndag fredagsbar computer telefon familie familien mormor morfar farmor farfar kærlighed
  kaerlighed solskin sommerhus blomst blomster hund kat hest hestepige lillemus musling bamse bamsemor smukke trekant
  klinik klinikken læge lægen sygehus hospital patient doktor sundhed fysioterapi tandlæge`.split(/\s+/),
)
