package detect

import (
	"testing"

	"inboxwatch/internal/detect/mailparse"
	"inboxwatch/internal/rules"
)

// TestLabelNames holds what a domain that stands alone may become: words that
// are known, one short word, or nothing.
func TestLabelNames(t *testing.T) {
	for _, c := range []struct{ address, text, want string }{
		{"sam@willowbrookdental.example", "", "Willowbrook Dental"},
		{"sam@greenlanebakery.example", "", "Green Lane Bakery"},
		{"sam@lakeshoretransit.example", "", "Lakeshore Transit"},
		{"sam@copperkettleco.example", "", "Copper Kettle Co"},
		{"sam@stbrendanschool.example", "", "St Brendan School"},
		{"sam@harpoldkitchens.example", "", "Harpold Kitchens"},
		{"sam@silverbirch-joinery.example", "", "Silverbirch Joinery"},
		{"sam@oakfeather.example", "", ""},
		{"sam@quornvantellimax.example", "", ""},
		{"sam@wqlhd.example", "", ""},
		{"sam@st-annes-clinic.example", "", ""},
		{"the.redlioninn@btinternet.com", "", "Red Lion Inn"},
		{"sam.harper@gmail.com", "", ""},
		{"jo@quornvantellimax.example", "Jo\nQuorn Vantelli Max", "Quorn Vantelli Max"},
		{"jo@meridianreinsure.example", "Jo Bell\nHead of Claims, Meridian Reinsurance", "Meridian Reinsurance"},
		{"jo@artscollege.example", "Jo Bell\nNorthwell College of Arts, Science and Commerce", "Northwell College of Arts, Science and Commerce"},
	} {
		m := mailparse.Parse([]byte("From: Sam Harper <" + c.address + ">\nTo: Kim Lee <kim@mail.example>\nSubject: Your interview\n\nThe interview is on Monday.\n\nBest,\n" + c.text + "\n"))
		r := Who(WhoInput{Message: m, OwnerName: "Kim Lee", OwnerAddresses: []string{"kim@mail.example"}, Lang: "en"})
		certain := r.Company
		for _, d := range r.Doubts {
			if d.Field == "company" {
				certain = "" // a draft leaves it out
			}
		}
		if certain != c.want {
			t.Errorf("%s, %q: company %q, want %q", c.address, c.text, certain, c.want)
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
