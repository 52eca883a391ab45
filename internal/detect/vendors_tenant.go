package detect

import (
	"strings"

	"golang.org/x/net/publicsuffix"
)

// freemail are domains whose addresses say nothing of an employer.
var freemail = setOf([]string{
	"gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "msn.com", "yahoo.com", "ymail.com", "rocketmail.com", "icloud.com", "me.com", "mac.com", "aol.com",
	"proton.me", "protonmail.com", "pm.me", "fastmail.com", "fastmail.fm", "zoho.com", "gmx.com", "gmx.de", "gmx.net", "gmx.at", "gmx.ch", "web.de", "t-online.de", "freenet.de", "posteo.de", "mailbox.org", "arcor.de", "1und1.de", "online.de", "vodafone.de",
	"orange.fr", "wanadoo.fr", "free.fr", "sfr.fr", "laposte.net", "neuf.fr", "bbox.fr", "numericable.fr", "aliceadsl.fr", "skynet.be", "telenet.be", "proximus.be", "scarlet.be",
	"libero.it", "virgilio.it", "alice.it", "tiscali.it", "tin.it", "email.it", "inwind.it", "fastwebnet.it", "pec.it", "legalmail.it", "arubapec.it",
	"terra.es", "telefonica.net", "movistar.es", "ono.com", "terra.com", "terra.com.br", "uol.com.br", "bol.com.br", "ig.com.br", "globo.com", "sapo.pt", "mail.pt", "netcabo.pt", "clix.pt",
	"ziggo.nl", "kpnmail.nl", "planet.nl", "xs4all.nl", "home.nl", "hetnet.nl", "chello.nl", "casema.nl", "upcmail.nl", "tele2.nl", "online.nl",
	"wp.pl", "onet.pl", "o2.pl", "interia.pl", "interia.eu", "gazeta.pl", "op.pl", "poczta.onet.pl", "vp.pl", "tlen.pl", "poczta.fm", "int.pl", "onet.eu", "autograf.pl",
	"btinternet.com", "btopenworld.com", "sky.com", "talktalk.net", "virginmedia.com", "ntlworld.com", "blueyonder.co.uk", "tiscali.co.uk", "plus.com", "eircom.net",
	"comcast.net", "verizon.net", "att.net", "sbcglobal.net", "cox.net", "charter.net", "earthlink.net", "bellsouth.net", "juno.com", "rogers.com", "shaw.ca", "sympatico.ca", "telus.net", "videotron.ca",
	"bigpond.com", "bigpond.net.au", "optusnet.com.au", "xtra.co.nz", "rediffmail.com", "mail.ru", "yandex.ru", "yandex.com", "qq.com", "163.com", "naver.com", "bluewin.ch", "hispeed.ch", "sunrise.ch", "a1.net", "chello.at", "aon.at", "hey.com", "tutanota.com", "tuta.io", "hotmail.co.uk", "mail.com", "inbox.com", "ukr.net", "seznam.cz",
})

// freeFamilies are first labels of providers with a domain in each country.
var freeFamilies = setOf([]string{"yahoo", "hotmail", "outlook", "live", "gmx", "googlemail", "gmail", "icloud"})

// netProviders are first labels of net providers that give their customers
// mailboxes, under whichever country's domain; under .com they are the firms.
var netProviders = setOf([]string{"orange", "wanadoo", "laposte", "sfr", "neuf", "uol", "bol", "terra", "sapo", "telefonica", "movistar", "t-online", "freenet", "arcor", "posteo", "libero", "virgilio", "alice", "tiscali", "telenet", "skynet", "proximus", "ziggo", "kpnmail", "xs4all", "hetnet", "chello", "onet", "interia", "bluewin", "hispeed", "btinternet", "talktalk", "ntlworld", "virginmedia", "eircom", "bigpond", "comcast", "sympatico", "videotron", "yandex", "protonmail", "tutanota", "fastmail"})

// isFreemail says whether a domain belongs to a provider of private mailboxes.
func isFreemail(domain string) bool {
	if freemail[domain] {
		return true
	}
	first, rest, _ := strings.Cut(domain, ".")
	return freeFamilies[first] && len(rest) <= 6 || netProviders[first] && rest != "com" && rest != "org" && !strings.Contains(rest, ".") || netProviders[first] && strings.HasPrefix(rest, "com.")
}

// genericLabels stand between a firm's name and the top of a domain.
var genericLabels = setOf([]string{"co", "com", "gov", "gob", "gouv", "ac", "edu", "org", "net", "nhs", "adv", "govt", "sch", "ltd", "plc", "mil", "gv", "or", "ne", "gub", "jus", "eng", "med", "ind", "example", "test", "school", "police", "mod"})

// hostLabel gives the part of a mail host that names its owner: acme of
// mail.acme.co.uk.
func hostLabel(host string) string {
	host = strings.ToLower(host)
	reg, err := publicsuffix.EffectiveTLDPlusOne(host)
	if err != nil {
		return ""
	}
	for {
		label, _, _ := strings.Cut(reg, ".")
		if !genericLabels[label] {
			return label
		}
		rest, ok := strings.CutSuffix(host, "."+reg)
		if !ok {
			return ""
		}
		if i := strings.LastIndexByte(rest, '.'); i >= 0 {
			rest = rest[i+1:]
		}
		reg = rest + "." + reg
	}
}

// domainOf gives the part after the @, lower case.
func domainOf(address string) string {
	i := strings.LastIndexByte(address, '@')
	if i < 0 {
		return ""
	}
	return strings.ToLower(address[i+1:])
}

// localOf gives the part before the @, lower case.
func localOf(address string) string {
	i := strings.LastIndexByte(address, '@')
	if i < 0 {
		return strings.ToLower(address)
	}
	return strings.ToLower(address[:i])
}

// plainHosts are parts of vendors' own hosts, never a tenant.
var plainHosts = setOf([]string{"mail", "m", "us", "eu", "app", "talent", "candidates", "hire", "reply", "email", "e", "in", "notifications", "jobs", "careers", "www", "wd1", "wd3", "wd5", "wd2", "wd12", "wd103", "wd501", "push", "invalidemail", "api", "send", "smtp", "noreply", "no-reply", "bounces", "mg", "info", "post", "apply", "recruiting", "system", "donotreply", "noreplies", "notification", "candidate", "mailer", "do-not-reply", "svc", "auto", "workflow"})

// tenantOf gives the label that a hiring system's address holds for the
// employer: "norrskog" of norrskog.teamtailor-mail.com.
func tenantOf(address string) string {
	host := domainOf(address)
	row, ok := Vendor(host)
	if !ok {
		return ""
	}
	var t string
	switch row.Tenant {
	case PlaceSubdomain:
		t, _, _ = strings.Cut(host, ".")
		for _, d := range row.Domains {
			if host == d {
				t = ""
			}
		}
	case PlaceLocal:
		t, _, _ = strings.Cut(localOf(address), "+")
	}
	if plainHosts[t] || len(t) < 3 || isNoReply(t+"@x") {
		return ""
	}
	return t
}
