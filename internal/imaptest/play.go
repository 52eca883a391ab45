package imaptest

import (
	"strings"

	"github.com/emersion/go-imap/v2"
)

// PlayFolder is a folder that a played provider has from the start.
type PlayFolder struct {
	Name string
	Use  imap.MailboxAttr
}

// Play is a provider's way of being: what it lists, and how it errs.
type Play struct {
	Name           string
	Caps           string // shown in place of the server's own; "" shows those
	Folders        []PlayFolder
	Delim          rune // 0: '/'
	HideUses       bool // LIST tells no SPECIAL-USE
	NoHeaderSearch bool // SEARCH HEADER is refused
	BlindSearch    bool // SEARCH SINCE finds nothing
	Labels         bool // folders are labels, as at Gmail
}

func (p Play) delim() rune {
	if p.Delim == 0 {
		return '/'
	}
	return p.Delim
}

func (p Play) has(capability string) bool {
	return p.Caps == "" || strings.Contains(" "+p.Caps+" ", " "+capability+" ")
}

func folders(inbox, drafts, sent, trash, junk, archive, all string) []PlayFolder {
	var out []PlayFolder
	for _, f := range []PlayFolder{{inbox, ""}, {drafts, imap.MailboxAttrDrafts}, {sent, imap.MailboxAttrSent}, {trash, imap.MailboxAttrTrash},
		{junk, imap.MailboxAttrJunk}, {archive, imap.MailboxAttrArchive}, {all, imap.MailboxAttrAll}} {
		if f.Name != "" {
			out = append(out, f)
		}
	}
	return out
}

// Plain is a server that does everything right.
var Plain = Play{Name: "plain", Folders: folders("INBOX", "Drafts", "Sent", "Trash", "Junk", "Archive", "")}

const (
	gmailCaps    = "IMAP4rev1 AUTH=PLAIN AUTH=XOAUTH2 SASL-IR UNSELECT IDLE NAMESPACE QUOTA ID XLIST CHILDREN X-GM-EXT-1 UIDPLUS ENABLE MOVE ESEARCH UTF8=ACCEPT LIST-EXTENDED LIST-STATUS LITERAL- SPECIAL-USE APPENDLIMIT=35651584"
	exchangeCaps = "IMAP4 IMAP4rev1 IMAP4rev2 AUTH=PLAIN AUTH=XOAUTH2 SASL-IR UIDPLUS MOVE ID UNSELECT CHILDREN IDLE NAMESPACE LITERAL+"
	icloudCaps   = "IMAP4rev1 AUTH=PLAIN SASL-IR ESEARCH SORT ESORT LIST-STATUS ENABLE UIDPLUS IDLE WITHIN XAPPLEPUSHSERVICE XAPPLELITERAL"
	yahooCaps    = "IMAP4rev1 SASL-IR AUTH=PLAIN AUTH=XOAUTH2 AUTH=OAUTHBEARER ID MOVE NAMESPACE XYMHIGHESTMODSEQ UIDPLUS LITERAL+ CHILDREN UNSELECT X-MSG-EXT OBJECTID IDLE ENABLE UIDONLY X-ALL-MAIL LIST-EXTENDED LIST-STATUS SPECIAL-USE PARTIAL APPENDLIMIT=41697280"
	protonCaps   = "IMAP4rev1 AUTH=PLAIN IDLE UNSELECT UIDPLUS MOVE ID"
	fullCaps     = "IMAP4rev1 SASL-IR AUTH=PLAIN ENABLE IDLE UNSELECT CHILDREN NAMESPACE UIDPLUS LIST-EXTENDED ESEARCH SEARCHRES MOVE SPECIAL-USE LIST-STATUS LITERAL+"
	bareCaps     = "IMAP4rev1 CHILDREN"
)

