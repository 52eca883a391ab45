//go:build unix && clients

package clients

import (
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestThunderbird lists the drafts in a headless Thunderbird, opens each for
// editing as a double click does, and compares what the compose window holds.
func TestThunderbird(t *testing.T) {
	bin, err := exec.LookPath("thunderbird")
	if err != nil {
		t.Fatal("this test needs thunderbird: run make test-clients")
	}
	b, s, dir := newLetterbox(t), newSink(t), t.TempDir()
	shots := os.Getenv("CLIENTS_SHOTS")
	if shots == "" {
		shots = dir
	}
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	port := ln.Addr().(*net.TCPAddr).Port
	ln.Close()
	write(t, filepath.Join(dir, "user.js"), fmt.Sprintf(thunderbirdPrefs, port, b.srv.Port, b.user, s.addr.Port))
	log, err := os.Create(filepath.Join(shots, "thunderbird.log"))
	if err != nil {
		t.Fatal(err)
	}
	defer log.Close()
	cmd := exec.Command(bin, "--headless", "--marionette", "--remote-allow-system-access", "--no-remote", "--profile", dir)
	cmd.Env = append(os.Environ(), "HOME="+dir, "MOZ_HEADLESS=1", "MOZ_HEADLESS_WIDTH=1200", "MOZ_HEADLESS_HEIGHT=800", "TZ=Europe/London")
	cmd.Stdout, cmd.Stderr = log, log
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = cmd.Process.Kill(); _ = cmd.Wait() })
	m := newMarionette(t, port)
	m.call("WebDriver:NewSession", map[string]any{})
	m.call("Marionette:SetContext", map[string]any{"value": "chrome"})
	m.call("WebDriver:SetTimeouts", map[string]any{"script": 60000})
	var subjects []string
	m.script(thunderbirdList, &subjects, b.srv.Port, b.user, b.srv.Password)
	m.shot(filepath.Join(shots, "thunderbird-list.png"))
	for _, d := range b.drafts {
		if !slices.Contains(subjects, d.title) {
			t.Errorf("Thunderbird's list of drafts lacks %q: %q", d.title, subjects)
		}
	}
	left := slices.Clone(b.drafts)
	for n := range b.drafts {
		var shown struct{ To, Subject, Text string }
		m.script(thunderbirdOpen, &shown, n)
		i := slices.IndexFunc(left, func(l letter) bool { return l.title == shown.Subject && address(l.to) == address(shown.To) })
		if i < 0 {
			t.Fatalf("the compose window shows none of the drafts left: %+v", shown)
		}
		l := left[i]
		if got := strings.Join(lines(shown.Text, false), "\n"); got != strings.Join(l.lines, "\n") {
			t.Errorf("the compose window shows for %q\n%s", l.title, got)
		}
		left = slices.Delete(left, i, i+1)
		m.newest()
		m.shot(filepath.Join(shots, fmt.Sprintf("thunderbird-draft-%d.png", n)))
		to := l.to
		if to == "" { // the user names somebody
			to = "<desk@marshgate.example>"
		}
		m.back() // the window in which the script runs must outlive it
		var stands string
		m.script(thunderbirdSend, &stands, to)
		raw, ok := s.await(n)
		if !ok {
			t.Fatalf("%q was not sent; Thunderbird says: %s", l.title, stands)
		}
		l.check(t, raw, to, "content-language") // the language of its spelling checker
	}
	b.allSent(t)
}

const thunderbirdPrefs = `user_pref("marionette.port", %d);
user_pref("app.donation.eoy.version.viewed", 999);
user_pref("mail.provider.suppress_dialog_on_startup", true);
user_pref("mailnews.start_page.enabled", false);
user_pref("datareporting.policy.dataSubmissionPolicyBypassNotification", true);
user_pref("app.update.enabled", false);
user_pref("mail.accountmanager.accounts", "account1");
user_pref("mail.accountmanager.defaultaccount", "account1");
user_pref("mail.account.account1.server", "server1");
user_pref("mail.account.account1.identities", "id1");
user_pref("mail.server.server1.type", "imap");
user_pref("mail.server.server1.hostname", "127.0.0.1");
user_pref("mail.server.server1.port", %d);
user_pref("mail.server.server1.userName", "%s");
user_pref("mail.server.server1.name", "personal");
user_pref("mail.server.server1.authMethod", 3);
user_pref("mail.server.server1.login_at_startup", false);
user_pref("mail.server.server1.socketType", 0);
user_pref("mail.identity.id1.fullName", "Robin Ashworth");
user_pref("mail.identity.id1.useremail", "robin@ashworth.example");
user_pref("mail.identity.id1.smtpServer", "smtp1");
user_pref("mail.identity.id1.valid", true);
user_pref("mail.identity.id1.compose_html", false);
user_pref("mail.warn_on_send_accel_key", false);
user_pref("mailnews.sendInBackground", false);
user_pref("mail.smtpservers", "smtp1");
user_pref("mail.smtp.defaultserver", "smtp1");
user_pref("mail.smtpserver.smtp1.hostname", "127.0.0.1");
user_pref("mail.smtpserver.smtp1.port", %d);
user_pref("mail.smtpserver.smtp1.authMethod", 1);
user_pref("mail.smtpserver.smtp1.try_ssl", 0);
`

