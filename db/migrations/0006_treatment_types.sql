-- The treatments that the service carries from the start. What each asks for of health and referral data is in treatment_type_fields:
-- the form asks those, the clinic sees those, and no others.
insert into treatment_types (code, name_da, name_en, profession, room_kind, duration_minutes, buffer_minutes, cancellation_hours, preparation_da, preparation_en) values
  ('physiotherapy', 'Fysioterapi', 'Physiotherapy', 'physiotherapist', 'treatment', 45, 0, 24,
    'Tag tøj på, som du kan bevæge dig i. Kom gerne fem minutter før.', 'Wear clothes you can move in. Please come five minutes early.'),
  ('chiropractic', 'Kiropraktik', 'Chiropractic', 'chiropractor', 'treatment', 30, 0, 24,
    'Har du billeder fra en tidligere scanning, så tag dem med.', 'If you have images from an earlier scan, bring them.'),
  ('psychologist', 'Psykologsamtale', 'Psychologist', 'psychologist', 'consultation', 50, 10, 48,
    'Du behøver ikke forberede dig.', 'You need not prepare.'),
  ('orthopaedic-pre-examination', 'Ortopædkirurgisk forundersøgelse', 'Orthopaedic pre-examination', 'doctor', 'consultation', 30, 0, 48,
    'Tag en liste over din medicin med.', 'Bring a list of your medicines.'),
  ('mr-scan', 'MR-skanning', 'MR scan', 'radiographer', 'mr', 40, 10, 48,
    'Tag smykker og ur af hjemmefra. Sig til, hvis du har metal i kroppen eller en pacemaker.', 'Leave jewellery and watch at home. Tell us if you have metal in your body or a pacemaker.'),
  ('dietitian', 'Diætist', 'Dietitian', 'dietitian', 'consultation', 45, 0, 24,
    'Skriv gerne ned, hvad du spiser i tre dage.', 'Please write down what you eat for three days.'),
  ('pain-specialist', 'Smertelæge', 'Pain specialist', 'doctor', 'consultation', 60, 0, 48,
    'Tag en liste over din medicin med.', 'Bring a list of your medicines.'),
  ('foot-therapy', 'Fodterapi', 'Podiatry', 'podiatrist', 'treatment', 45, 5, 24,
    'Du behøver ikke forberede dig.', 'You need not prepare.');

insert into treatment_type_fields (treatment_type, field, position, required) values
  ('physiotherapy', 'complaint', 1, true), ('physiotherapy', 'body-part', 2, true), ('physiotherapy', 'onset', 3, false),
  ('physiotherapy', 'earlier-treatment', 4, false),
  ('chiropractic', 'complaint', 1, true), ('chiropractic', 'body-part', 2, true), ('chiropractic', 'onset', 3, false), ('chiropractic', 'imaging', 4, false),
  ('psychologist', 'reason', 1, true), ('psychologist', 'interpreter', 2, false),
  ('orthopaedic-pre-examination', 'complaint', 1, true), ('orthopaedic-pre-examination', 'body-part', 2, true),
  ('orthopaedic-pre-examination', 'diagnosis', 3, false), ('orthopaedic-pre-examination', 'imaging', 4, false), ('orthopaedic-pre-examination', 'medicine', 5, false),
  ('mr-scan', 'body-part', 1, true), ('mr-scan', 'question', 2, true), ('mr-scan', 'diagnosis', 3, false), ('mr-scan', 'implants', 4, true),
  ('dietitian', 'reason', 1, true), ('dietitian', 'medicine', 2, false), ('dietitian', 'allergies', 3, false),
  ('pain-specialist', 'complaint', 1, true), ('pain-specialist', 'onset', 2, true), ('pain-specialist', 'diagnosis', 3, false),
  ('pain-specialist', 'medicine', 4, true), ('pain-specialist', 'earlier-treatment', 5, false),
  ('foot-therapy', 'complaint', 1, true), ('foot-therapy', 'diagnosis', 2, false);
