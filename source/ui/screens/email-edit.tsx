import {Box} from 'ink';
import {type Plan} from '../../migration/plan.ts';
import {quantity} from '../../migration/quantity.ts';
import {emailDomains} from '../../migration/email-domains.ts';
import {neutralise} from '../../text/neutralise.ts';
import {Field} from '../components/field.tsx';
import {Lines} from '../components/lines.tsx';
import {
	type EmailEdit,
	cleaned,
	customerOf,
	emailProblem,
	sharerOf,
} from '../email-edits.ts';
import {fieldOf} from '../fields.ts';
import {type Line, blank, line, span} from '../present/line.ts';
import {signs} from '../present/signs.ts';
import {wrap} from '../present/wrap.ts';
import {type ScreenProps} from '../screen.ts';
import {siteNames, typedText} from '../state-facts.ts';

type EmailEditProps = ScreenProps & {
	readonly edit: EmailEdit;
	readonly plan: Plan;
};

/** Typing another email for a customer or another domain for many, checked with every letter. */
export function EmailEditing({edit, plan, state, size}: EmailEditProps) {
	const {columns} = size;
	const text = cleaned(edit, typedText(state, 'changed-email'));
	const [title, question] = wordsFor(edit, plan, siteNames(state));
	return (
		<Box flexDirection="column">
			<Lines
				lines={[
					blank,
					line(title, 'strong'),
					...wrap(question, columns).map((row) => line(row, 'quiet')),
					blank,
				]}
			/>
			<Field
				field={fieldOf(state.fields, 'changed-email')}
				isActive={state.overlay === undefined}
				placeholder={
					edit.type === 'email' ? 'name@company.example' : 'company.example'
				}
				columns={columns}
			/>
			<Lines lines={checkLines(edit, plan, text, columns)} />
		</Box>
	);
}

function wordsFor(
	edit: EmailEdit,
	plan: Plan,
	{
		source,
		destination,
	}: {readonly source: string; readonly destination: string},
): readonly [title: string, question: string] {
	if (edit.type === 'domain') {
		const count = emailDomains(plan).find(
			({domain}) => domain === edit.domain,
		)?.customers;
		return [
			`@${neutralise(edit.domain)}, ${quantity(count ?? 0, 'customer')}`,
			`The domain of their emails on ${destination}. On ${source} it stays as it is.`,
		];
	}

	const customer = customerOf(plan, edit);
	const known = customer?.sourceEmail ?? customer?.email;
	return [
		neutralise(customer?.name ?? edit.account),
		`${known === undefined ? `The email is hidden on ${source}.` : `On ${source}: ${neutralise(known)}.`} The email on ${destination}, for finding and creating the account:`,
	];
}

function checkLines(
	edit: EmailEdit,
	plan: Plan,
	text: string,
	columns: number,
): readonly Line[] {
	const problem = emailProblem(edit, text);
	const [sign, tone, words] =
		problem === undefined
			? ([signs.done, 'good', meaningOf(edit, plan, text)] as const)
			: ([signs.failed, 'bad', problem] as const);
	return wrap(neutralise(words), columns - 4).map((row, index) => [
		span(index === 0 ? `  ${sign} ` : ' '.repeat(4), tone),
		span(row),
	]);
}

/** What the change does, by an example. */
function meaningOf(edit: EmailEdit, plan: Plan, text: string): string {
	if (edit.type === 'email') {
		const other = sharerOf(plan, edit.account, text);
		return other === undefined
			? `The account there is ${text}.`
			: `${other.name} has this email too: both become one customer, in the organizations of both.`;
	}

	const {sourceEmail, email = ''} = customerOf(plan, edit) ?? {};
	const before = sourceEmail ?? email;
	return `${before} becomes ${before.slice(0, before.lastIndexOf('@'))}@${text}.`;
}
