package config

import (
	"fmt"
	"strings"
)

// Write gives the file that Load reads back as c: the keys with what they are
// for, those that keep their default commented out.
func Write(c Config) []byte {
	var b strings.Builder
	b.WriteString("# inboxwatch: who you are, which mailboxes to watch, and when to follow up.\n" +
		"# Lines that begin with # are what holds if nothing is said. No secrets stand here.\n\n")
	printKeys(&b, topKeys, c, Config{})
	b.WriteString("\n[person]\n")
	printKeys(&b, personKeys, c.Person, Person{})
	for _, a := range c.Accounts {
		b.WriteString("\n[[account]]\n")
		d := DefaultAccount()
		if a.Port == 993 && a.Security == "tls" || a.Port == 143 && a.Security != "tls" {
			d.Port = a.Port
		}
		printKeys(&b, accountKeys, a, d)
	}
	b.WriteString("\n[rules]\n")
	printKeys(&b, rulesKeys, c.Rules, Default().Rules)
	for _, k := range c.Companies {
		b.WriteString("\n[[company]]\n")
		printKeys(&b, companyKeys, k, Company{})
	}
	b.WriteString("\n[drafts]\n")
	printKeys(&b, draftsKeys, c.Drafts, Drafts{})
	return []byte(b.String())
}

func printKeys[T any](b *strings.Builder, keys []key[T], t, otherwise T) {
	for _, k := range keys {
		said, unsaid := k.value.show(t), k.value.show(otherwise)
		line := k.name + " = " + said
		switch {
		case said != unsaid && said != "":
		case unsaid != "":
			line = "# " + k.name + " = " + unsaid
		case k.comment == "":
			continue // for the few who need it
		default:
			line = "# " + k.name + " = " + k.value.empty
		}
		if k.comment == "" {
			fmt.Fprintf(b, "%s\n", line)
		} else {
			fmt.Fprintf(b, "%-44s # %s\n", line, k.comment)
		}
	}
}
