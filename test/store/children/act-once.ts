/*
Does one thing of each kind to a ledger: act-once.ts FILE
Prints the name of each when it is done.
*/
import fs from 'node:fs';
import process from 'node:process';
import {type RecordedEvent} from '../../../source/migration/events.ts';
import {type Step} from '../../../source/migration/step.ts';
import {type UndoneEvent} from '../../../source/migration/undo-events.ts';
import {type UndoStep} from '../../../source/migration/undo-step.ts';
import {type UndoSummary} from '../../../source/migration/undo-summary.ts';
import {openLedger} from '../../../source/store/ledger.ts';
import {
	contoso,
	createCustomer,
	createOrganization,
	customerCreated,
	customerRevoked,
	northwind,
	organizationCreated,
	planOf,
	revokeAccess,
	summaryOf,
} from '../../contract/ledger-fixtures.ts';

const [file = ''] = process.argv.slice(2);
const opened = openLedger(file, {now: () => new Date()});
const ledger = opened.forPair(northwind, contoso);
tell('opened');
const run = ledger.startRun(planOf());
tell('run started');

act('customer', createCustomer(1), customerCreated(1));
act('organization', createOrganization(1), organizationCreated(1));
act(
	'inactive customer',
	{...createCustomer(2), isRevokedNext: true},
	{...customerCreated(2), isRevokedNext: true},
);
act('revocation', revokeAccess(2), customerRevoked(2));

ledger.remember({customers: [['qm:a', 'qm:b']]});
tell('links remembered');
ledger.decide({1: {type: 'skip'}});
tell('decision kept');
ledger.finishRun(run, summaryOf(run));
tell('run finished');

const book = opened.act<UndoStep, UndoneEvent, UndoSummary>(
	{id: run, source: northwind, destination: contoso},
	'undo',
);
book.begin();
tell('undo begun');
const restored = book.stepSent({
	kind: 'restore-request',
	request: 'IT-1',
	edits: [],
});
tell('request set back');
book.stepAnswered(restored, [
	{type: 'request-restored', request: 'IT-1', fields: []},
]);
tell('request answered');
book.stepSent({
	kind: 'delete-customer',
	customers: ['qm:1'],
	email: 'customer1@example.com',
	accountId: 'qm:2',
});
tell('deletion sent');

function act(name: string, step: Step, event: RecordedEvent): void {
	const number = ledger.stepSent(run, step);
	tell(`${name} sent`);
	ledger.stepAnswered(run, number, [event]);
	tell(`${name} answered`);
}

function tell(what: string): void {
	fs.writeSync(1, `${what}\n`);
}
