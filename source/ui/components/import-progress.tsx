/** What stands there while something long is read; something short is read before anybody could read this. */
import {useEffect, useState} from 'react';
import {Paint} from './paint.tsx';

/** In milliseconds. */
const quiet = 1000;

/** `length` of the text in UTF-16 units, where it is known. */
export function ImportProgress({length}: {length: number | undefined}) {
	const [isSlow, setSlow] = useState(false);
	useEffect(() => {
		const timer = setTimeout(() => setSlow(true), quiet);
		return () => clearTimeout(timer);
	}, []);
	const size = length === undefined ? '' : ` ${Math.max(1, Math.round(length / 1000))} kB`;
	return <Paint look="quiet">{isSlow ? `Reading${size}… Esc stops it.` : ' '}</Paint>;
}
