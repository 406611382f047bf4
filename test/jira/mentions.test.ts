import {expect, test} from 'vitest';
import {mentionsIn} from '../../source/jira/mentions.ts';

const mia = '712020:0f2a7c3e-1111-4222-8333-944455566677';
const nate = 'qm:a713c8ea-1111-4222-8333-944455566677:5ad6d3586f5c2a2d1e000001';

const mention = (id: unknown) => ({
	type: 'mention',
	attrs: {id, text: '@Mia', accessLevel: ''},
});

const paragraph = (...content: readonly unknown[]) => ({
	type: 'paragraph',
	content,
});

test('a mention is found wherever it stands, and everyone once', () => {
	const deep = {
		type: 'table',
		content: [
			{
				type: 'tableRow',
				content: [{type: 'tableCell', content: [paragraph(mention(nate))]}],
			},
		],
	};
	const document = {
		type: 'doc',
		version: 1,
		content: [paragraph('Ask', mention(mia)), deep, paragraph(mention(mia))],
	};
	expect(mentionsIn(document)).toEqual([mia, nate]);
});

test.for([
	undefined,
	null,
	'a text of older days with @mia in it',
	42,
	{},
	{type: 'mention'},
	{type: 'mention', attrs: null},
	mention(undefined),
	mention(7),
	mention('here'),
	mention('all'),
	mention('not an id'),
	mention('x'.repeat(500)),
])('%j mentions nobody', (value) => {
	expect(mentionsIn(value)).toEqual([]);
});

test('a text that nests without end does not break the reader', () => {
	let node: unknown = mention(mia);

	for (let depth = 0; depth < 50_000; depth++) {
		node = {type: 'blockquote', content: [node]};
	}

	expect(mentionsIn(node)).toEqual([]);
});
