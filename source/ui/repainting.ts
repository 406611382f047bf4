import {type Instance} from 'ink';

/** To the first column of the first row, and nothing left of what was there. */
const homeAndErase = '\u{1B}[H\u{1B}[J';

/**
Draws the whole screen anew whenever the terminal has got another size. Ink only draws what changed since its last frame, and of that nothing is certain any more: terminals move and cut rows, and frames of the old size may still be on their way.

@returns How to end it.
*/
export function repaintAfterResize(
	app: Pick<Instance, 'clear' | 'waitUntilRenderFlush'>,
	output: NodeJS.WriteStream,
	draw: () => void,
	isLent: () => boolean = () => false,
): () => void {
	let resizes = 0;
	const repaint = async () => {
		resizes += 1;
		const mine = resizes;
		await app.waitUntilRenderFlush();

		// Another size may have come meanwhile, or the end. While another program has the terminal, nothing is ours to draw; all is drawn anew afterwards.
		if (mine !== resizes || isLent()) {
			return;
		}

		app.clear();
		output.write(homeAndErase);
		draw();
	};

	const onResize = () => {
		void repaint();
	};

	output.on('resize', onResize);
	return () => {
		resizes += 1;
		output.off('resize', onResize);
	};
}
