package detect

import "strings"

// plainWords are words that names of small firms are built of, beside the
// firms' own words of each language and common first names.
var plainWords = setOf(strings.Fields(`
brendan cuthbert oswald chad bede hilda aidan columba ninian mungo kevin declan bridget brigid jude anthony vincent francis clare ignatius benedict dominic xavier margaret andrew john james mark luke peter paul thomas anne mary
acre acres alder amble anvil apron arch arrow aspen autumn spring summer winter bank barn basin basket beam bean bear beaver bell bench bishop bloom blossom boulder bow box branch brass brave briar bud bull cabin cairn cairns camp canal canary canyon cape cardinal carriage chalk chapel chestnut chime cinder circle citadel cobalt cobble comet common commons coral cottage court cove crane creek crest crescent crimson crow crystal current cypress dawn desert dew dock dolphin dove down downs dragon dream drift drum dusk earth echo edge elder elk emerald evergreen fair fairy farmer father feather fell ferry finch fir fleet flint flock flower flux forge fort fountain four five six seven eight nine ten forty fury gable gale galley garnet glacier glade glen globe goose gorse granite grass gravel grove gull guild gulf half hall hammer hand hands hart haven hawthorn head heart heath hedge hen hermit hive hollow holt home hood hope hub hut ice inlet ivory jade jay jet jewel journey joy juniper kestrel keep kite knot ladder lady land lands lane larch lark laurel lavender leaf ledge lemon level life lighthouse lilac lime linden link little loch locust loft long loom lotus love low lunar lynx magnet main mallow manor maple marble marigold mark marlin martin mast master mead meridian mermaid metro mid mile mineral mint mirror mist monarch moose morning moth motion mule music myrtle nest nettle night nimbus noon nut oasis oat olive onyx opal orbit orchid osprey otter over owl oyster palace panther parade parish partridge pass path patch peacock peak pearl pebble pelican pepper petal pheasant pier pike pilgrim pilot plain plains planet plaza point pointe pond poplar poppy post prairie prime primrose prism puffin pulse quarry quarter quartz quay quest rabbit radiant raft rainbow ranch range rapids raspberry reed reef regent reservoir rook root rope rowan ruby run rush russet rye saddle sable saddle saffron sage salt sapphire savanna scarlet scholar scout seal second seed sequoia shade shadow shell shepherd shield shire shore side sierra signal silk silver single sky slate snow sol solar song soul south spade spark sparrow spear sphere spindle spiral spire spirit splash sprout spruce spur square squirrel stag stage star state station steeple step sterling still stitch stork stream sugar swallow swift sycamore table tail tall tartan tea teal tern terrace thatch third thrive thrush thunder tiger tin topaz torch tortoise tower track trail tree trek triangle trident true trumpet tulip tundra turtle twin twist union unity urchin valiant valor vantage vault velvet vessel vibrant victor village vintage violet viper vital vivid voyage wagtail walnut warren water way weaver well wells west wheel white wick wild willow wind window wing winter wise wonder wool world wren yard yarn yellow yew young zebra
the and of old new big little great good best first north south east west upper lower high royal grand kettle pot pan quill feather pen ink view phil fork spoon knife plate cup mug jug barrel cask keg wheel wagon cart hat boot glove thread needle button pin hook line net palm date fig peach mango banana coconut neptune jupiter mercury saturn apollo phoenix atlas titan orion aurora luna nova terra aqua vista delta alpha omega sigma meridian zenith summit horizon compass beacon harvest heritage legacy liberty pioneer frontier keystone corner hearth clear view ever green brave bold swift noble loyal angel saint holy hudson thames severn nile royal grand golden silver red blue green black white grey gray brown pink purple amber copper bronze iron steel stone rock sand clay brick wood timber oak ash elm pine cedar birch maple willow hazel holly ivy rose lily daisy fern moss thistle heather clover meadow field hill dale vale valley ridge mount mountain peak cliff moor heath marsh fen forest river brook stream lake pond sea ocean bay cove harbour harbor port shore beach coast island isle bridge ford mill lock gate wall tower castle abbey church cross crown king queen prince duke knight lion tiger bear wolf fox badger otter hare deer stag horse bull lamb swan heron raven robin eagle falcon hawk owl bee whale salmon anchor sail ship wharf tide wave storm rain snow frost sun sunny moon star sky cloud light bright lantern lamp candle fire flame spark ember
gilded crust loaf flour grain barley wheat corn rice sugar salt pepper spice honey lemon apple cherry plum berry orange olive grape vine butter cream cheese milk egg fish fryer fryers chippy grill smoke house kitchen kitchens family families brothers sisters sons daughters home homes garden gardens corner street park square market town city village county country urban rural open free fair true pure fresh clear smart quick fast rapid safe sure prime first one two three red hot cold cool warm happy lucky sweet
`))

