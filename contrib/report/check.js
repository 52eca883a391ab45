// Looks at a report in headless Chromium, light, dark, narrow, wide and printed:
//   node check.js FILE FOLDER-FOR-SCREENSHOTS
// It fails where axe-core finds anything, where something leaves the file, where
// the page is wider than the screen, where the keyboard does not reach a link or
// a fold, or where the words of a drawing lie on each other.
const { chromium } = require('playwright-core');
const fs = require('fs');
const path = require('path');

const [file, shots] = process.argv.slice(2);
const url = 'file://' + path.resolve(file);
const name = path.basename(file, '.html');
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const wrong = [];
const fault = (where, what) => wrong.push(`${name}, ${where}: ${what}`);

// overlaps gives pairs of words in one drawing that lie on each other.
const overlaps = () => [...document.querySelectorAll('svg.time')].flatMap((svg) => {
  const all = [...svg.querySelectorAll('text')].filter((t) => t.getClientRects().length);
  const hit = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
  const out = [];
  all.forEach((a, i) => all.slice(i + 1).forEach((b) => {
    if (hit(a.getBoundingClientRect(), b.getBoundingClientRect())) out.push(`${a.textContent} / ${b.textContent}`);
  }));
  const box = svg.getBoundingClientRect();
  all.forEach((t) => {
    const r = t.getBoundingClientRect();
    if (r.left < box.left - 12 || r.right > box.right + 12) out.push(`${t.textContent} leaves the drawing`);
  });
  return out;
});

// keyboard walks through the page by Tab and opens the first fold by Enter.
async function keyboard(page, where) {
  const want = await page.$$eval('a[href], summary', (all) => all.length);
  const order = [];
  for (let i = 0; i < want; i++) {
    await page.keyboard.press('Tab');
    order.push(await page.evaluate(() => {
      const e = document.activeElement;
      const style = getComputedStyle(e);
      const place = [...document.querySelectorAll('a[href], summary')].indexOf(e);
      return { place, seen: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 };
    }));
  }
  order.forEach((o, i) => {
    if (o.place !== i) fault(where, `Tab ${i + 1} reaches element ${o.place}`);
    else if (!o.seen) fault(where, `focus cannot be seen on element ${i}`);
  });
  if (!(await page.$('summary'))) return;
  await page.focus('summary');
  await page.keyboard.press('Enter');
  if (!(await page.$eval('details', (d) => d.open))) fault(where, 'Enter does not open a fold');
  await page.keyboard.press('Enter');
}

(async () => {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox'] });
  let passes = 0;
  for (const [colorScheme, width] of [['light', 1280], ['dark', 1280], ['light', 360], ['dark', 360]]) {
    const where = `${colorScheme} ${width}`;
    // The page allows no script; only axe-core is let past that, here.
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 }, bypassCSP: true });
    const page = await context.newPage();
    page.on('request', (r) => { if (r.url() !== url) fault(where, 'asks for ' + r.url()); });
    page.on('console', (m) => { if (m.type() === 'error') fault(where, m.text()); });
    await page.goto(url);
    if (await page.$('script, link, iframe, img')) fault(where, 'holds what could load something');
    await page.screenshot({ path: path.join(shots, `${name}-${colorScheme}-${width}.png`), fullPage: true });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (over > 0) fault(where, `is ${over} px wider than the screen`);
    for (const o of await page.evaluate(overlaps)) fault(where, 'words on each other: ' + o);
    await keyboard(page, where);
    await page.$$eval('details', (all) => all.forEach((d) => { d.open = true; }));
    await page.evaluate(axe);
    const found = await page.evaluate(() => axe.run(document, { resultTypes: ['violations'] }));
    passes = found.passes.length;
    for (const v of found.violations) fault(where, `${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map((n) => n.html).join(' ')}`);
    await context.close();
  }
  const page = await browser.newPage({ viewport: { width: 794, height: 1123 } });
  await page.emulateMedia({ media: 'print' });
  await page.goto(url);
  for (const o of await page.evaluate(overlaps)) fault('print', 'words on each other: ' + o);
  if (await page.$$eval('summary', (all) => all.some((s) => s.getClientRects().length))) fault('print', 'shows folds that paper cannot open');
  await page.screenshot({ path: path.join(shots, `${name}-print.png`), fullPage: true });
  await page.pdf({ path: path.join(shots, `${name}.pdf`), format: 'A4' });
  await browser.close();
  wrong.forEach((w) => console.error(w));
  if (passes < 15) throw new Error(`${name}: only ${passes} rules of axe-core had anything to look at`);
  console.log(`${name}: ${passes} rules of axe-core pass, ${wrong.length} faults`);
  process.exit(wrong.length ? 1 : 0);
})().catch((err) => { console.error(err); process.exit(1); });
