package main

import (
	"fmt"
	"strings"
	"time"
)

// The words that made-up companies and people are called by.
var (
	firmA  = []string{"Harrow", "Tallow", "Brindle", "Copper", "Lark", "Fen", "Otter", "Quill", "Saffron", "Thistle", "Umber", "Vellum", "Willow", "Yarrow", "Zephyr", "Amber", "Birch", "Cinder", "Dapple", "Ember", "Flint", "Gorse", "Heron", "Ivy", "Juniper"}
	firmB  = []string{"mere", "field", "stone", "wick", "bridge", "haven", "worth", "gate", "brook", "mont", "croft", "dale", "shaw", "combe", "hurst", "ridge", "moor", "garth", "holm", "stead"}
	firsts = []string{"Jane", "Tom", "Priya", "Oliver", "Grace", "Daniel", "Helen", "Marcus", "Sofia", "Peter", "Ruth", "Adam", "Clara", "Victor", "Nadia"}
	lasts  = []string{"Bell", "Okoro", "Nair", "Fenwick", "Calder", "Moss", "Adeyemi", "Hart", "Lindqvist", "Novak", "Price", "Shaw", "Tanner", "Voss", "Webb", "York", "Ansah"}
	posts  = []string{"Buyer", "Clerk", "Account Manager", "Data Analyst", "Project Manager", "Software Engineer", "Nurse", "Office Manager", "Sales Assistant", "Product Designer"}
)

func person(i int) string { return firsts[i%len(firsts)] + " " + lasts[(i/2)%len(lasts)] }

func domain(firm string) string { return strings.ToLower(firm) + ".example" }

func address(firm, name string) string {
	return strings.ToLower(strings.ReplaceAll(name, " ", ".")) + "@" + domain(firm)
}

// mailFrom is a plain mail to Robin.
func mailFrom(firm, name, subject, reply, body string, sent time.Time, id string) []byte {
	thread := ""
	if reply != "" {
		thread = fmt.Sprintf("In-Reply-To: <%s>\nReferences: <%s>\n", reply, reply)
	}
	return fmt.Appendf(nil, "Date: %s\nFrom: %s <%s>\nTo: Robin Ashworth <robin@ashworth.example>\nMessage-ID: <%s>\n%sSubject: %s\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\nHi Robin,\n\n%s\n\nBest regards,\n%s\n%s\n",
		sent.Format(time.RFC1123Z), name, address(firm, name), id, thread, subject, body, name, firm)
}

func idOf(firm string, i int) string { return fmt.Sprintf("conf-%d@%s", i, domain(firm)) }

// letterFrom confirms an interview of an hour.
func letterFrom(firm, name, post string, sent, at time.Time, i int) []byte {
	loc, _ := time.LoadLocation("Europe/London")
	when := at.In(loc).Format("Monday 2 January 2006 at 15:04")
	body := []string{
		"Thank you for your application. Your interview for the %[1]s position at\n%[2]s is confirmed for %[3]s. It will take one hour.",
		"I am happy to confirm your interview with %[2]s for the role of %[1]s\non %[3]s. We have set an hour aside.",
		"This is to confirm that we will see you on\n%[3]s for your interview for the %[1]s position at %[2]s.\nPlease allow an hour.",
	}[i%3]
	return mailFrom(firm, name, "Interview confirmation: "+post+" at "+firm, "", fmt.Sprintf(body, post, firm, when), sent, idOf(firm, i))
}