// firmWords are those by which firms name their trade.
var firmWords = setOf(strings.Fields(`
pediatrics paediatrics bindery florals joinery nuclear ledger financial orthodontics chiropractic dermatology therapy therapies counselling counseling construction contracting machining fabrication welding foundry ceramics pottery apparel outfitters provisions market markets mercantile winery vineyard vineyards cellars distillery distillers spirits coffee bistro trattoria osteria pizzeria pub cafe hotel hotels motel campground ranch greenhouse landscaping arborists veterinary kennels equine aviation avionics maritime shipping ferries transit trucking library libraries institute montessori preschool childcare playgroup charity trust foundation relief ministries parish temple council assurance carpentry engineering engineers electronics biotech biologics pharma diagnostics genomics analytics interactive robotics nutrition organics produce meats seafood fisheries outdoors adventures tours travel airlines airways cruises events florals gifts antiques auctions appliances hardware lumber timber concrete masonry paving excavating surveying architects architecture interiors upholstery tailors laundry cleaners movers storage rentals realty homes communities senior assisted rehab rehabilitation ambulance firerescue
regional infirmary memorial general kitchen kitchens family families fryer fryers chippy grill orchard orchards inn shop
bakery bakeries brewing brewery roasters roastery pizza burger burgers noodle noodles taco tacos diner eatery deli grocer grocers butcher butchers catering dining hospitality inn tavern fleece plough harp bell swan anchor lodge resort resorts suites spa salon barbers beauty nails dental eyecare vision hearing physio vet vets pets paws animal wildlife hoof stable stables
care cares carers nursing clinic clinics hospice hospital medical medics medic health wellness pharmacy pharmacies optics optical reinsurance insurance legal law notary tax audit accounting accountants wealth money pay payments lending mortgage mortgages credit
school schools primary nursery nurseries academy college learning education training tuition tutors kids child children youth junior
museum gallery theatre theater arts music dance film films games gaming toys books press print prints media radio sound sport sports gym yoga golf cycle cycles bikes boats marine yachts cars auto autos tyres motors garage haulage freight cargo couriers taxis coaches bus rail air flight flights aero space
builders building buildings roofing flooring windows doors glass glazing plumbing heating cooling electric electrical solar power energy gas water waste recycling cleaning security tools metals plastics paper paint paints textiles fabric fabrics shoes fashion jewels furniture carpets beds interiors design designs studio studios creative digital data cloud soft software web tech labs lab systems networks robotics code logic works workshop partners partnership group global world digital consulting advisory people staffing recruit recruitment talent search hire farm farms dairy foods food seeds plants trees flowers florist landscapes scapes estates lettings property properties living spaces rooms storage removals logistics supply supplies trading traders trade stores store shop shops
`))

// splitLabel reads a host's label as words that are known or stand in the
// mail; it gives nil where any letter is left over, or where two words name no
// trade and may be one.
func (w *whoReader) splitLabel(label string) []string {
	for _, e := range []string{"co", "inc", "ltd", "llp", "llc"} {
		if front, ok := strings.CutSuffix(label, e); ok && len(front) > 5 {
			if words := w.splitWords(front); words != nil {
				return append(words, e)
			}
		}
	}
	words, firm := w.splitWords(label), false
	said := w.saidWords(label)
	if words == nil && w.in.Lang != "de" && w.in.Lang != "nl" {
		words = saidFront(label, said)
	}
	for _, x := range words {
		firm = firm || firmWords[x] || w.bareHead(x) || said[x] != "" && len(x) > 4
	}
	if len(words) == 2 && words[1] == "works" {
		return nil // Kelpworks
	}
	if !firm && len(words) < 3 {
		return nil // Quillfeather may well be one word
	}
	return w.joinPlaces(words)
}

// placeEnds are words that names of places end in, written as one word.
var placeEnds = setOf(strings.Fields("line shore view brook field fields wood woods ford gate side land lands stone hill dale bank bridge water way port house haven moor marsh mill well wells worth ton burn cliff mere mouth ridge head root grass thorn berry crest"))

// joinPlaces joins a place's words before a trade's: Lakeshore Transit.
func (w *whoReader) joinPlaces(words []string) []string {
	if len(words) < 3 || joinWords[words[0]] || joinWords[words[1]] {
		return words
	}
	if joint := words[0] + words[1]; placeEnds[words[1]] {
		return append([]string{joint}, words[2:]...)
	}
	return words
}

// joinWords may stand inside a label though they are short: other short words
// would be found in any longer name.
var joinWords = setOf([]string{"and", "the", "of"})

