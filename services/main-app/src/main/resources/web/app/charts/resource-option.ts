import type { HealthPoint } from '../api/types';
import { clock } from '../format/time';
import { percent } from '../format/number';
import { text } from '../text/text';
import type { ChartOption } from './engine';
import { frame, room, timeAxis, valueAxis } from './frame';
import type { Palette } from './palette';

/** Processor, memory and disk, in percent of what there is. */
export function resourceOption(points: HealthPoint[], colours: Palette): ChartOption {
  const words = text.system;
  const at = points.map((point) => Date.parse(point.at));
  const lines: [string, string, (point: HealthPoint) => number | undefined][] = [
    [words.cpu, colours.accent, (point) => point.cpuPercent],
    [words.memory, colours.good, (point) => point.memoryPercent],
    [words.disk, colours.warn, (point) => point.diskPercent],
  ];
  return frame(colours, {
    grid: room(),
    xAxis: timeAxis(colours, Math.min(...at), Math.max(...at)),
    yAxis: valueAxis(colours, { min: 0, max: 100, interval: 25, axisLabel: { color: colours.faint, formatter: '{value}%' } }),
    tooltip: {
      ...(frame(colours, {})['tooltip'] as ChartOption),
      formatter: (found: { dataIndex: number }[]): string => {
        const point = points[found[0]?.dataIndex ?? -1];
        return point === undefined ? '' : [clock(point.at), ...lines.map(([name, , value]) => `${name} ${percent(value(point), 0)}`)].join('\n');
      },
    },
    series: lines.map(([name, colour, value]) => ({
      type: 'line',
      name,
      showSymbol: points.length < 2,
      data: points.map((point, i) => [at[i], value(point) ?? null]),
      lineStyle: { width: 1.5, color: colour },
      itemStyle: { color: colour },
    })),
  });
}
