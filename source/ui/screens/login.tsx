import {Box} from 'ink';
import {type Side} from '../../migration/events.ts';
import {Field} from '../components/field.tsx';
import {Lines} from '../components/lines.tsx';
import {type LoginPart, fieldOf} from '../fields.ts';
import {line} from '../present/line.ts';
import {wrap} from '../present/wrap.ts';
import {type ScreenProps} from '../screen.ts';

type LoginProps = ScreenProps & {
	readonly side: Side | 'new';
	/** The part that is being typed. */
	readonly part: LoginPart;
};

const rows: ReadonlyArray<{readonly part: LoginPart; readonly hint: string}> = [
	{
		part: 'address',
		hint: 'The site: acme, acme.atlassian.net, or any URL of it.',
	},
	{
		part: 'email',
		hint: 'The email of your Atlassian account there. It should be a Jira administrator with an agent licence.',
	},
	{
		part: 'token',
		hint: 'An API token, made at id.atlassian.com › Security › API tokens. Leave it blank where it is in the keychain or the environment.',
	},
];

/** Address, email and token of a site, under each other. */
export function Login({state, side, part, size}: LoginProps) {
	const hint = rows.find((row) => row.part === part)?.hint ?? '';
	return (
		<Box flexDirection="column">
			{rows.map((row) => (
				<Field
					key={row.part}
					label={row.part}
					labelColumns={10}
					field={fieldOf(state.fields, `${side}-${row.part}`)}
					isActive={row.part === part && state.overlay === undefined}
					isSecret={row.part === 'token'}
					columns={size.columns}
				/>
			))}
			<Lines
				lines={[
					line(' '),
					...wrap(hint, size.columns).map((text) => line(text, 'quiet')),
				]}
			/>
		</Box>
	);
}
