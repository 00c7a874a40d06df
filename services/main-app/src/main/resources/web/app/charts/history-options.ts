import type { TradeStatistics } from '../api/types';
import { dollars } from '../format/number';
import { moment } from '../format/time';
import { text } from '../text/text';
import type { ChartOption } from './engine';
import { categoryAxis, dollarLabel, frame, room, timeAxis, valueAxis } from './frame';
import { veil, type Palette } from './palette';

/** The sum of all PnL over time. */
export function equityOption(found: TradeStatistics, colours: Palette): ChartOption {
  const points = found.equity;
  const first = Date.parse(points[0]?.at ?? '');
  const last = Date.parse(points.at(-1)?.at ?? '');
  const colour = (points.at(-1)?.pnlDollars ?? '').startsWith('-') ? colours.bad : colours.good;
  return frame(colours, {
    grid: room(),
    xAxis: { ...timeAxis(colours, first, last), axisLabel: { color: colours.faint, hideOverlap: true, formatter: (at: number) => moment(new Date(at).toISOString()).slice(0, -3) } },
    yAxis: valueAxis(colours, { axisLabel: { color: colours.faint, formatter: dollarLabel } }),
    tooltip: drawn(colours, (i) => {
      const point = points[i];
      return point === undefined ? '' : `${moment(point.at)}\n${dollars(point.pnlDollars, 2, true)}`;
    }),
    series: [
      {
        type: 'line',
        step: 'end',
        showSymbol: points.length < 2,
        data: points.map((point) => [Date.parse(point.at), Number(point.pnlDollars)]),
        lineStyle: { width: 1.8, color: colour },
        itemStyle: { color: colour },
        areaStyle: { color: veil(colour, 0.12) },
      },
    ],
  });
}

/** PnL of each hour of the day or of each day. */
export function sliceOption(slices: TradeStatistics['byHour'], name: (slice: string) => string, colours: Palette): ChartOption {
  return frame(colours, {
    grid: room(),
    xAxis: categoryAxis(colours, slices.map((slice) => name(slice.name))),
    yAxis: valueAxis(colours, { scale: false, axisLabel: { color: colours.faint, formatter: dollarLabel } }),
    tooltip: drawn(colours, (i) => {
      const slice = slices[i];
      return slice === undefined ? '' : `${name(slice.name)}\n${dollars(slice.pnlDollars, 2, true)}\n${text.history.of(slice.wins, slice.trades)}`;
    }),
    series: [
      {
        type: 'bar',
        barMaxWidth: 26,
        data: slices.map((slice) => ({
          value: Number(slice.pnlDollars),
          itemStyle: { color: slice.pnlDollars.startsWith('-') ? colours.bad : colours.good, borderRadius: 2 },
        })),
      },
    ],
  });
}

/** What was predicted against what came: on the diagonal the model keeps its word. */
export function calibrationOption(points: TradeStatistics['calibration'], colours: Palette): ChartOption {
  const most = Math.max(1, ...points.map((point) => point.trades));
  const share = (value: number): string => `${Math.round(value * 100)}%`;
  const least = Math.max(0, Math.floor(10 * Math.min(...points.flatMap((point) => [point.predicted, point.realised])) - 0.5) / 10);
  const axis = { min: least, max: 1, interval: (1 - least) / 4, axisLabel: { color: colours.faint, formatter: share } };
  return frame(colours, {
    grid: room(),
    xAxis: valueAxis(colours, axis),
    yAxis: valueAxis(colours, axis),
    tooltip: {
      ...drawn(colours, () => ''),
      trigger: 'item',
      formatter: (point: { dataIndex: number; seriesIndex: number }): string => {
        const found = points[point.dataIndex];
        return found === undefined || point.seriesIndex === 0
          ? ''
          : `${text.history.predicted} ${share(found.predicted)}\n${text.history.realised} ${share(found.realised)}\n${text.history.trades(found.trades)}`;
      },
    },
    series: [
      { type: 'line', silent: true, showSymbol: false, data: [[least, least], [1, 1]], lineStyle: { color: colours.strong, type: 'dashed', width: 1 } },
      {
        type: 'scatter',
        data: points.map((point) => ({ value: [point.predicted, point.realised], symbolSize: 8 + 16 * Math.sqrt(point.trades / most) })),
        itemStyle: { color: veil(colours.accent, 0.75), borderColor: colours.accent },
      },
    ],
  });
}

function drawn(colours: Palette, say: (index: number) => string): ChartOption {
  return {
    ...(frame(colours, {})['tooltip'] as ChartOption),
    formatter: (points: { dataIndex: number }[]): string => say(points[0]?.dataIndex ?? -1),
  };
}
