package lang

// Letters is one language's table of that name.
type Letters struct{}
