import {number} from '../migration/quantity.ts';
import {escapeHtml} from './html-text.ts';

/** One part of a whole. The class gives it its colour; its words say the same without. */
export type ChartPart = {
	readonly label: string;
	readonly count: number;
	readonly look: 'good' | 'same' | 'joined' | 'warning' | 'bad';
};

/** Units of a bar's own width. */
const width = 1000;

/** A proportional bar of a whole with a legend under it, as SVG that needs nothing else. Nothing where the whole is empty. */
export function chart(title: string, parts: readonly ChartPart[]): string {
	const shown = parts.filter(({count}) => count > 0);
	const whole = shown.reduce((sum, {count}) => sum + count, 0);

	if (whole === 0) {
		return '';
	}

	let from = 0;
	const bars = shown.map((part) => {
		const x = Math.round((from / whole) * width);
		from += part.count;
		const end = Math.round((from / whole) * width);
		// What is there is seen, however little it is.
		const length = Math.max(end - x, 2);
		return `<rect class="${part.look}" x="${x}" y="0" width="${length}" height="24"><title>${partText(part)}</title></rect>`;
	});
	const legend = shown.map(
		(part) =>
			`<li><span class="key ${part.look}"></span> ${partText(part)}</li>`,
	);
	const words = `${escapeHtml(title)}: ${shown.map((part) => partText(part)).join(', ')}`;
	return `<figure>\n<figcaption>${escapeHtml(title)}</figcaption>\n<svg role="img" aria-label="${words}" viewBox="0 0 ${width} 24" preserveAspectRatio="none">${bars.join('')}</svg>\n<ul class="legend">${legend.join('')}</ul>\n</figure>\n`;
}

function partText({label, count}: ChartPart): string {
	return `${number(count)} ${escapeHtml(label)}`;
}
