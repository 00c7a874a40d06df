import { clock } from '../format/time';
import { withSign } from '../format/number';
import type { Step } from '../stores/series';
import { text } from '../text/text';
import type { ChartOption } from './engine';
import { frame, room, timeAxis, valueAxis } from './frame';
import { veil, type Palette } from './palette';

/** From where momentum pauses entries and below which they go on; hundredths of a percent. */
export interface Thresholds {
  spike: number;
  calm: number;
}

/** Momentum rolling by, with the thresholds of the spike alert on both sides. */
export function momentumOption(steps: Step[], now: number, minutes: number, limits: Thresholds | undefined, colours: Palette): ChartOption {
  const from = now - minutes * 60_000;
  const shown = steps.filter((step) => step.at >= from && step.momentum !== undefined);
  const values = shown.map((step) => (step.momentum ?? 0) * 100);
  const most = Math.ceil(Math.max(20, (limits?.spike ?? 0) * 1.15, ...values.map(Math.abs)));
  const level = (value: number, colour: string, name: string): ChartOption => ({
    yAxis: value,
    lineStyle: { color: veil(colour, 0.8), type: 'dashed', width: 1 },
    label: { position: 'end', color: colour, fontSize: 10, formatter: name },
  });
  return frame(colours, {
    grid: room(62),
    xAxis: timeAxis(colours, from, now),
    yAxis: valueAxis(colours, { min: -most, max: most, splitNumber: 2 }),
    tooltip: {
      ...(frame(colours, {})['tooltip'] as ChartOption),
      formatter: (points: { value?: [number, number] }[]): string => {
        const value = points[0]?.value;
        return value === undefined ? '' : `${clock(new Date(value[0]).toISOString())}\n${text.chart.momentum} ${withSign(value[1], 1)}`;
      },
    },
    series: [
      {
        id: 'momentum',
        type: 'line',
        showSymbol: false,
        data: shown.map((step, i) => [step.at, values[i]]),
        lineStyle: { width: 1.4, color: colours.accent },
        itemStyle: { color: colours.accent },
        areaStyle: { color: veil(colours.accent, 0.14) },
        markLine: {
          silent: true,
          symbol: 'none',
          data:
            limits === undefined
              ? []
              : [1, -1].flatMap((sign) => [
                  level(sign * limits.spike, colours.bad, `${text.chart.spike} ${withSign(sign * limits.spike, 0)}`),
                  level(sign * limits.calm, colours.warn, ''),
                ]),
        },
      },
    ],
  });
}
