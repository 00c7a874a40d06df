import { clock } from '../format/time';
import type { ChartOption } from './engine';
import type { Palette } from './palette';

/** What all charts share: room, axes, a tooltip that is drawn, never HTML. */
export function frame(colours: Palette, more: ChartOption): ChartOption {
  return {
    animation: false,
    backgroundColor: 'transparent',
    textStyle: { fontFamily: colours.font, color: colours.soft, fontSize: 11 },
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      confine: true,
      backgroundColor: colours.raised,
      borderColor: colours.strong,
      textStyle: { color: colours.ink, fontSize: 12, fontFamily: colours.font },
      axisPointer: { lineStyle: { color: colours.strong } },
    },
    ...more,
  };
}

/** Where the plot lies: labels are kept inside, "right" leaves room for names at the ends of lines. */
export function room(right = 14): ChartOption {
  return { left: 4, right, top: 12, bottom: 2, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' };
}

/** Whole dollars on an axis: −$5. */
export function dollarLabel(value: number): string {
  return `${value < 0 ? '−' : ''}$${Math.abs(value).toLocaleString('en-US')}`;
}

/** Times of day in New York. */
export function timeAxis(colours: Palette, from: number, to: number): ChartOption {
  return {
    type: 'time',
    min: from,
    max: to,
    axisLine: { lineStyle: { color: colours.strong } },
    axisTick: { show: false },
    axisLabel: { color: colours.faint, hideOverlap: true, formatter: (at: number) => clock(new Date(at).toISOString()).slice(0, 5) },
    splitLine: { show: false },
  };
}

export function valueAxis(colours: Palette, more: ChartOption = {}): ChartOption {
  return {
    type: 'value',
    scale: true,
    axisLabel: { color: colours.faint, hideOverlap: true },
    splitLine: { lineStyle: { color: colours.line } },
    splitNumber: 4,
    ...more,
  };
}

export function categoryAxis(colours: Palette, names: string[], more: ChartOption = {}): ChartOption {
  return {
    type: 'category',
    data: names,
    axisLine: { lineStyle: { color: colours.strong } },
    axisTick: { show: false },
    axisLabel: { color: colours.faint, hideOverlap: true },
    ...more,
  };
}
