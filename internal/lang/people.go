package lang

// People is one language's table of that name.
type People struct{}
