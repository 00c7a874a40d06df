import type { StrikeTable, Trade } from '../api/types';
import { shownStrike } from '../format/market';
import { clock } from '../format/time';
import type { Step } from '../stores/series';
import { text } from '../text/text';
import { cone, spreadOf, type Spread } from './cone';
import type { ChartOption } from './engine';
import { frame, room, timeAxis, valueAxis } from './frame';
import { veil, type Palette } from './palette';

export interface PriceChart {
  steps: Step[];
  candles: boolean;
  now: number;
  minutes: number;
  table: StrikeTable | undefined;
  trades: Trade[];
}

const OUTER = 0.95;
const INNER = 0.68;

/** Price and settlement index, the strikes of the hour, our trades, and where the strike table sees the close. */
export function priceOption(chart: PriceChart, colours: Palette): ChartOption {
  const from = chart.now - chart.minutes * 60_000;
  const close = chart.table === undefined ? chart.now : Date.parse(chart.table.closesAt);
  const ahead = close > chart.now && close - chart.now < 3_700_000;
  const steps = chart.steps.filter((step) => step.at >= from);
  const last = steps.at(-1);
  const spreads = ahead && chart.table !== undefined ? { outer: spreadOf(chart.table, OUTER), inner: spreadOf(chart.table, INNER) } : undefined;
  const [least, most] = range(steps, spreads?.outer ?? spreads?.inner);
  return frame(colours, {
    grid: room(88),
    xAxis: timeAxis(colours, from, ahead ? close : chart.now),
    yAxis: valueAxis(colours, { min: least, max: most, axisLabel: { color: colours.faint, hideOverlap: true, showMinLabel: false, showMaxLabel: false, formatter: (value: number) => value.toLocaleString('en-US') } }),
    tooltip: tooltip(colours, chart),
    series: [
      ...(last === undefined || spreads === undefined
        ? []
        : [...band('outer', spreads.outer, chart.now, last.close, close, veil(colours.accent, 0.1)),
           ...band('inner', spreads.inner, chart.now, last.close, close, veil(colours.accent, 0.16))]),
      indexLine(steps, colours),
      priceSeries(chart, steps, colours, least, most),
      ...marks(chart, steps, from, colours),
    ],
  });
}

function range(steps: Step[], spread: Spread | undefined): [number, number] {
  const lows = steps.map((step) => step.low).concat(spread?.low ?? []);
  const highs = steps.map((step) => step.high).concat(spread?.high ?? []);
  if (lows.length === 0) {
    return [0, 1];
  }
  const least = Math.min(...lows);
  const most = Math.max(...highs);
  const room = Math.max((most - least) * 0.06, most * 0.00005);
  const digits = most - least < 20 ? 1 : 0;
  return [Number((least - room).toFixed(digits)), Number((most + room).toFixed(digits))];
}

function priceSeries(chart: PriceChart, steps: Step[], colours: Palette, least: number, most: number): ChartOption {
  const markLine = { silent: true, symbol: 'none', animation: false, data: strikeLines(chart.table, colours, least, most) };
  if (chart.candles) {
    return {
      id: 'price',
      name: text.chart.price,
      type: 'candlestick',
      data: steps.map((step) => [step.at, step.open, step.close, step.low, step.high]),
      itemStyle: { color: colours.good, color0: colours.bad, borderColor: colours.good, borderColor0: colours.bad },
      markLine,
      z: 3,
    };
  }
  return {
    id: 'price',
    name: text.chart.price,
    type: 'line',
    showSymbol: false,
    data: steps.map((step) => [step.at, step.close]),
    lineStyle: { width: 1.8, color: colours.ink },
    itemStyle: { color: colours.ink },
    markLine,
    z: 3,
  };
}

