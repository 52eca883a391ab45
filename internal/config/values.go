package config

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/pelletier/go-toml/v2"

	"inboxwatch/internal/rules"
)

// key is one row of a section: how it is called, read, printed and explained.
type key[T any] struct {
	name    string
	comment string // for Write
	value   value[T]
}

// value reads a TOML value into a T and prints it from there. The error that
// set gives says what is wrong and how to mend it.
type value[T any] struct {
	set  func(*T, any) error
	show func(T) string // TOML; "" where nothing is said
	// empty is what Write shows of a value without a default.
	empty string
}

func wrongType(want string, got any) error {
	return fmt.Errorf("should be %s, not %s", want, typeName(got))
}

func typeName(v any) string {
	switch v.(type) {
	case string:
		return "a text in quotes"
	case int64:
		return "a number"
	case float64:
		return "a number with a point"
	case bool:
		return "true or false"
	case []any:
		return "a list"
	case map[string]any:
		return "a table"
	}
	return "a date or time"
}

// text reads a string without control characters, which could end a header or
// move a terminal's cursor, and passes it through check (nil: anything).
func text[T any](field func(*T) *string, check func(string) (string, error)) value[T] {
	return value[T]{
		set: func(t *T, v any) (err error) {
			s, err := asText(v)
			if err == nil && check != nil {
				s, err = check(s)
			}
			*field(t) = s
			return err
		},
		show:  func(t T) string { return quoteUnlessEmpty(*field(&t)) },
		empty: `""`,
	}
}

func asText(v any) (string, error) {
	s, ok := v.(string)
	if !ok {
		return "", wrongType("a text in quotes", v)
	}
	if strings.ContainsFunc(s, func(r rune) bool { return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) }) {
		return "", errors.New("has a control character; leave it out")
	}
	return s, nil
}

// oneOf reads one of a few words.
func oneOf[T any](field func(*T) *string, words ...string) value[T] {
	return text(field, func(s string) (string, error) {
		for _, w := range words {
			if s == w {
				return s, nil
			}
		}
		return s, fmt.Errorf("%q is not among %s%s", s, quotedList(words), didYouMean(s, words))
	})
}

func number[T any](field func(*T) *int, low, high int64) value[T] {
	return value[T]{
		set: func(t *T, v any) error {
			n, ok := v.(int64)
			if !ok {
				return wrongType("a whole number without quotes", v)
			}
			if n < low || n > high {
				return fmt.Errorf("%d should lie between %d and %d", n, low, high)
			}
			*field(t) = int(n)
			return nil
		},
		show: func(t T) string {
			if n := *field(&t); n != 0 || low <= 0 {
				return strconv.Itoa(n)
			}
			return ""
		},
	}
}

func truth[T any](field func(*T) *bool) value[T] {
	return value[T]{
		set: func(t *T, v any) error {
			b, ok := v.(bool)
			if !ok {
				return wrongType("true or false, without quotes", v)
			}
			*field(t) = b
			return nil
		},
		show: func(t T) string { return strconv.FormatBool(*field(&t)) },
	}
}

// texts reads a list of strings, each passed through check.
func texts[T any](field func(*T) *[]string, check func(string) (string, error)) value[T] {
	return value[T]{
		set: func(t *T, v any) error {
			list, ok := v.([]any)
			if !ok {
				return wrongType(`a list of texts, as in ["one", "two"]`, v)
			}
			out := make([]string, 0, len(list))
			for _, e := range list {
				s, err := asText(e)
				if err == nil && check != nil {
					s, err = check(s)
				}
				if err != nil {
					return err
				}
				out = append(out, s)
			}
			*field(t) = out
			return nil
		},
		show: func(t T) string {
			list := *field(&t)
			if len(list) == 0 {
				return ""
			}
			quoted := make([]string, len(list))
			for i, s := range list {
				quoted[i] = quote(s)
			}
			return "[" + strings.Join(quoted, ", ") + "]"
		},
		empty: "[]",
	}
}

// duration reads a text as ParseDuration does, within low and high.
func duration[T any](field func(*T) *time.Duration, low, high time.Duration) value[T] {
	return value[T]{
		set: func(t *T, v any) (err error) {
			*field(t), err = asDuration(v, low, high)
			return err
		},
		show: func(t T) string { return quote(FormatDuration(*field(&t))) },
	}
}

// override is a duration that may be absent.
func override[T any](field func(*T) **time.Duration, low, high time.Duration) value[T] {
	return value[T]{
		set: func(t *T, v any) error {
			d, err := asDuration(v, low, high)
			*field(t) = &d
			return err
		},
		show: func(t T) string {
			if d := *field(&t); d != nil {
				return quote(FormatDuration(*d))
			}
			return ""
		},
	}
}

func asDuration(v any, low, high time.Duration) (time.Duration, error) {
	s, ok := v.(string)
	if !ok {
		return 0, wrongType(`a duration in quotes, as in "72h" or "14d"`, v)
	}
	d, err := ParseDuration(s)
	if err == nil && (d < low || d > high) {
		err = fmt.Errorf("%q should lie between %s and %s", s, FormatDuration(low), FormatDuration(high))
	}
	return d, err
}

// days reads a list of days and inclusive ranges of days.
func days[T any](field func(*T) *[]rules.DayRange) value[T] {
	return value[T]{
		set: func(t *T, v any) error {
			list, ok := v.([]any)
			if !ok {
				return wrongType(`a list of days, as in ["2026-12-24/2027-01-01"]`, v)
			}
			out := make([]rules.DayRange, 0, len(list))
			for _, e := range list {
				if d, ok := e.(toml.LocalDate); ok {
					e = d.String() // a day without quotes is a day all the same
				}
				s, err := asText(e)
				if err != nil {
					return err
				}
				r, err := dayRange(s)
				if err != nil {
					return err
				}
				out = append(out, r)
			}
			*field(t) = out
			return nil
		},
		show: func(t T) string {
			var quoted []string
			for _, r := range *field(&t) {
				quoted = append(quoted, quote(string(r.From)+"/"+string(r.Until)))
			}
			if quoted == nil {
				return ""
			}
			return "[" + strings.Join(quoted, ", ") + "]"
		},
		empty: "[]",
	}
}

func dayRange(s string) (rules.DayRange, error) {
	first, last, ranged := strings.Cut(s, "/")
	if !ranged {
		last = first
	}
	from, ok1 := rules.Day(first).In(time.UTC)
	until, ok2 := rules.Day(last).In(time.UTC)
	switch {
	case !ok1 || !ok2:
		return rules.DayRange{}, fmt.Errorf("%q is no day and no range of days; write 2026-12-24 or 2026-12-24/2027-01-01", s)
	case until.Before(from):
		return rules.DayRange{}, fmt.Errorf("%q ends before it begins; write the earlier day first", s)
	case until.Sub(from) > 366*day:
		return rules.DayRange{}, fmt.Errorf("%q is longer than a year; check its years", s)
	}
	return rules.DayRange{From: rules.Day(first), Until: rules.Day(last)}, nil
}

// quote writes a TOML basic string.
func quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case unicode.IsControl(r):
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

func quoteUnlessEmpty(s string) string {
	if s == "" {
		return ""
	}
	return quote(s)
}
