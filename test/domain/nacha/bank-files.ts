const NINES = '9'.repeat(94);

/** Whole blocks of ten, as banks send them. */
function padded(lines: readonly string[]): string {
  const missing = (10 - (lines.length % 10)) % 10;
  return [...lines, ...Array.from({ length: missing }, () => NINES)].join('\n');
}

/** Two returns as banks write them: batches of the original class, new traces, lower case, a company moved to the right. */
export const RETURN_FILE = padded([
  '1011987654321 1210428822607081017B094101Open LTO               ODFI Example Bank              ',
  '5200Open LTO                            987654321 WEBLEASE PAY       2607061871091000010000001',
  '626121042882123456789        0000012354PAY0000004711  Paul Jones            S 1091000017611242',
  '799R01121042880000007      09100001                                            091000017611242',
  '82000000020012104288000000012354000000000000 987654321                         091000010000001',
  '5200Open LTO        RUN20260703         1987654321CCDLTOFUNDING2607032607061871021000020000002',
  '6211210428827445678990       0000345024MRCH000101     BESTSOFA LLC            1021000029461242',
  '799R03121042880000001      23138010no account                                  021000029461242',
  '820000000200121042880000000000000000003450241987654321                         021000020000002',
  '9000002000001000000040024208576000000012354000000345024                                       ',
]);

/** A notification of change: class COR, no day to settle on, no amount, the addenda with a trace of its own. */
export const CHANGE_FILE = padded([
  '101 231380104 1210428822607091236A094101Federal Reserve Bank   My Bank Name                   ',
  '5220Your Company, in                    121042882 CORVendor Pay      000000   1121042880000001',
  '621231380104744-5678-99      0000000000location #23   Best Co. #23          S 1121042880000001',
  '798C01121042880000001      121042881918171614                                  091012980000088',
  '82200000020023138010000000000000000000000000121042882                          121042880000001',
  '9000001000001000000020023138010000000000000000000000000                                       ',
]);

/** Another originator: credits and debits mixed, letters in both cases, a descriptive date in words. */
export const STRANGERS_FILE = padded([
  '101 121042882 12104288220032415591094101Some Bank              Somebody, Inc                  ',
  '5200Somebody - gate                     001       PPDSomebody, 200324200325   1121042880000001',
  '632121042882322580734        0000000044e681e50d1cc83dcDistracted Austin     Mo1121042886829038',
  '705gate transaction                                                                00016829038',
  '627121042882322580734        0000000044e681e50d1cc83dcDistracted Austin     Mo0121042886829040',
  '82000000030024208576000000000044000000000044001                                121042880000001',
  '5220Your Company Inc                    0231380104WEBTrnsNicknaMar 5 200325   1121042880000002',
  '6220810002105654221          0000002300RAj##32b1kn1bb3Bob Dole              S 0121042880000001',
  '822000000100081000210000000000000000000023000231380104                         121042880000002',
  '9000002000001000000040032308597000000000044000000002344                                       ',
]);