function strikeLines(table: StrikeTable | undefined, colours: Palette, least: number, most: number): ChartOption[] {
  return (table?.rows ?? [])
    .filter((row) => Number(row.strike.floor) > least && Number(row.strike.floor) < most)
    .map((row) => {
      const chance = row.probability === undefined ? '' : ` ${Math.round(row.probability * 100)}%`;
      const colour = row.activeSide === 'YES' ? colours.yes : colours.no;
      return {
        yAxis: Number(row.strike.floor),
        lineStyle: { color: veil(colour, 0.55), type: 'dashed', width: 1 },
        label: { position: 'end', color: colour, fontSize: 11, formatter: `${shownStrike(row.strike)}${chance}` },
      };
    });
}

function indexLine(steps: Step[], colours: Palette): ChartOption {
  return {
    id: 'index',
    name: text.chart.index,
    type: 'line',
    showSymbol: false,
    connectNulls: true,
    data: steps.map((step) => [step.at, step.index ?? null]),
    lineStyle: { width: 1.2, color: colours.warn, type: 'dotted' },
    itemStyle: { color: colours.warn },
    z: 2,
  };
}

function band(id: string, spread: Spread | undefined, now: number, price: number, close: number, colour: string): ChartOption[] {
  if (spread === undefined) {
    return [];
  }
  const points = cone(now, price, close, spread);
  const silent = { type: 'line', silent: true, showSymbol: false, stack: id, stackStrategy: 'all', lineStyle: { width: 0 }, tooltip: { show: false } };
  return [
    { ...silent, id: `${id}-low`, data: points.map(([at, low]) => [at, low]) },
    { ...silent, id: `${id}-high`, data: points.map(([at, low, high]) => [at, high - low]), areaStyle: { color: colour } },
  ];
}

/** Entries where we saw the price, exits at the price of their moment; stops are squares. */
function marks(chart: PriceChart, steps: Step[], from: number, colours: Palette): ChartOption[] {
  const entries = chart.trades.flatMap((trade) => {
    const at = Date.parse(trade.openedAt ?? '');
    return at >= from && trade.spotSeenDollars !== undefined
      ? [{ value: [at, Number(trade.spotSeenDollars)], symbolRotate: trade.side === 'YES' ? 0 : 180, itemStyle: { color: trade.side === 'YES' ? colours.yes : colours.no } }]
      : [];
  });
  const exits = chart.trades.flatMap((trade) => {
    const at = Date.parse(trade.endedAt ?? '');
    const step = steps.findLast((one) => one.at <= at);
    return at >= from && step !== undefined && trade.status === 'closed'
      ? [{ value: [at, step.close], symbol: /STOP|SPIKE|EMERGENCY/.test(trade.closeReason ?? '') ? 'rect' : 'diamond', itemStyle: { color: trade.outcome === 'L' ? colours.bad : colours.good } }]
      : [];
  });
  const shape = { type: 'scatter', tooltip: { show: false }, z: 5 };
  return [
    { ...shape, id: 'entries', name: text.chart.entry, symbol: 'triangle', symbolSize: 12, data: entries },
    { ...shape, id: 'exits', name: text.chart.exit, symbolSize: 10, data: exits },
  ];
}

function tooltip(colours: Palette, chart: PriceChart): ChartOption {
  const step = (at: number): Step | undefined => chart.steps.findLast((one) => one.at <= at);
  return {
    ...(frame(colours, {})['tooltip'] as ChartOption),
    formatter: (points: { axisValue?: number }[]): string => {
      const at = points[0]?.axisValue;
      const found = at === undefined ? undefined : step(at);
      if (found === undefined || at === undefined || at > chart.now) {
        return '';
      }
      const money = (value: number): string => value.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
      return [
        clock(new Date(found.at).toISOString()),
        `${text.chart.price} ${money(found.close)}`,
        ...(found.index === undefined ? [] : [`${text.chart.index} ${money(found.index)}`]),
        `${text.chart.range} ${money(found.low)} – ${money(found.high)}`,
      ].join('\n');
    },
  };
}
