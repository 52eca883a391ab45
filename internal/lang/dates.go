package lang

// Dates is one language's table of that name.
type Dates struct{}
