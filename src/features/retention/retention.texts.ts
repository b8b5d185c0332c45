import { texts } from '#kernel/language.ts'

export const retentionTexts = texts(
  {
    title: 'Hvor længe sager gemmes',
    lead: (months: number) =>
      months === 0
        ? 'Sager slettes natten efter, at forløbet er slut.'
        : `Sager slettes ${months} ${months === 1 ? 'måned' : 'måneder'} efter, at forløbet er slut.`,
    rule: (months: number) =>
      `Politikken siger højst ${months} måneder. I kan bestemme kortere. Ønsker selskab og klinik noget forskelligt, gælder det korteste.`,
    journal: 'Det, en klinik har skrevet i sin journal, overdrages til klinikken, før det slettes her.',
    months: 'Måneder efter forløbets slutning',
    save: 'Gem instruks',
    notices: { saved: 'Instruksen er gemt og gælder fra næste nat.' },
    runsTitle: 'Sletning',
    runsLead:
      'Hver nat slettes de sager, hvis tid er gået. Slutter en aftale eller et samtykke, slettes det, der hvilede på det. Her er de seneste kørsler.',
    started: 'Begyndt',
    ended: 'Slut',
    running: 'i gang',
    what: 'Hvorfor',
    due: 'Skulle slettes',
    erased: 'Det blev gjort',
    kept: 'Beholdt',
    logsSwept: (at: string, files: number) =>
      `Adgangsloggen blev sidst ryddet ${at}; ${files} ${files === 1 ? 'dags log' : 'dages log'} blev slettet. Ingen log bliver ældre, end politikken siger.`,
    noRuns: 'Der har ikke været en kørsel endnu',
    noRunsText: 'Den første kører i nat. Rapporten kommer her.',
    handoverTitle: 'Journaler, I skal overtage',
    handoverLead:
      'Sagerne slettes snart her. Hent det, I har skrevet og modtaget, læg det i jeres eget journalsystem, og kvittér. Først derefter slettes det.',
    caseNumber: 'Sag',
    offered: 'Tilbudt',
    take: 'Hent journal',
    authorities: 'Oplysninger til en myndighed',
    confirm: 'Kvittér for modtagelsen',
    confirmFirst: 'Hent journalen, før du kvitterer.',
    noHandovers: 'Ingen journaler venter',
    noHandoversText: 'Når en sag med jeres notater skal slettes, står den her først.',
    handoverNotices: { received: 'Tak. Journalen er overtaget, og sagen slettes ved næste kørsel.' },
  },
  {
    title: 'How long cases are kept',
    lead: (months: number) =>
      months === 0
        ? 'Cases are erased the night after the course ends.'
        : `Cases are erased ${months} ${months === 1 ? 'month' : 'months'} after the course ends.`,
    rule: (months: number) =>
      `The policy says at most ${months} months. You can decide on less. Where insurer and clinic differ, the shorter applies.`,
    journal: 'What a clinic has written in its journal is handed over to the clinic before it is erased here.',
    months: 'Months after the end of the course',
    save: 'Save instruction',
    notices: { saved: 'The instruction is saved and applies from tonight.' },
    runsTitle: 'Erasure',
    runsLead:
      'Every night the cases whose time is up are erased. When an agreement or a consent ends, what rested on it is erased. Here are the latest runs.',
    started: 'Started',
    ended: 'Ended',
    running: 'running',
    what: 'Why',
    due: 'Due',
    erased: 'Done',
    kept: 'Kept',
    logsSwept: (at: string, files: number) =>
      `The access log was last cleared ${at}; ${files} ${files === 1 ? 'day' : 'days'} of it were erased. No log grows older than the policy says.`,
    noRuns: 'There has been no run yet',
    noRunsText: 'The first is tonight. Its report will be here.',
    handoverTitle: 'Journals for you to take over',
    handoverLead:
      'These cases will soon be erased here. Fetch what you have written and received, put it into your own record system, and confirm. Only then is it erased.',
    caseNumber: 'Case',
    offered: 'Offered',
    take: 'Fetch journal',
    authorities: 'Information to an authority',
    confirm: 'Confirm receipt',
    confirmFirst: 'Fetch the journal before you confirm.',
    noHandovers: 'No journals are waiting',
    noHandoversText: 'When a case with your notes is to be erased, it comes here first.',
    handoverNotices: { received: 'Thank you. The journal is taken over, and the case is erased at the next run.' },
  },
)
