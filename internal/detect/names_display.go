package detect

import (
	"strings"
	"unicode"
)

// namesHost says whether words make up the whole name of an address's host: its
// own, or the tenant that a hiring system's address bears.
func namesHost(words, address string) bool {
	host := domainOf(address)
	label := hostLabel(host)
	if _, vendor := Vendor(host); vendor {
		label = tenantOf(address)
	} else if isFreemail(host) {
		return false
	}
	if label == "" {
		return false
	}
	if fitHyphens(nameLetters(words), label) == fitWhole {
		return true
	}
	plain := letters(strings.ReplaceAll(label, "-", "")) // "& Co" is no legal form here
	for _, and := range []string{"", "and", "und", "et", "en", "y", "e", "i"} {
		if plain == letters(strings.ReplaceAll(words, "&", and)) {
			return true
		}
	}
	return false
}

// assistants end what robots call themselves: "Olivia, your Acme assistant".
var assistants = setOf([]string{"assistant", "assistent", "assistentin", "assistante", "asistente", "assistente", "asystent", "bot", "chatbot"})

// robotsFirm gives the firm of "your Acme assistant", "" of other words.
func robotsFirm(s string) string {
	f := strings.Fields(s)
	if len(f) < 3 || !assistants[lowerSame(f[len(f)-1])] {
		return ""
	}
	switch lowerSame(f[0]) {
	case "your", "the", "dein", "deine", "ihr", "ihre", "votre", "ton", "ta", "tu", "su", "je", "jouw", "uw", "il", "tuo", "seu", "sua", "twój":
		return strings.Join(f[1:len(f)-1], " ")
	}
	return ""
}

// firstNameAndFirm parts "Ivy, La Ilergeta", "Ivy, your Acme assistant" and "Ivy
// Restaurante Acme": a first name before the firm, as the address bears out.
func firstNameAndFirm(s, address string) (name, org string) {
	left, right, comma := strings.Cut(s, ",")
	if left, right = strings.TrimSpace(left), strings.TrimSpace(right); comma {
		if firm := robotsFirm(right); firm != "" {
			return "", firm // nobody: a robot
		}
		if !strings.Contains(left, " ") && !strings.Contains(right, ",") && len(left) > 1 && !everyTable().roleHead(lowerSame(left)) && (namesHost(right, address) || localHas(address, left) && !localHas(address, right) && strings.Contains(right, " ") && anyOrgHead(right)) {
			return left, right
		}
		return "", ""
	}
	f := strings.Fields(s)
	if len(f) < 3 || !isGiven(lowerSame(f[0])) || !everyTable().orgHeads.whole[lowerSame(f[1])] {
		return "", ""
	}
	rest := strings.Join(f[1:], " ")
	if local := letters(localOf(address)); namesHost(rest, address) || len(f) > 3 && strings.HasPrefix(local, letters(strings.Join(f[2:], ""))) {
		return f[0], rest
	}
	return "", ""
}

// initialled says whether the words are an initial and a family's name: "B.
// Kroll", "J.-P. Moreau".
func initialled(name string) bool {
	first, rest, ok := strings.Cut(name, " ")
	n := 0
	for _, r := range first {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return ok && (n == 1 && strings.HasSuffix(first, ".") || n == 2 && strings.Count(first, ".") == 2) && !strings.ContainsAny(rest, " &+") && first != "S.A."
}
