package rules

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// act lets one thing happen in a story.
func (w *world) act(now time.Time, words []string) error {
	args := map[string]string{}
	var plain []string
	for _, x := range words[1:] {
		if k, v, ok := strings.Cut(x, "="); ok {
			args[k] = v
		} else {
			plain = append(plain, x)
			args[x] = "yes"
		}
	}
	verb := words[0]
	for _, k := range Kinds {
		if verb == string(k) {
			return w.mail(now, k, args)
		}
	}
	switch verb {
	case "run":
		w.pass(now)
		return nil
	case "look":
		w.look(now)
		return nil
	case "sent":
		return w.sent(now, args)
	case "user":
		if len(plain) < 2 {
			return fmt.Errorf("user VERB WINDOW")
		}
		return w.user(now, plain[0], Window(plain[1]), args["of"])
	case "lose":
		w.lose()
		return nil
	case "crash": // between the intent and the APPEND, or after it
		return w.crash(now, args["stored"] == "yes")
	case "mark", "add", "undo", "forget":
		return w.mark(now, verb, args)
	}
	return fmt.Errorf("what is %q", verb)
}

func (w *world) crash(now time.Time, stored bool) error {
	w.look(now)
	for _, d := range w.decide(now) {
		if d.Due == nil {
			continue
		}
		w.step(now, DraftEvent{Interview: d.Interview.ID, Window: d.Due.Window, MessageID: d.Due.MessageID, To: d.Due.To.Address}, DraftIntended)
		if stored {
			w.box[d.Due.MessageID] = &paper{folder: "Drafts", window: d.Due.Window, iv: d.Interview.ID, to: d.Due.To.Address, of: d.Interview}
		}
		return nil
	}
	return fmt.Errorf("nothing was due")
}

// mail lets the other side write. A confirmation that says nothing else is
// Acme's: Jane, Backend Engineer, Thu 12 Nov 2026 14:00 to 15:00.
func (w *world) mail(now time.Time, k Kind, a map[string]string) error {
	get := func(key, otherwise string) string {
		if v, ok := a[key]; ok {
			return v
		}
		return otherwise
	}
	w.n++
	m := Mail{Account: get("account", "personal"), Folder: get("folder", "INBOX"), MessageID: get("id", fmt.Sprintf("<m%d@x>", w.n)),
		Date: now, From: Contact{Address: get("from", "jane@acme.example")}, Owner: get("owner", "sam@okafor.example"),
		Auto: a["auto"] == "yes", FromOwner: a["from-owner"] == "yes", Subject: "Interview"}
	m.To = []Contact{{Address: m.Owner}}
	if th := get("thread", "acme"); th != "new" {
		m.References = []string{"<" + th + "@thread>"}
	}
	f := Facts{Kind: k, Company: a["company"], Role: a["role"], Agency: a["agency"] == "yes", Filled: a["filled"] == "yes",
		PromisedBy: Day(a["promised"]), BackOn: Day(a["back"]), Phone: a["phone"]}
	standard := k == Confirmation && a["start"] == "" && a["day"] == "" && a["doubt"] == ""
	if standard {
		a["start"], a["end"] = "2026-11-12 14:00", "2026-11-12 15:00"
	}
	if k == Confirmation && a["from"] == "" {
		f.Company, f.Role = get("company", "Acme Ltd"), get("role", "Backend Engineer")
	}
	if !m.Auto {
		f.Contact = Contact{Name: get("name", "Jane Doe"), Address: m.From.Address}
	}
	if c, ok := a["contact"]; ok {
		f.Contact = Contact{Name: a["name"], Address: c}
	}
	if w := a["warn"]; w != "" {
		f.Warnings = []string{w}
	}
	if d := a["doubt"]; d != "" {
		f.Doubts = []Doubt{{Field: "start", Candidates: strings.Split(d, "|")}}
	}
	seq, _ := strconv.Atoi(get("seq", "0"))
	f.Calendar = Calendar{UID: a["uid"], Sequence: seq}
	var err error
	if f.Calendar.Stamp, err = w.time(a["stamp"]); err != nil {
		return err
	}
	if f.Start, f.End, err = w.span(a); err != nil {
		return err
	}
	w.add(now, Event{Seen: &Seen{Mail: m, Facts: f}})
	return nil
}

func (w *world) span(a map[string]string) (start, end When, err error) {
	if d := a["day"]; d != "" {
		at, ok := Day(d).In(w.s.Location)
		if !ok {
			return start, end, fmt.Errorf("no day: %s", d)
		}
		return When{At: at, DayOnly: true}, end, nil
	}
	zone := w.s.Location
	if z := a["zone"]; z != "" {
		if zone, err = time.LoadLocation(z); err != nil {
			return start, end, err
		}
	}
	for _, x := range []struct {
		to  *When
		txt string
	}{{&start, a["start"]}, {&end, a["end"]}} {
		if x.txt != "" && x.txt != "none" {
			if x.to.At, err = time.ParseInLocation("2006-01-02 15:04", x.txt, zone); err != nil {
				return start, end, err
			}
		}
	}
	return start, end, nil
}