// Plays holds one play for each row of imapwatch's provider table, and some
// servers that people run themselves.
var Plays = []Play{
	Plain,
	{Name: "Gmail", Caps: gmailCaps, Labels: true, Folders: folders("INBOX", "[Gmail]/Drafts", "[Gmail]/Sent Mail", "[Gmail]/Trash", "[Gmail]/Spam", "", "[Gmail]/All Mail")},
	{Name: "Gmail in German", Caps: gmailCaps, Labels: true, Folders: folders("INBOX", "[Gmail]/Entwürfe", "[Gmail]/Gesendet", "[Gmail]/Papierkorb", "[Gmail]/Spam", "", "[Gmail]/Alle Nachrichten")},
	{Name: "Outlook.com and Microsoft 365", Caps: exchangeCaps, HideUses: true, NoHeaderSearch: true, Folders: folders("INBOX", "Drafts", "Sent Items", "Deleted Items", "Junk Email", "Archive", "")},
	{Name: "Microsoft 365 in French", Caps: exchangeCaps, HideUses: true, Folders: folders("INBOX", "Brouillons", "Éléments envoyés", "Éléments supprimés", "Courrier indésirable", "Archive", "")},
	{Name: "iCloud", Caps: icloudCaps, HideUses: true, Folders: folders("INBOX", "Drafts", "Sent Messages", "Deleted Messages", "Junk", "Archive", "")},
	{Name: "Yahoo", Caps: yahooCaps, NoHeaderSearch: true, Folders: folders("INBOX", "Draft", "Sent", "Trash", "Bulk", "Archive", "")},
	{Name: "AOL", Caps: yahooCaps, NoHeaderSearch: true, Folders: folders("INBOX", "Draft", "Sent", "Trash", "Bulk", "Archive", "")},
	{Name: "GMX", Caps: "IMAP4rev1 AUTH=PLAIN SASL-IR CHILDREN UIDPLUS UNSELECT NAMESPACE LITERAL+", HideUses: true, Folders: folders("INBOX", "Entwürfe", "Gesendet", "Papierkorb", "Spamverdacht", "", "")},
	{Name: "WEB.DE", Caps: "IMAP4rev1 AUTH=PLAIN SASL-IR CHILDREN UIDPLUS UNSELECT NAMESPACE LITERAL+", HideUses: true, Folders: folders("INBOX", "Entwurf", "Gesendet", "Papierkorb", "Unerwünscht", "", "")},
	{Name: "Fastmail", Caps: fullCaps, Folders: folders("INBOX", "Drafts", "Sent", "Trash", "Spam", "Archive", "")},
	{Name: "Proton Mail (Bridge)", Caps: protonCaps, Folders: folders("INBOX", "Drafts", "Sent", "Trash", "Spam", "Archive", "All Mail")},
	{Name: "Zoho", Caps: "IMAP4rev1 AUTH=PLAIN SASL-IR UNSELECT CHILDREN NAMESPACE IDLE ID UIDPLUS", HideUses: true, Folders: folders("INBOX", "Drafts", "Sent", "Trash", "Spam", "Archive", "")},
	{Name: "mailbox.org", Caps: fullCaps, Folders: folders("INBOX", "Drafts", "Sent", "Trash", "Junk", "Archive", "")},
	{Name: "Posteo", Caps: fullCaps, HideUses: true, Folders: folders("INBOX", "Entwürfe", "Gesendete Objekte", "Papierkorb", "Spam", "Archiv", "")},
	{Name: "Yandex", Caps: "IMAP4rev1 AUTH=PLAIN SASL-IR CHILDREN UNSELECT LITERAL+ NAMESPACE XLIST UIDPLUS ENABLE ID IDLE MOVE", Delim: '|', Folders: folders("INBOX", "Drafts", "Sent", "Trash", "Spam", "Archive", "")},
	{Name: "Mail.ru", Caps: "IMAP4rev1 AUTH=PLAIN SASL-IR UNSELECT CHILDREN NAMESPACE UIDPLUS LIST-EXTENDED SPECIAL-USE", Folders: folders("INBOX", "Черновики", "Отправленные", "Корзина", "Спам", "Архив", "")},
	{Name: "Courier", Caps: "IMAP4rev1 UIDPLUS CHILDREN NAMESPACE IDLE", HideUses: true, Delim: '.', Folders: folders("INBOX", "INBOX.Drafts", "INBOX.Sent", "INBOX.Trash", "INBOX.Junk", "INBOX.Archives", "")},
	{Name: "bare, in Polish", Caps: bareCaps, HideUses: true, NoHeaderSearch: true, Folders: folders("INBOX", "Szkice", "Wysłane", "Kosz", "Spam", "", "")},
	{Name: "no trash, blind search", Caps: bareCaps, HideUses: true, BlindSearch: true, Folders: folders("INBOX", "Drafts", "Sent", "", "", "", "")},
}

// PlayFor gives the play with the name, and false where there is none.
func PlayFor(name string) (Play, bool) {
	for _, p := range Plays {
		if p.Name == name {
			return p, true
		}
	}
	return Play{}, false
}
