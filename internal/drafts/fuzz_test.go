package drafts

import (
	"strings"
	"testing"

	"inboxwatch/internal/lang"
	"inboxwatch/internal/rules"
)

// FuzzTemplate: a template is refused with its line, or renders with whatever
// is known, and then no value is read as a template.
func FuzzTemplate(f *testing.F) {
	l, _ := lang.Of("en")
	for _, text := range l.Letters.Texts {
		f.Add(text, "Acme", byte(0xff))
	}
	for _, s := range []string{"[", "]", "{name", "{name}[a|b[c {role}|d]]", "~", "a\n~\n~\nb", "\\[x\\]", "Subject:\n\nx", "#\n"} {
		f.Add(s, "{name}[x|y]", byte(0))
	}
	f.Fuzz(func(t *testing.T, text, value string, known byte) {
		if strings.ContainsAny(value, "\x01\x02") { // the marks below
			return
		}
		tpl, err := parseTemplate("x", text)
		if err != nil {
			e, ok := err.(*Error)
			if !ok || e.Line < 1 || e.Line > strings.Count(text, "\n")+1 || e.What == "" {
				t.Fatalf("%#v", err)
			}
			return
		}
		v := values{"greeting": "Hello,", "name": "Sam", "id": "x"}
		for i, name := range fieldNames {
			if v[name] == "" && known&(1<<(i%8)) != 0 {
				v[name] = "\x01" + value + "\x02"
			}
		}
		choice := tpl.choose("<a@b>", []string{"<c@d>"})
		got := tpl.body(v, choice)
		if strings.Contains(got, "  ") || strings.Contains(got, "\n\n\n") || strings.HasSuffix(got, "\n") {
			t.Fatalf("untidy: %q", got)
		}
		flat := strings.Join(strings.Fields(value), " ")
		if n := strings.Count(got, "\x01"); n > 0 && !strings.Contains(text, "\x01") && flat == value && strings.Count(got, "\x01"+value+"\x02") != n {
			t.Fatalf("a value was changed: %q", got)
		}
	})
}

// FuzzHash: no stored draft harms the reader, and the same bytes have the same
// hash.
func FuzzHash(f *testing.F) {
	raw, err := aDraft().Bytes()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(raw)
	f.Add([]byte("To: a@b\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nhi\n--x--\n"))
	f.Add([]byte("Subject: =?utf-8?q?x?=\r\n\r\nFrom \r\n > \r\n"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		a, err1 := Hash(raw)
		b, err2 := Hash(raw)
		if a != b || (err1 == nil) != (err2 == nil) || (err1 == nil) != (len(a) == 64) {
			t.Fatalf("%q %v, %q %v", a, err1, b, err2)
		}
		for _, role := range []Role{RoleDrafts, RoleSent, RoleTrash, RoleAll} {
			read([]Found{{Role: role, Raw: raw, Flags: []string{`\Draft`}}}, rules.DraftEvent{})
		}
		envelope(raw)
		recipient(raw)
	})
}
