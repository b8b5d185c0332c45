/** Names that sound like somebody and, together, are nobody that we know of. */
export const firstNames =
  'Agnete Anker Asger Asta Bente Bertel Birgit Bjørk Bodil Bo Dagny Ditte Ebbe Edith Egon Ejvind Ella Esther Eskild Fanny Finn Frode Gro Grethe Gudrun Hakon Hanne Helga Henny Hjalmar Ingrid Iben Jarl Johanne Josva Karen Kirsten Knud Laurits Lis Liv Magna Malthe Marius Mette Mie Minna Nete Nora Olga Palle Peder Preben Ragna Regitze Rosa Runa Sanne Selma Sigurd Skjold Solveig Sylvia Tage Tilde Thora Tyge Ulla Ulrik Valdemar Vera Villy Viola Yrsa Åge Åse'.split(
    ' ',
  )

export const surnames =
  'Agerhøne Blåhat Bregnedal Brombæk Dunhammer Egekrat Elletrunte Flintemark Gyvelbakke Hasselgren Havgasse Hyldetoft Klokkelyng Kornblom Kragelund-Sø Langtang Lindetorp Mariehøne Morgenrød Myretorn Næbdal Oddervang Porsegård Regnspove Rimfrost Rørhat Sandløber Siljevang Skarnbæk Snerle Stenurt Strandmalurt Svaleklint Søpindal Takstoft Tjørnekrat Uldmose Valmuehøj Vejbredal Vindrose'.split(
    ' ',
  )

/** `Åse Blåhat` writes from `aase@`. */
export const mailName = (name: string): string =>
  name.split(' ')[0]!.toLowerCase().replaceAll('æ', 'ae').replaceAll('ø', 'oe').replaceAll('å', 'aa')
