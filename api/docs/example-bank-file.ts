const NINES = '9'.repeat(94);

/** One returned debit, as a bank writes it. */
export const EXAMPLE_BANK_FILE = [
  '1011987654321 1210428822612020810A094101OWNWARD LEASING        ODFI EXAMPLE BANK              ',
  '5200OWNWARD                             1987654321WEBLEASE PYMT      261202   1091000010000001',
  '626121042882000123456789     0000007504PAY-1          ANA PENA                1091000010000001',
  '799R01121042880000001      12104288                                            091000010000001',
  '820000000200121042880000000075040000000000001987654321                         091000010000001',
  '9000001000001000000020012104288000000007504000000000000                                       ',
  ...Array.from({ length: 4 }, () => NINES),
].join('\n');
