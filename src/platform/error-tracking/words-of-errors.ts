/** The words that Node, PostgreSQL and our own code say what broke with. None of them is a name, an illness or a place. */
export const wordsOfErrors: ReadonlySet<string> = new Set(
  `
  a an and any are argument array as assertion at aborted accessing access action active address after again allowed already answer appears as
  awaiting base64 be been before being between body boolean both broken buffer but by byte bytes call called can cannot case certificate
  character characters check circular class client closed code column columns command connect connected connecting connection constraint
  constructor content convert could create current cut database date deadlock decode decrypt defined deleted denied depth detected did
  directory disk does down duplicate either empty encode encoding end ended error errors event exceeded execute exist exists expected expired
  failed failure fault fetch field fields file files first for foreign form format found from function future given global greater had has have
  header headers here host in index initialized input instance instead integer into invalid is it iterable its job json key keys kind large
  last length less limit line listen lock long lost low malformed many match maximum memory message method missing module more must name named
  negative network never next no nor not nothing null number object of on one only open operation operator option or out outside overflow
  parameter parse parsed partition password path pattern peer permission pool port position private process promise properties property
  protocol query queue range reached read reading ready reason received recursion redirect reference register registered refused regular rejected relation remote
  request required reset resolve resolved response result retry role rolled row rows run schema script search second secret seconds secure
  self send sequence server session set short signal size small socket stack start started state statement status stop stopped store stream
  string structure such supplied supported symbol syntax system table terminated text than that the their then there this thrown time timed
  timeout times timestamp to token tokens too transaction trigger tried try twice type typeerror unable undefined unexpected unexpectedly unhandled unique
  unknown unless unreachable until unterminated update url used user uuid valid validation value values version view violates waiting was were when
  where which while with within without worker write writing wrong yet zero
  save saved saving
`
    .split(/\s+/)
    .filter((word) => word !== ''),
)
