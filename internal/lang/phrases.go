package lang

// Phrases is one language's table of that name.
type Phrases struct{}