func (w *world) time(s string) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	return time.ParseInLocation("2006-01-02 15:04", s, w.s.Location)
}

// sent lets the user write.
func (w *world) sent(now time.Time, a map[string]string) error {
	w.n++
	m := Mail{Account: "personal", Folder: "Sent", MessageID: fmt.Sprintf("<s%d@okafor.example>", w.n), Date: now, InSent: true, FromOwner: true,
		Owner: newer(a["owner"], "sam@okafor.example"), Withdraws: a["withdraws"] == "yes", CalendarReply: a["calendar-reply"] == "yes", Auto: a["auto"] == "yes"}
	m.From = Contact{Address: m.Owner}
	for _, to := range strings.Split(newer(a["to"], "jane@acme.example"), ",") {
		m.To = append(m.To, Contact{Address: to})
	}
	if th := newer(a["thread"], "new"); th != "new" {
		m.References = []string{"<" + th + "@thread>"}
	}
	w.add(now, Event{Seen: &Seen{Mail: m, Facts: Facts{Kind: Other, Company: a["company"]}}})
	if a["again"] == "yes" { // All Mail shows it too
		m.InSent, m.Folder = false, "All"
		w.add(now, Event{Seen: &Seen{Mail: m, Facts: Facts{Kind: Other}}})
	}
	return nil
}

func (w *world) mark(now time.Time, verb string, a map[string]string) error {
	m := Mark{Interview: a["of"], Vacancy: a["vacancy"], Fit: a["fit"], JobAtRisk: a["job-at-risk"], Went: a["went"], Outcome: a["outcome"],
		Company: a["company"], Role: a["role"], NotAnInterview: a["not-an-interview"] == "yes", Undo: verb == "undo", Add: verb == "add", Forget: verb == "forget"}
	ivs := w.fold(now)
	w.decide(now) // it was shown: its id is fixed
	if m.Interview == "" && len(ivs) > 0 && !m.Undo && !m.Add {
		m.Interview = ivs[0].ID
	}
	var err error
	if a["wait"] != "" {
		if m.Wait, err = time.ParseDuration(a["wait"]); err != nil {
			return err
		}
	}
	if m.Start, m.End, err = w.span(a); err != nil {
		return err
	}
	if c, ok := a["contact"]; ok {
		m.Contact = &Contact{Name: a["name"], Address: c}
	}
	if m.Add {
		m.Interview = NewID(ivs, m.Company, m.Start)
	}
	if m.Forget {
		for _, iv := range ivs {
			for _, x := range iv.Mails {
				if iv.ID == m.Interview {
					sum := sha256.Sum256([]byte(x.Mail.MessageID))
					m.ForgetHashes = append(m.ForgetHashes, hex.EncodeToString(sum[:]))
				}
			}
		}
	}
	w.add(now, Event{Mark: &m})
	return nil
}

// settings changes the judgement for one story.
func (w *world) settings(words []string) error {
	rule := CompanyRule{}
	for _, x := range words {
		k, v, _ := strings.Cut(x, "=")
		d, derr := time.ParseDuration(v)
		var err error
		switch k {
		case "zone":
			w.s.Location, err = time.LoadLocation(v)
		case "country":
			w.s.Country = v
		case "closed", "company-closed":
			from, until, _ := strings.Cut(v, "/")
			r := DayRange{Day(from), Day(newer(until, from))}
			if k == "closed" {
				w.s.Closed = append(w.s.Closed, r)
			} else {
				rule.Closed = append(rule.Closed, r)
			}
		case "count":
			w.s.WorkingDays = v == "working-days"
		case "thank_you":
			w.s.Bounds.ThankYou, err = d, derr
		case "call":
			w.s.Bounds.Call, err = d, derr
		case "end":
			w.s.Bounds.End, err = d, derr
		case "min_gap":
			w.s.MinGap, err = d, derr
		case "trial_offer":
			w.s.TrialOffer = v
		case "max_open_trials":
			w.s.MaxOpenTrials, err = strconv.Atoi(v)
		case "employed":
			w.s.Employed = v == "yes"
		case "company":
			rule.Match = v
		case "company-thank_you":
			rule.ThankYou, err = &d, derr
		case "company-call":
			rule.Call, err = &d, derr
		case "company-end":
			rule.End, err = &d, derr
		case "company-min_gap":
			rule.MinGap, err = &d, derr
		default:
			err = fmt.Errorf("no setting %q", k)
		}
		if err != nil {
			return err
		}
	}
	if rule.Match != "" {
		w.s.Companies = append(w.s.Companies, rule)
	}
	return nil
}