// thunderbirdList stores the password, opens Drafts and gives its subjects.
const thunderbirdList = `
const [port, user, password, done] = arguments;
(async () => {
  const wait = (ms) => new Promise((r) => setTimeout(r, ms));
  const { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
  const info = Cc["@mozilla.org/login-manager/loginInfo;1"].createInstance(Ci.nsILoginInfo);
  info.init("imap://127.0.0.1", null, "imap://127.0.0.1", user, password, "", "");
  await Services.logins.addLoginAsync(info);
  const server = MailServices.accounts.accounts.find((a) => a.incomingServer.type == "imap").incomingServer;
  server.getNewMessages(server.rootFolder, null, null);
  let drafts, win;
  for (let i = 0; i < 200; i++) {
    win = Services.wm.getMostRecentWindow("mail:3pane");
    try { drafts = server.rootFolder.getChildNamed("Drafts"); } catch (e) { drafts = null; }
    if (win && drafts && drafts.getTotalMessages(false) >= 9) break;
    if (drafts) drafts.updateFolder(null);
    await wait(200);
  }
  if (!drafts) throw new Error("no folder Drafts");
  const about = win.document.getElementById("tabmail").currentAbout3Pane;
  about.displayFolder(drafts.URI);
  await wait(2500);
  const out = [];
  for (const h of drafts.msgDatabase.enumerateMessages()) out.push(h.mime2DecodedSubject ? (h.flags & Ci.nsMsgMessageFlags.HasRe ? "Re: " : "") + h.mime2DecodedSubject : "");
  done({ value: out });
})().catch((e) => done({ error: String(e) + e.stack }));
`

// thunderbirdOpen opens the n-th draft for editing and reads the window.
const thunderbirdOpen = `
const [n, done] = arguments;
(async () => {
  const wait = (ms) => new Promise((r) => setTimeout(r, ms));
  const { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
  const server = MailServices.accounts.accounts.find((a) => a.incomingServer.type == "imap").incomingServer;
  const drafts = server.rootFolder.getChildNamed("Drafts");
  // The drafts as they were first listed: what is sent leaves the list.
  if (!Services.iwDrafts) Services.iwDrafts = [...drafts.msgDatabase.enumerateMessages()].map((h) => h.messageKey);
  const h = drafts.msgDatabase.getMsgHdrForKey(Services.iwDrafts[n]);
  const before = new Set([...Services.wm.getEnumerator("msgcompose")]);
  MailServices.compose.OpenComposeWindow(null, h, drafts.getUriForMsg(h), Ci.nsIMsgCompType.Draft, Ci.nsIMsgCompFormat.Default, null, null, null);
  let win;
  for (let i = 0; i < 100; i++) {
    win = [...Services.wm.getEnumerator("msgcompose")].find((w) => !before.has(w));
    if (win && win.gMsgCompose && win.gMsgCompose.editor && win.document.getElementById("msgSubject").value) break;
    await wait(100);
  }
  await wait(500);
  const doc = win.document;
  const to = [...doc.querySelectorAll("#toAddrContainer mail-address-pill")].map((p) => p.fullAddress).join(", ");
  const body = win.gMsgCompose.editor.document.body.cloneNode(true);
  for (const br of body.querySelectorAll("br")) br.replaceWith("\n");
  const text = body.textContent;
  done({ value: { to, subject: doc.getElementById("msgSubject").value, text } });
})().catch((e) => done({ error: String(e) + e.stack }));
`

// thunderbirdSend sends what the newest compose window holds, as its button
// does, and waits until the window is gone.
const thunderbirdSend = `
const [to, done] = arguments;
(async () => {
  const wait = (ms) => new Promise((r) => setTimeout(r, ms));
  const win = [...Services.wm.getEnumerator("msgcompose")].at(-1);
  if (!win.document.querySelector("#toAddrContainer mail-address-pill")) {
    win.gMsgCompose.compFields.to = to.replace(/^.*<|>$/g, "");
    win.CompFields2Recipients(win.gMsgCompose.compFields);
    await wait(300);
  }
  win.goDoCommand("cmd_sendButton");
  for (let i = 0; i < 200 && !win.closed; i++) await wait(100);
  done({ value: win.closed ? "sent" : "the window stays open: " + win.document.title });
})().catch((e) => done({ error: String(e) + e.stack }));
`
