// Pages are whole without this: it adds live cards, local times, sorting and the chart.
'use strict';

const local = new Intl.DateTimeFormat(document.documentElement.lang, {dateStyle: 'medium', timeStyle: 'short'});

function localTimes(within) {
  for (const time of within.querySelectorAll('time[data-local]')) {
    const at = new Date(time.dateTime);
    if (!Number.isNaN(at.getTime())) {
      time.title = time.dateTime;
      time.textContent = local.format(at);
    }
  }
}

function listen(status) {
  const cards = document.getElementById('cards');
  const stream = new EventSource(status.dataset.live);
  let fresh = 0;
  stream.onopen = () => { status.textContent = status.dataset.on; status.classList.add('on'); };
  stream.onerror = () => { status.textContent = status.dataset.off; status.classList.remove('on'); };
  stream.addEventListener('release', event => {
    // The server's own template, which escapes; without script or handlers in it, and the page's policy runs none.
    const card = new DOMParser().parseFromString(event.data, 'text/html').querySelector('li.card');
    if (!card) {
      return;
    }
    for (const old of cards.querySelectorAll('li.card')) {
      if (old.dataset.id === card.dataset.id) {
        old.remove();
      }
    }
    localTimes(card);
    cards.prepend(document.adoptNode(card));
    fresh += 1;
    status.textContent = `${status.dataset.on} · ${fresh} ${status.dataset.new}`;
    document.querySelector('.empty')?.remove();
  });
}

function sortable(table) {
  table.querySelectorAll('thead th').forEach((head, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'plain';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      const up = head.getAttribute('aria-sort') !== 'ascending';
      table.querySelectorAll('thead th').forEach(other => other.removeAttribute('aria-sort'));
      head.setAttribute('aria-sort', up ? 'ascending' : 'descending');
      const body = table.tBodies[0];
      const value = row => row.cells[column].dataset.sort ?? row.cells[column].textContent.trim();
      const compare = (a, b) => {
        const x = value(a), y = value(b);
        const numbers = x !== '' && y !== '' && Number.isFinite(Number(x)) && Number.isFinite(Number(y));
        return numbers ? Number(x) - Number(y) : x.localeCompare(y);
      };
      body.append(...[...body.rows].sort((a, b) => up ? compare(a, b) : compare(b, a)));
    });
  });
}

function draw(chart) {
  const points = JSON.parse(chart.dataset.points).map(axis => axis.map(Number));
  const style = getComputedStyle(document.documentElement);
  const ink = style.getPropertyValue('--ink').trim();
  const accent = style.getPropertyValue('--accent').trim();
  const grid = style.getPropertyValue('--rule').trim();
  const axis = {stroke: ink, grid: {stroke: grid}, ticks: {stroke: grid}};
  const compact = new Intl.NumberFormat(document.documentElement.lang, {notation: 'compact'});
  const size = () => ({width: chart.clientWidth, height: Math.max(180, Math.min(320, chart.clientWidth / 2))});
  const plot = new uPlot({
    ...size(),
    series: [{}, {label: chart.dataset.label, stroke: accent, width: 2, points: {show: true, size: 7}}],
    axes: [axis, {...axis, size: 70, values: (u, ticks) => ticks.map(tick => compact.format(tick))}],
    scales: {y: {range: (u, low, high) => [Math.min(0, low), high === low ? high * 1.1 || 1 : high + (high - low) * 0.1]}},
    legend: {live: true},
  }, points, chart);
  addEventListener('resize', () => plot.setSize(size()));
}

localTimes(document);
const live = document.getElementById('live');
if (live) {
  listen(live);
}
document.querySelectorAll('table.sortable').forEach(sortable);
const chart = document.getElementById('chart');
if (chart && globalThis.uPlot) {
  draw(chart);
}
