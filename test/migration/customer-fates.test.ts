import {expect, test} from 'vitest';
import {type Choices} from '../../source/migration/choices.ts';
import {type Account, type Customer} from '../../source/migration/model.ts';
import {type PlannedCustomer} from '../../source/migration/plan.ts';
import {customer, destinationAccount} from '../helpers/engine-people.ts';
import {onlyCustomer} from '../helpers/engine-snapshots.ts';

const atlassian = {type: 'atlassian'} as const;
const inactive = {status: 'inactive'} as const;
const elsewhere = {email: 'anna@elsewhere.example'};

type Row = {
	readonly here: string;
	readonly there: string;
	readonly person: Customer;
	readonly accounts: readonly Account[];
	readonly fate: PlannedCustomer['fate'];
	readonly problem?: PlannedCustomer['problem'];
	readonly revoke?: true;
	readonly choices?: Partial<Choices>;
};

const rows: readonly Row[] = [
	{
		here: 'portal-only',
		there: 'nobody',
		person: customer('anna'),
		accounts: [],
		fate: 'create',
	},
	{
		here: 'portal-only',
		there: 'the same',
		person: customer('anna'),
		accounts: [destinationAccount('anna')],
		fate: 'link',
	},
	{
		here: 'portal-only',
		there: 'the same, deactivated',
		person: customer('anna'),
		accounts: [destinationAccount('anna', inactive)],
		fate: 'attention',
		problem: 'deactivated-there',
	},
	{
		here: 'portal-only',
		there: 'an Atlassian account',
		person: customer('anna'),
		accounts: [destinationAccount('anna', atlassian)],
		fate: 'attention',
		problem: 'atlassian-account-there',
	},
	{
		here: 'portal-only',
		there: 'a deactivated Atlassian account',
		person: customer('anna'),
		accounts: [destinationAccount('anna', {...atlassian, ...inactive})],
		fate: 'attention',
		problem: 'deactivated-there',
	},
	{
		here: 'portal-only',
		there: 'a former user',
		person: customer('anna'),
		accounts: [destinationAccount('anna', {status: 'deleted'})],
		fate: 'create',
	},
	{
		here: 'portal-only',
		there: 'two accounts',
		person: customer('anna'),
		accounts: [
			destinationAccount('anna'),
			destinationAccount('anna', atlassian),
		],
		fate: 'attention',
		problem: 'several-accounts-there',
	},
	{
		here: 'portal-only with a hidden email',
		there: 'nobody to be found',
		person: customer('anna', {email: undefined}),
		accounts: [],
		fate: 'attention',
		problem: 'email-hidden',
	},
	{
		here: 'portal-only with a broken email',
		there: 'nobody to be found',
		person: customer('anna', {email: 'anna at acme'}),
		accounts: [],
		fate: 'attention',
		problem: 'email-malformed',
	},
	{
		here: 'Atlassian',
		there: 'the same',
		person: customer('anna', atlassian),
		accounts: [destinationAccount('anna', {...atlassian, ...elsewhere})],
		fate: 'link',
	},
	{
		here: 'Atlassian',
		there: 'the same, deactivated',
		person: customer('anna', atlassian),
		accounts: [destinationAccount('anna', {...atlassian, ...inactive})],
		fate: 'attention',
		problem: 'deactivated-there',
	},
	{
		here: 'Atlassian with a hidden email',
		there: 'the same',
		person: customer('anna', {...atlassian, email: undefined}),
		accounts: [destinationAccount('anna', atlassian)],
		fate: 'link',
	},
	{
		here: 'Atlassian with a hidden email',
		there: 'nobody to be found',
		person: customer('anna', {...atlassian, email: undefined}),
		accounts: [],
		fate: 'attention',
		problem: 'email-hidden',
	},
	{
		here: 'Atlassian',
		there: 'a portal-only account',
		person: customer('anna', atlassian),
		accounts: [destinationAccount('anna')],
		fate: 'attention',
		problem: 'portal-only-account-there',
	},
	{
		here: 'Atlassian',
		there: 'nobody',
		person: customer('anna', atlassian),
		accounts: [],
		fate: 'attention',
		problem: 'atlassian-account-absent',
	},
	{
		here: 'Atlassian, to be created where missing,',
		there: 'nobody',
		person: customer('anna', atlassian),
		accounts: [],
		choices: {missingAtlassian: 'create'},
		fate: 'create',
	},
	{
		here: 'inactive',
		there: 'nobody',
		person: customer('anna', inactive),
		accounts: [],
		fate: 'create',
		revoke: true,
	},
	{
		here: 'inactive',
		there: 'the same, active',
		person: customer('anna', inactive),
		accounts: [destinationAccount('anna')],
		fate: 'link',
	},
	{
		here: 'inactive',
		there: 'the same, inactive as well',
		person: customer('anna', inactive),
		accounts: [destinationAccount('anna', inactive)],
		fate: 'link',
	},
	{
		here: 'inactive Atlassian',
		there: 'nobody',
		person: customer('anna', {...atlassian, ...inactive}),
		accounts: [],
		fate: 'attention',
		problem: 'atlassian-account-absent',
	},
	{
		here: 'inactive Atlassian, to be created where missing,',
		there: 'nobody',
		person: customer('anna', {...atlassian, ...inactive}),
		accounts: [],
		choices: {missingAtlassian: 'create'},
		fate: 'create',
		revoke: true,
	},
	{
		here: 'inactive, to be left out,',
		there: 'nobody',
		person: customer('anna', inactive),
		accounts: [],
		choices: {inactive: 'skip'},
		fate: 'skip',
	},
	{
		here: 'inactive, to be left out,',
		there: 'the same',
		person: customer('anna', inactive),
		accounts: [destinationAccount('anna')],
		choices: {inactive: 'skip'},
		fate: 'skip',
	},
];

test.for(rows)(
	'R5: of $here here and $there there comes “$fate”, problem $problem',
	({person, accounts, choices, ...expected}) => {
		const {fate, problem, revoke} = onlyCustomer({
			source: {customers: [person]},
			destination: {accounts},
			choices,
		});
		expect({fate, problem, revoke}).toEqual({
			fate: expected.fate,
			problem: expected.problem,
			revoke: expected.revoke,
		});
	},
);
