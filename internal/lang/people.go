package lang

// People is how one language speaks of firms, posts and persons. All entries
// are lower case; words are parted by one space. A phrase that ends in front
// of a value may be followed by an article, which the reader skips.
type People struct {
	// RoleBefore are phrases after which the post's title stands: "for the
	// position of". RoleWeak need a title with a word of RoleHeads: "as".
	RoleBefore []string
	RoleWeak   []string
	// RoleAfter are words straight after a title: "role", "vacancy".
	RoleAfter []string
	// RoleLabels stand before a colon or in a table's left cell.
	RoleLabels []string
	// RoleHeads are nouns that make words a post: "engineer". A leading "-"
	// marks an ending of compounds: "-leiter"; two mark one that is no word of
	// its own (but a family's name): "--weber".
	RoleHeads []string
	// RoleStops end a title that runs on into its sentence.
	RoleStops []string
	// RoleJoins are lower-case words that a title may contain: "of".
	RoleJoins []string

	// OrgBefore are phrases after which the employer stands for certain:
	// "your application to". OrgWeak prove little alone: "at".
	OrgBefore []string
	OrgWeak   []string
	OrgLabels []string
	// OrgHeads are words that make a name a firm's: "hospital", "gmbh". A
	// leading "-" marks an ending of compounds.
	OrgHeads []string
	// OrgJoins are lower-case words that a firm's name may contain: "of".
	OrgJoins []string
	// Desk are words of a hiring desk, cut from names: "recruiting team".
	Desk []string
	// Agency are words that show a recruiter's agency: "my client".
	Agency []string

	// Interview are words of subjects that are neither firm nor post.
	Interview []string

	// ContactBefore lead to the person to write to: "any questions".
	ContactBefore []string
	// HandOver say that another person takes over.
	HandOver []string
	// PanelBefore are labels and phrases before interviewers' names.
	PanelBefore []string

	// Greetings open a mail, with the tone that they alone show.
	Greetings []Greeting
	// SignOffs end a mail.
	SignOffs []string
	// Titles before a name: "frau", "dr". Plain ones are greetings' own
	// ("Frau"), the others go with them ("Frau Dr.").
	Titles []string
	// Informal and Formal are words by which a mail shows how it speaks.
	Informal []string
	Formal   []string
	// Particles are parts of family names: "van der".
	Particles []string
	Articles  []string
	// NoReply are parts of addresses and names that nobody reads.
	NoReply []string
	// PhoneBefore and PhoneNever are words before a number to ring, and
	// before one that is not.
	PhoneBefore []string
	PhoneNever  []string
}

// Greeting is a word that opens a mail.
type Greeting struct {
	Text     string
	Informal bool // used among people who say du; false proves nothing
}