// splitWords is splitLabel whatever the words are.
func (w *whoReader) splitWords(label string) []string {
	if len(label) > 40 {
		return nil
	}
	said := w.saidWords(label)
	known := func(s string) bool {
		return len(s) > 2 && (plainWords[s] || firmWords[s] || isGiven(s) && len(s) > 3 || said[s] != "" || len(s) > 3 && w.bareHead(s)) || s == "of"
	}
	// best[i] is the fewest words that make label[:i], from the word's start.
	best, from := make([]int, len(label)+1), make([]int, len(label)+1)
	for i := 1; i <= len(label); i++ {
		for j := max(i-14, 0); j < i; j++ {
			if (j == 0 || best[j] > 0) && (known(label[j:i]) && (j == 0 || i-j > 3 || firmWords[label[j:i]] || joinWords[label[j:i]]) || j == 0 && i < len(label) && label[:i] == "st") && (best[i] == 0 || best[j]+1 < best[i]) {
				best[i], from[i] = best[j]+1, j
			}
		}
	}
	if best[len(label)] == 0 || best[len(label)] > 5 {
		return nil
	}
	var out []string
	for i := len(label); i > 0; i = from[i] {
		out = append([]string{label[from[i]:i]}, out...)
	}
	return out
}

// saidFront parts a label after the longest word that the mail writes: kilbride
// of kilbrideprecast, where a Kilbride writes.
func saidFront(label string, said map[string]string) []string {
	const front, rest = 5, 3
	for cut := len(label) - rest; cut >= front; cut-- {
		if said[label[:cut]] != "" && (beginsWord(label[cut:]) || firmWords[label[cut:]]) {
			return []string{label[:cut], label[cut:]}
		}
	}
	return nil
}

// saidWords are the words of a label that the mail writes: names of those who
// send it, and words of three letters and more that begin with capitals.
func (w *whoReader) saidWords(label string) map[string]string {
	const least = 3
	said := make(map[string]string)
	for _, s := range w.senders {
		for f := range strings.FieldsSeq(s.display.person.full) {
			said[letters(f)] = f
		}
	}
	for _, p := range w.passages {
		for _, t := range p.toks {
			if t.kind == whoWord && t.upper && !t.digit && len(t.low) >= least && !strings.ContainsAny(t.low, "@.") {
				if l := letters(t.low); strings.Contains(label, l) && l != label {
					said[l] = p.text[t.lo:t.hi]
				}
			}
		}
	}
	return said
}

// written gives a label's word as the mail or the language's tables write it.
func (w *whoReader) written(x string, first bool, said map[string]string) string {
	if s := said[x]; allCaps(s) && len(s) < 5 || s != "" && !allCaps(s) && !plainWords[x] && letters(s) == x && s != capitaliseFirst(x) {
		return strings.TrimSuffix(s, ".")
	}
	if s := ownTable(w.in.Lang).orgHeads.written(x); s != "" && s != x {
		return capitaliseFirst(s)
	}
	return wordOf(x, first)
}

// wordOf writes a label's word as names write it.
func wordOf(s string, first bool) string {
	if !first && (s == "of" || s == "and" || s == "the") {
		if s == "and" {
			return "&"
		}
		return s
	}
	if !first && (s == "llp" || s == "llc") {
		return strings.ToUpper(s)
	}
	return capitaliseFirst(s)
}

// mailboxName reads a small firm's name out of its private mailbox:
// greenlanebakery@, thecrowninn.jo@. A firm's word must be among the words.
func (w *whoReader) mailboxName() (string, hostName) {
	for _, l := range w.labels {
		if l.source != "From" || l.weight >= 1 || l.agency || !isFreemail(domainOf(l.address)) {
			continue
		}
		for _, part := range strings.Split(l.label, "-") {
			words := w.splitLabel(part)
			if len(words) < 2 || w.personal(words) {
				continue
			}
			firm := false
			for i, x := range words {
				firm = firm || w.bareHead(x) || firmWords[x]
				words[i] = wordOf(x, i == 0)
			}
			if firm {
				return strings.Join(words, " "), l
			}
		}
	}
	return "", hostName{}
}

// personal says whether one of the words is part of a sender's name: the
// mailbox is a person's.
func (w *whoReader) personal(words []string) bool {
	for _, x := range words {
		if isGiven(x) {
			return true
		}
		for _, s := range w.senders {
			for _, f := range strings.Fields(s.display.person.full) {
				if letters(f) == x {
					return true
				}
			}
		}
	}
	return false
}

// pronounceable says whether a label can be a word: it has vowels and no run
// of five consonants.
func pronounceable(s string) bool {
	run, vowels := 0, 0
	for _, r := range s {
		if strings.ContainsRune("aeiouy", r) || r >= 0x80 {
			run, vowels = 0, vowels+1
		} else if run++; run > 4 {
			return false
		}
	}
	return vowels > 0
}
