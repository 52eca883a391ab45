// Drives Roundcube in Chromium: opens every draft from the list, prints what
// its editor holds as a line of JSON, and sends it. Started by TestRoundcube:
//   node roundcube.js URL USER PASSWORD FOLDER-FOR-SCREENSHOTS
const { chromium } = require('playwright-core');

(async () => {
  const [url, user, password, shots] = process.argv.slice(2);
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox'] });
  const page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
  page.setDefaultTimeout(15000);
  await page.goto(url);
  await page.fill('#rcmloginuser', user);
  await page.fill('#rcmloginpwd', password);
  await page.click('#rcmloginsubmit');
  await page.waitForSelector('#messagelist');
  await page.goto(url + '/?_task=mail&_mbox=Drafts');
  await page.waitForSelector('#messagelist tbody tr.message');
  await page.screenshot({ path: shots + '/list.png' });
  // A draft's line in the list leads to the editor, not to a reader.
  const links = await page.$$eval('#messagelist tbody tr.message .subject a', (all) => all.map((a) => a.href));
  for (const [i, link] of links.entries()) {
    await page.goto(link);
    await page.waitForSelector('#composebody');
    await page.waitForFunction(() => window.rcmail && !rcmail.busy);
    await page.screenshot({ path: `${shots}/draft-${i}.png` });
    const draft = await page.evaluate(() => ({
      to: document.querySelector('[name=_to]').value.replace(/,\s*$/, ''),
      subject: document.querySelector('[name=_subject]').value,
      html: document.querySelector('[name=_is_html]').value,
      text: document.querySelector('#composebody').value,
    }));
    if (draft.to === '') await page.evaluate(() => { document.querySelector('[name=_to]').value = 'desk@marshgate.example'; });
    console.log(JSON.stringify(draft));
    await page.evaluate(() => rcmail.command('send', '', document.createElement('a')));
    await page.waitForURL((u) => !u.search.includes('_action=compose'));
  }
  await browser.close();
})().catch((err) => { console.error(err); process.exit(1); });
