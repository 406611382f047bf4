import {expect, test} from 'vitest';
import {DeletedContentCount} from '../../source/migration/deleted-content.ts';
import {
	type Request,
	type RequestPerson,
} from '../../source/migration/model.ts';

const gone: RequestPerson = {
	account: 'gone',
	as: 'reporter',
	isDeleted: true,
};

function request(number: number, ...people: readonly RequestPerson[]): Request {
	return {key: `IT-${number}`, people, organizations: []};
}

test('R2: a request counts once for each deleted account, whatever it left there', () => {
	const count = new DeletedContentCount('IT');
	count.note(request(1, gone, {...gone, as: 'comment-author'}));
	count.note(request(2, gone, {...gone, account: 'gone-too'}));
	count.note(request(3, {account: 'anna', as: 'reporter'}));
	expect(count.found()).toEqual([
		{project: 'IT', account: 'gone', requests: 2, keys: ['IT-1', 'IT-2']},
		{project: 'IT', account: 'gone-too', requests: 1, keys: ['IT-2']},
	]);
});

test('R2: whatever their number, all requests are counted and the first keys kept', () => {
	const count = new DeletedContentCount('IT');

	for (let number = 1; number <= 5000; number++) {
		count.note(request(number, gone));
	}

	const [content] = count.found();
	expect(content?.requests).toBe(5000);
	expect(content?.keys).toHaveLength(100);
	expect(content?.keys.at(-1)).toBe('IT-100');
});
