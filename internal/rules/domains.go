package rules

import "strings"

// sharedDomains belong to everybody: freemail providers, hiring systems,
// calendars and video services. They never say which company speaks.
var sharedDomains = words(`
	gmail.com googlemail.com outlook.com hotmail.com live.com msn.com hotmail.co.uk live.co.uk outlook.de outlook.fr
	hotmail.fr hotmail.de hotmail.it hotmail.es live.fr live.nl yahoo.com ymail.com rocketmail.com yahoo.co.uk yahoo.de
	yahoo.fr yahoo.it yahoo.es aol.com icloud.com me.com mac.com proton.me protonmail.com pm.me tutanota.com tuta.io
	tuta.com fastmail.com fastmail.fm hey.com zoho.com gmx.de gmx.net gmx.at gmx.ch gmx.com web.de t-online.de freenet.de
	posteo.de mailbox.org mail.com mail.de arcor.de btinternet.com sky.com virginmedia.com talktalk.net orange.fr wanadoo.fr
	free.fr laposte.net sfr.fr libero.it virgilio.it tiscali.it alice.it ziggo.nl kpnmail.nl xs4all.nl planet.nl telenet.be
	skynet.be wp.pl o2.pl onet.pl onet.eu interia.pl gazeta.pl sapo.pt terra.es telefonica.net bluewin.ch comcast.net
	verizon.net att.net sbcglobal.net qq.com 163.com yandex.com yandex.ru mail.ru rediffmail.com
	greenhouse.io greenhouse-mail.io us.greenhouse-mail.io lever.co hire.lever.co ashbyhq.com workablemail.com workable.com
	candidates.workablemail.com smartrecruiters.com teamtailor.com teamtailor-mail.com recruitee.com personio.de personio.com
	myworkday.com myworkdayjobs.com workday.com icims.com talent.icims.com jobvite.com bamboohr.com breezy.hr pinpointhq.com
	successfactors.com successfactors.eu taleo.net oraclecloud.com bullhornmail.com bullhorn.com jazzhr.com applytojob.com
	softgarden.io softgarden.de join.com rexx-systems.com onlyfy.jobs prescreen.io welcomekit.co welcometothejungle.com
	eightfold.ai avature.net hireflix.com hirevue.com modernhire.com goodtime.io gem.com rippling.com zohorecruit.com
	tribepad.com applytrack.co.uk eploy.net jobtrain.co.uk trac.jobs
	linkedin.com indeed.com indeedemail.com stepstone.de xing.com totaljobs.com reed.co.uk monster.com glassdoor.com
	calendly.com cal.com doodle.com google.com calendar-server.bounces.google.com zoom.us teams.microsoft.com microsoft.com
	mimecast.com webex.com`)

// shared reports whether the domain, or one it lies under, is everybody's.
func shared(domain string) bool {
	for domain != "" {
		if sharedDomains[domain] {
			return true
		}
		_, rest, ok := strings.Cut(domain, ".")
		if !ok {
			return false
		}
		domain = rest
	}
	return true
}

// domainOf is the lower-case domain of an address, "" where there is none.
func domainOf(address string) string {
	i := strings.LastIndexByte(address, '@')
	if i < 0 {
		return ""
	}
	return strings.Trim(strings.ToLower(strings.TrimSpace(address[i+1:])), ".>")
}

// ownDomain is domainOf where it belongs to one organisation, else "".
func ownDomain(address string) string {
	if d := domainOf(address); strings.Contains(d, ".") && !shared(d) {
		return siteOf(d)
	}
	return ""
}

// siteOf drops what an organisation puts before its own name: hr.acme.co.uk
// becomes acme.co.uk. Without the list of public suffixes a short second label
// under a country is taken for one, which errs to keeping companies apart.
func siteOf(domain string) string {
	l := strings.Split(domain, ".")
	keep := 2
	if n := len(l); n > 2 && len(l[n-1]) == 2 && (len(l[n-2]) <= 3 || secondLevel[l[n-2]]) {
		keep = 3
	}
	if len(l) > keep {
		l = l[len(l)-keep:]
	}
	return strings.Join(l, ".")
}

var secondLevel = words("gouv nhs police school asso")

func address(a string) string { return strings.ToLower(strings.TrimSpace(a)) }
