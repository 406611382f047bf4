import {expect, test} from 'vitest';
import {type CopyOptions, readChoices} from '../../source/commands/choices.ts';
import {parseEmails} from '../../source/commands/email-file.ts';

const usual: CopyOptions = {
	customers: 'related',
	duplicates: 'stop',
	renameAs: '{name} ({site})',
	map: [],
	missingAtlassian: 'attention',
	inactive: 'copy',
	emailDomain: [],
	activity: 'leave',
	proposed: 'list',
	placeholder: [],
};

function domainsOf(...emailDomain: readonly string[]) {
	return readChoices({...usual, emailDomain}).emailDomains;
}

test('changed email domains are compared without case, with or without the sign', () => {
	expect(
		domainsOf('Old.example=New.example', '@two.example = @three.example'),
	).toEqual({
		'old.example': 'new.example',
		'two.example': 'three.example',
	});
});

test.for([
	['old.example', 'is no pair'],
	['old.example=', 'is no pair'],
	['old.example=new.example=newer.example', 'is no pair'],
	['old=new.example', 'is no email domain'],
	['old.example=anna@new.example', 'is no email domain'],
	['old..example=new.example', 'is no email domain'],
])('--email-domain %s is refused with a sentence', ([text, words]) => {
	expect(() => domainsOf(text!)).toThrow(words);
});

test('a domain cannot become two', () => {
	expect(() =>
		domainsOf('old.example=new.example', 'OLD.example=other.example'),
	).toThrow('two new domains');
	expect(
		domainsOf('old.example=new.example', 'OLD.example=new.example'),
	).toEqual({'old.example': 'new.example'});
});

test('emails are given by account id, for hidden and for changed ones', () => {
	const text =
		'account_id,email\n712020:a,anna@new.example\nqm:1:2,b@c.example\n';
	expect(parseEmails(text, 'emails.csv')).toEqual({
		'712020:a': 'anna@new.example',
		'qm:1:2': 'b@c.example',
	});
});
