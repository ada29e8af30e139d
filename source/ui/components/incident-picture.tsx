/** The phases of the incident as a bar over the timeline, and under it how densely the timeline is noted. */
import {Box, Text} from 'ink';
import {memo, useMemo} from 'react';
import {
	type IncidentPicture,
	incidentPicture,
	type PictureMeaning,
	type PictureRow,
	pictureRows,
} from '../../export/incident-picture.ts';
import {incidentMetrics} from '../../retro/incident-metrics.ts';
import {betweenWords, metricEndingWith, shortLength} from '../../retro/metric-words.ts';
import type {Retro, TimelineEntry} from '../../retro/record.ts';
import {useRetro} from '../hooks/use-sitting.ts';
import {hasUnicodeGlyphs, type looks, useTheme} from '../theme.ts';
import {useLayout} from './frame.tsx';
import {Paint} from './paint.tsx';

/** Fewest rows of the body with which the picture is drawn: the list under it keeps seven of them. */
const fewestRows = 14;

const roomyFrom = 20;

/** Fewest entries whose density says something, where no phase is given yet. */
const fewestEntries = 5;

const meaningLooks: Readonly<Record<PictureMeaning, keyof typeof looks>> = {
	name: 'phase',
	aside: 'quiet',
	harm: 'plain',
	relief: 'done',
	silence: 'quiet',
	entries: 'plain',
	here: 'focus',
};

/** The picture for this window, made anew only when the timeline or the impact changes. */
export function useIncidentPicture(): IncidentPicture | undefined {
	const {timeline, impact} = useRetro();
	const {columns, rows} = useLayout().body;
	return useMemo(
		() => (rows < fewestRows ? undefined : worthwhile({timeline, impact}, columns)),
		[timeline, impact, columns, rows],
	);
}

function worthwhile(retro: Pick<Retro, 'timeline' | 'impact'>, columns: number): IncidentPicture | undefined {
	const picture = incidentPicture(retro, columns);
	return picture?.chart.labels.length === 0 && retro.timeline.length < fewestEntries ? undefined : picture;
}

/** The rows that the picture takes in a body of so many, with the blank one under it where there is plenty of room. */
export function pictureHeight(picture: IncidentPicture | undefined, bodyRows: number): number {
	if (picture === undefined) return 0;
	return (picture.chart.labels.length === 0 ? 1 : 3) + (bodyRows >= roomyFrom ? 1 : 0);
}

/** The picture; while an entry with a phase is selected, the time that ends there in the place of the names. */
export const IncidentPictureView = memo(function IncidentPictureView({
	picture,
	timeline,
	impact,
	entry,
}: Pick<Retro, 'timeline' | 'impact'> & {
	picture: IncidentPicture;
	/** The entry that is selected. */
	entry: TimelineEntry | undefined;
}) {
	const {columns, rows: bodyRows} = useLayout().body;
	const theme = useTheme();
	const rows = useMemo(
		() => pictureRows(picture, {hasUnicode: hasUnicodeGlyphs(theme), here: entry?.at}),
		[picture, theme, entry?.at],
	);
	const detail = useMemo(() => detailOf({timeline, impact}, entry), [timeline, impact, entry]);
	return (
		<Box flexDirection="column" height={pictureHeight(picture, bodyRows)} flexShrink={0}>
			{[...rows.entries()].map(([place, row]) =>
				place === 0 && detail !== undefined ? (
					<Paint key="detail" look="phase" columns={columns}>
						{`  ${detail}`}
					</Paint>
				) : (
					<PictureLine key={place} row={row} />
				),
			)}
		</Box>
	);
});

const PictureLine = memo(function PictureLine({row}: {row: PictureRow}) {
	return (
		<Box height={1} flexShrink={0}>
			<Text wrap="truncate">
				{[...row.entries()].map(([place, {text, meaning}]) => (
					<Paint key={place} look={meaningLooks[meaning]}>
						{text}
					</Paint>
				))}
			</Text>
		</Box>
	);
});

/** `Time to detect 4m: 09:56 started to 10:00 detected`. */
function detailOf(retro: Pick<Retro, 'timeline' | 'impact'>, entry: TimelineEntry | undefined): string | undefined {
	if (entry?.phase === undefined) return undefined;
	const metric = metricEndingWith(incidentMetrics(retro), entry.phase);
	if (metric === undefined) return undefined;
	const {title, state} = metric;
	const length = state.kind === 'length' ? ` ${shortLength(state)}` : '';
	return `${title}${length}: ${betweenWords(state)}`;
}
