import {type Report} from '../migration/report.ts';

export const leftSourceHead = [
	'what',
	'email or name',
	'organization',
	'source id',
];

/** Yields cells for what was copied earlier, has left the source since, and stays on the destination (R13). */
export function* leftSourceCells({plan}: Report): Generator<readonly string[]> {
	const {customers, organizations, memberships} = plan.leftSource;

	for (const {customer, email} of customers) {
		yield ['customer', email, '', customer];
	}

	for (const {organization, name} of organizations) {
		yield ['organization', name, name, organization];
	}

	for (const {customer, email, name} of memberships) {
		yield ['membership', email, name, customer];
	}
}
