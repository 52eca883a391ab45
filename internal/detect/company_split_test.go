package detect

import (
	"slices"
	"strings"
	"testing"

	"inboxwatch/internal/detect/mailparse"
	"inboxwatch/internal/rules"
)

// TestLabelNames holds what a domain that stands alone may become: words parted
// by hyphens, one short word, or a name in doubt.
func TestLabelNames(t *testing.T) {
	for _, c := range []struct {
		address, text, want string
		doubt               bool // a draft leaves it out
	}{
		{"sam@willowbrookdental.example", "", "Willowbrook Dental", true},
		{"sam@greenlanebakery.example", "", "Green Lane Bakery", true},
		{"sam@lakeshoretransit.example", "", "Lakeshore Transit", true},
		{"sam@copperkettleco.example", "", "Copper Kettle Co", true},
		{"sam@stbrendanschool.example", "", "St Brendan School", true},
		{"sam@harpoldkitchens.example", "", "Harpold Kitchens", true},
		{"sam@silverbirch-joinery.example", "", "Silverbirch Joinery", false},
		{"sam@oakfeather.example", "", "Oakfeather", true},
		{"sam@quornvantellimax.example", "", "Quornvantellimax", true},
		{"sam@wqlhd.example", "", "Wqlhd", true},
		{"sam@st-annes-clinic.example", "", "St Annes Clinic", true},
		{"the.redlioninn@btinternet.com", "", "Red Lion Inn", false},
		{"sam.harper@gmail.com", "", "", false},
		{"jo@quornvantellimax.example", "Jo\nQuorn Vantelli Max", "Quorn Vantelli Max", false},
		{"jo@meridianreinsure.example", "Jo Bell\nHead of Claims, Meridian Reinsurance", "Meridian Reinsurance", false},
		{"jo@artscollege.example", "Jo Bell\nNorthwell College of Arts, Science and Commerce", "Northwell College of Arts, Science and Commerce", false},
	} {
		m := mailparse.Parse([]byte("From: Sam Harper <" + c.address + ">\nTo: Kim Lee <kim@mail.example>\nSubject: Your interview\n\nThe interview is on Monday.\n\nBest,\n" + c.text + "\n"))
		r := Who(WhoInput{Message: m, OwnerName: "Kim Lee", OwnerAddresses: []string{"kim@mail.example"}, Lang: "en"})
		doubt := slices.ContainsFunc(r.Doubts, func(d rules.Doubt) bool { return d.Field == "company" })
		if r.Company != c.want || doubt != c.doubt {
			t.Errorf("%s, %q: company %q (in doubt: %v), want %q (%v)", c.address, c.text, r.Company, doubt, c.want, c.doubt)
		}
	}
}

// TestTradesBeforePosts holds titles in words that are no known trade's.
func TestTradesBeforePosts(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Could you send two references for the HCA post?", "HCA"},
		{"Come in about the counter job on Friday.", "counter job"},
		{"We talked about the same role last week.", ""},
		{"Thanks for asking about the dream job.", ""},
		{"Your Project Engineer chat moves to Tuesday.", "Project Engineer"},
		{"The Payroll Specialist approvals are with the board.", "Payroll Specialist"},
		{"The hiring manager chat is on Tuesday.", ""},
		{"Our interview (Payroll Specialist) moves to Tuesday.", "Payroll Specialist"},
		{"We are glad to interview you for Backend Engineer, Payments.", "Backend Engineer, Payments"},
	} {
		m := mailparse.Parse([]byte("From: Sam Harper <sam@acme.example>\nTo: Kim Lee <kim@mail.example>\nSubject: Hello\n\nHi Kim,\n\n" + c.text + "\n\nBest,\nSam\n"))
		r := Who(WhoInput{Message: m, OwnerName: "Kim Lee", OwnerAddresses: []string{"kim@mail.example"}, Lang: "en"})
		if r.Role != c.want {
			t.Errorf("%q: role %q, want %q", c.text, r.Role, c.want)
		}
	}
}

// TestSpelledOn: where the words behind a name go on spelling the sender's
// domain they belong to it, street or no street.
func TestSpelledOn(t *testing.T) {
	for text, want := range map[string]string{
		"Hi Sam, come in any day this week. Ruth, Mill Lane Bakery": "Mill Lane Bakery",
		"Hi Sam, come in any day this week. Ruth, Mill Lane":        "Mill Lane Bakery",
	} {
		r := Who(WhoInput{
			Message: &mailparse.Message{Subject: "Re: baker", Text: text, From: rules.Contact{Name: "Ruth", Address: "ruth@milllanebakery.example"},
				To: []rules.Contact{{Name: "Sam Okafor", Address: "sam@okafor.example"}}},
			OwnerName: "Sam Okafor", OwnerAddresses: []string{"sam@okafor.example"}, Lang: "en",
		})
		if r.Company != want {
			t.Errorf("%q: company %q, want %q", text, r.Company, want)
		}
	}
}

// TestLabelArticles holds what parts an article from a house's name.
func TestLabelArticles(t *testing.T) {
	for _, c := range []struct{ lang, rest, want string }{
		{"pt", "domontenegro", "do montenegro"}, {"pt", "daspalmeiras", "das palmeiras"}, {"pt", "dourado", "dourado"}, {"fr", "ducanal", "du canal"},
		{"es", "losmaitenes", "los maitenes"}, {"es", "delfin", "delfin"}, {"fr", "dental", "dental"}, {"it", "dellarosa", "della rosa"}, {"nl", "dental", "dental"},
	} {
		if got := strings.Join(partArticle(c.lang, c.rest), " "); got != c.want {
			t.Errorf("%s, %s: %q, want %q", c.lang, c.rest, got, c.want)
		}
	}
}
