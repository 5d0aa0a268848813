/** Publishers, data sets and bodies that go by their first letters, and places that series are about, as they are written. */
const WRITTEN = `ACLED, AWSD, CCDB, DRC, DR Congo, ECOWAS, EM-DAT, EU, GDELT, GED, GTD, GVA, HDX, ICEWS, ICRC, IDF, IED, IRA, ISIL, ISIS,
ISCP, ISKP, ISWAP, JNIM, LRA, LTTE, NATO, NAVCO, NGO, NOAA, OCHA, OSCE, PITF, PKK, POLECAT, RSF, TPLF, TTP, UAE, UCDP, UK, UN, UNAMA,
UNHCR, UNICEF, US, USA, USGS, USSR, VBIED, YPG,
Afghanistan, Africa, Albania, Algeria, America, Angola, Arabia, Argentina, Armenia, Asia, Austria, Australia, Azerbaijan, Bahrain, Balkans,
Balochistan, Bangladesh, Belarus, Belgium, Bolivia, Bosnia, Brazil, Britain, Burkina Faso, Burma, Burundi, Cabo Delgado, Cambodia,
Cameroon, Canada, Caucasus, Central African Republic, Chad, Chechnya, Chile, China, Colombia, Congo, Crimea, Croatia, Cuba, Cyprus,
Dagestan, Darfur, Donbas, Ecuador, Egypt, El Salvador, Eritrea, Ethiopia, Europe, France, Gaza, Georgia, Germany, Ghana, Greece, Guatemala,
Guinea, Haiti, Honduras, Hungary, India, Indonesia, Ingushetia, Iran, Iraq, Ireland, Israel, Italy, Ivory Coast, Japan, Jordan, Kashmir,
Kazakhstan, Kenya, Kivu, Korea, Kosovo, Kurdistan, Kuwait, Kyrgyzstan, Laos, Latin America, Lebanon, Lesotho, Liberia, Libya, Macedonia,
Malawi, Malaysia, Mali, Mauritania, Mexico, Middle East, Moldova, Mongolia, Morocco, Mozambique, Myanmar, Nagorno-Karabakh, Namibia,
Nepal, Nicaragua, Niger, Nigeria, Northern Ireland, North Caucasus, North Korea, Norway, Oromia, Pakistan, Palestine, Peru, Philippines,
Poland, Portugal, Punjab, Qatar, Romania, Russia, Rwanda, Sahel, Saudi Arabia, Senegal, Serbia, Sierra Leone, Sinai, Sindh, Somalia,
South Africa, South Korea, South Sudan, Spain, Sri Lanka, Sudan, Sweden, Switzerland, Syria, Taiwan, Tajikistan, Tanzania, Thailand,
Tigray, Togo, Tunisia, Turkey, Turkmenistan, Uganda, Ukraine, United Kingdom, United States, Uruguay, Uzbekistan, Venezuela, Vietnam,
West Bank, Yemen, Yugoslavia, Zambia, Zimbabwe`;

const BY_WORDS = new Map(
  WRITTEN.split(/,\s+/).map((name) => [name.toLowerCase().replaceAll('-', ' '), name] as const),
);
const LONGEST = 3;

/** The listed name that begins at a word, with the number of its words; null where none does. */
function nameAt(
  words: readonly string[],
  at: number,
): { readonly name: string; readonly length: number } | null {
  for (let length = LONGEST; length > 0; length--) {
    const name = BY_WORDS.get(words.slice(at, at + length).join(' '));
    if (name !== undefined) return { name, length };
  }
  return null;
}

/**
 * An id or a file's name as a title: `ucdp-syria` is “UCDP Syria”, `attacks_in_south-sudan` “Attacks in South Sudan”. A word that
 * has a capital anywhere stays as it is.
 */
export function readableTitle(name: string): string {
  const words = name.split(/[-_\s]+/).filter((word) => word !== '');
  const parts: string[] = [];
  for (let at = 0; at < words.length; ) {
    const found = nameAt(words, at);
    parts.push(found?.name ?? words[at]!);
    at += found?.length ?? 1;
  }
  const title = parts.join(' ');
  return title.charAt(0).toUpperCase() + title.slice(1);
}
