import {Box} from 'ink';
import {type Binding, back, bindUnless} from '../bindings.ts';
import {Field} from '../components/field.tsx';
import {Lines} from '../components/lines.tsx';
import {fieldOf} from '../fields.ts';
import {placeholderProblem, readPlaceholders} from '../placeholder-names.ts';
import {line} from '../present/line.ts';
import {wrapToFit} from '../present/wrap.ts';
import {type ScreenProps} from '../screen.ts';
import {type ScopeQuestion, type SessionState} from '../session-state.ts';
import {siteNames, typedText} from '../state-facts.ts';

type ScopeAskedProps = ScreenProps & {readonly question: ScopeQuestion};

/** A question of the scope screen that is answered by typing. */
export function ScopeAsked({question, state, size}: ScopeAskedProps) {
	const {columns, rows} = size;
	const words = wrapToFit(wordsOf(question, state), {columns, rows: rows - 1});
	return (
		<Box flexDirection="column">
			<Lines lines={words.map((row) => line(row))} />
			<Field
				field={fieldOf(state.fields, question)}
				isActive={state.overlay === undefined}
				placeholder={question === 'pilot' ? '' : 'imported@company.example'}
				columns={columns}
			/>
		</Box>
	);
}

/** What is asked, at length and in short. */
function wordsOf(
	question: ScopeQuestion,
	state: SessionState,
): readonly string[] {
	switch (question) {
		case 'pilot': {
			return [
				'A pilot copies only so many customers, those that show most first, and the organizations they need. What is copied later leaves them as they are. How many customers? Nothing means all.',
				'A pilot of how many customers? Nothing means all.',
			];
		}

		case 'placeholders': {
			const {destination} = siteNames(state);
			return [
				`Where an import did not know a person, it often set one account of its own. Which accounts of ${destination} are such placeholders? Where one of them stands in a request, the customer is set; the first one also stands for deleted reporters. Type emails or account ids with commas between them; nothing means none.`,
				`Which accounts of ${destination} are placeholders? Emails or account ids, with commas; nothing means none.`,
				'Placeholders: emails or account ids, or nothing.',
			];
		}
	}
}

export function scopeQuestionKeys(
	state: SessionState,
	question: ScopeQuestion,
): readonly Binding[] {
	switch (question) {
		case 'pilot': {
			return [pilotKey(state), back];
		}

		case 'placeholders': {
			return [placeholdersKey(state), {key: 'edit', label: 'clear'}, back];
		}
	}
}

/** A blank field means all customers. */
function pilotKey(state: SessionState): Binding {
	const typed = typedText(state, 'pilot').trim();
	const limit = typed === '' ? undefined : Number(typed);
	const isValid = typed === '' || /^[1-9]\d{0,8}$/v.test(typed);
	return bindUnless(
		isValid ? undefined : 'Type a whole number, or nothing for all.',
		'choose',
		limit === undefined ? 'copy all' : 'copy so many',
		{type: 'pilot-chosen', limit},
	);
}

function placeholdersKey(state: SessionState): Binding {
	const placeholders = readPlaceholders(typedText(state, 'placeholders'));
	return bindUnless(
		placeholderProblem(state, placeholders),
		'choose',
		placeholders.length === 0 ? 'name none' : 'take them',
		{type: 'placeholders-named', placeholders},
	);
}
