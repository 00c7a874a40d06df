import type { BalancePoint } from '../api/types';
import { dollars } from '../format/number';
import { moment } from '../format/time';
import { text } from '../text/text';
import type { ChartOption } from './engine';
import { dollarLabel, frame, room, timeAxis, valueAxis } from './frame';
import type { Palette } from './palette';

/** One stepped line for each shard. */
export function balanceOption(points: BalancePoint[], colours: Palette): ChartOption {
  const times = points.map((point) => Date.parse(point.at));
  const shards = [...new Set(points.map((point) => point.exchangeIndex))];
  const inks = [colours.accent, colours.warn, colours.good, colours.no];
  const of = (shard: number): BalancePoint[] => points.filter((point) => point.exchangeIndex === shard);
  return frame(colours, {
    grid: room(),
    xAxis: timeAxis(colours, Math.min(...times), Math.max(...times)),
    yAxis: valueAxis(colours, { axisLabel: { color: colours.faint, formatter: dollarLabel } }),
    tooltip: {
      ...(frame(colours, {})['tooltip'] as ChartOption),
      formatter: (found: { seriesIndex: number; dataIndex: number }[]): string =>
        found
          .map(({ seriesIndex, dataIndex }) => {
            const shard = shards[seriesIndex] ?? 0;
            const point = of(shard)[dataIndex];
            return point === undefined ? '' : `${moment(point.at)}  ${text.account.shard(shard)} ${dollars(point.balanceDollars)}`;
          })
          .join('\n'),
    },
    series: shards.map((shard, i) => ({
      type: 'line',
      name: text.account.shard(shard),
      step: 'end',
      showSymbol: of(shard).length < 2,
      data: of(shard).map((point) => [Date.parse(point.at), Number(point.balanceDollars)]),
      lineStyle: { width: 1.8, color: inks[i % inks.length] },
      itemStyle: { color: inks[i % inks.length] },
    })),
  });
}
